package org.inpractice.api;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.inpractice.stream.Inbox;
import org.jboss.logging.Logger;

/**
 * One read model made of other services' events. Hand it every batch of its channel.
 *
 * @param <E> the consumer's own event type
 */
public final class Follower<E> {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final String name;
    private final Inbox<E> inbox;
    private volatile boolean stopping;

    Follower(String name, Inbox<E> inbox) {
        this.name = name;
        this.inbox = inbox;
    }

    /**
     * Applies a batch; returns after the effects are committed. While the database is away it waits and offers the same
     * batch again: the channel stands still, nothing is skipped.
     */
    public void receive(ConsumerRecords<String, byte[]> records) {
        long pause = 50;
        while (true) {
            try {
                inbox.receive(records);
                return;
            } catch (SQLException e) {
                if (stopping) {
                    throw new StoreException(e);
                }
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
                LOG.warnf("%s: the database does not answer, again in %d ms: %s", name, pause, e.getMessage());
                pauseFor(pause);
            }
        }
    }

    /** The inbox, for a release. */
    Inbox<E> inbox() {
        return inbox;
    }

    void stop() {
        stopping = true;
    }

    private static void pauseFor(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
