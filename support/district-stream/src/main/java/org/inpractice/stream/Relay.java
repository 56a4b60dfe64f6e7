package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Publishes the event table to a topic: the event table is the outbox.
 *
 * <p>Promises: every committed event reaches the topic at least once; of each district the first occurrences are in
 * sequence order; a copy carries the same id. Any number of relays may run, on any number of replicas: a district's
 * cursor row is locked by the one that relays it. A relay that dies or freezes between broker acknowledgement and
 * commit leaves the cursor behind, so another sends those events again; it never leaves a gap.
 *
 * <p>The producer must be configured with {@code acks=all}, {@code enable.idempotence=true} and a delivery timeout so
 * long that it never gives up on one record and goes on with the next.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int EVENTS_A_ROUND = 4_000;
    private static final int DISTRICTS_A_ROUND = 500;

    private final DistrictStream stream;
    private final Transactions transactions;
    private final Producer<String, byte[]> producer;
    private final String topic;
    private final UnaryOperator<RecordedEvent> publishedForm;
    private final Timing timing;
    private final Set<String> nudged = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * How a relay waits.
     *
     * @param sweep how often districts are looked for that nobody nudged about: those of other replicas, and what a
     *     crash left behind
     * @param idleLimit how long its database session may hold districts while waiting for the broker; after it the
     *     server ends the session, and another relay takes over
     */
    public record Timing(Duration sweep, Duration idleLimit) {
        /** Half a second, five seconds. */
        public static Timing standard() {
            return new Timing(Duration.ofMillis(500), Duration.ofSeconds(5));
        }
    }

    /**
     * A relay, not yet started.
     *
     * @param publishedForm what partners may see of an event; the identity, unless the service holds something back
     */
    public Relay(
            DistrictStream stream,
            Transactions transactions,
            Producer<String, byte[]> producer,
            String topic,
            UnaryOperator<RecordedEvent> publishedForm,
            Timing timing) {
        this.stream = stream;
        this.transactions = transactions;
        this.producer = producer;
        this.topic = topic;
        this.publishedForm = publishedForm;
        this.timing = timing;
        this.thread = Thread.ofPlatform().name("relay-" + topic).daemon().unstarted(this::run);
    }

    /** Starts relaying on a thread of its own. */
    public Relay start() {
        thread.start();
        return this;
    }

    /** Says that a district has new committed events. Never blocks; call it after the commit. */
    public void nudge(String districtId) {
        if (nudged.add(districtId)) {
            wake.release();
        }
    }

    /** Ends after the round under way, or in the middle of it when the broker does not answer. */
    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            if (!thread.join(timing.idleLimit())) {
                thread.interrupt();
                thread.join(timing.idleLimit());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long lastSweep = System.nanoTime() - timing.sweep().toNanos();
        long pause = 0;
        while (!closed) {
            try {
                boolean sweep = System.nanoTime() - lastSweep >= timing.sweep().toNanos();
                if (sweep) {
                    transactions.call(this::nudgeDistrictsThatAreBehind);
                    lastSweep = System.nanoTime();
                }
                if (!relayOnce()) {
                    wake.tryAcquire(timing.sweep().toMillis(), TimeUnit.MILLISECONDS);
                }
                wake.drainPermits();
                pause = 0;
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (closed) {
                    return;
                }
                pause = Math.min(5_000, Math.max(100, pause * 2));
                LOG.warnf("relay to %s failed, again in %d ms: %s", topic, pause, e);
                pauseFor(pause);
            }
        }
    }

    private void pauseFor(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Void nudgeDistrictsThatAreBehind(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select h.district_id from district_head h left join relay_cursor c using (district_id)
                        where h.last_seq > coalesce(c.relayed_seq, 0)
                        """);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                nudged.add(row.getString(1));
            }
        }
        return null;
    }

    /** One round over the districts somebody nudged about; whether there was anything to do. */
    private boolean relayOnce() throws SQLException, InterruptedException {
        List<String> wanted = new ArrayList<>();
        for (String districtId : nudged) {
            if (wanted.size() == DISTRICTS_A_ROUND) {
                break;
            }
            wanted.add(districtId);
        }
        if (wanted.isEmpty()) {
            return false;
        }
        // Taken off before the read: a nudge that comes in during the round is for the next one.
        wanted.forEach(nudged::remove);
        try {
            Round round = transactions.call(connection -> round(connection, wanted));
            nudged.addAll(round.unfinished());
            return round.events() > 0;
        } catch (SQLException | RuntimeException e) {
            nudged.addAll(wanted);
            throw e;
        }
    }

    private Round round(Connection connection, List<String> wanted) throws SQLException {
        Map<String, Long> cursors = lockCursors(connection, wanted);
        if (cursors.isEmpty()) {
            return new Round(0, Set.of());
        }
        int limit = Math.max(20, EVENTS_A_ROUND / cursors.size());
        List<RecordedEvent> events =
                stream.after(connection, List.copyOf(cursors.keySet()), List.copyOf(cursors.values()), limit);
        Publication publication = new Publication(events.size());
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            // A failed send throws here or fails the publication; nothing after it may be sent in this round.
            var unused = producer.send(CloudEvents.toRecord(topic, publishedForm.apply(event)), publication);
            cursors.put(event.districtId(), event.districtSeq());
            counts.merge(event.districtId(), 1, Integer::sum);
        }
        publication.awaitAcknowledgements();
        moveCursors(connection, cursors);
        Set<String> unfinished = new HashSet<>();
        counts.forEach((district, count) -> {
            if (count == limit) {
                unfinished.add(district);
            }
        });
        return new Round(events.size(), unfinished);
    }

    private Map<String, Long> lockCursors(Connection connection, List<String> wanted) throws SQLException {
        // Several statements, one round trip. The session limit is the transaction's own.
        try (PreparedStatement statement =
                connection.prepareStatement("""
                set local idle_in_transaction_session_timeout = %d;
                insert into relay_cursor (district_id) select d from unnest(?) as d
                    where not exists (select from relay_cursor c where c.district_id = d) on conflict do nothing;
                select district_id, relayed_seq from relay_cursor where district_id = any (?)
                    for update skip locked
                """.formatted(timing.idleLimit().toMillis()))) {
            statement.setArray(1, connection.createArrayOf("text", wanted.toArray()));
            statement.setArray(2, connection.createArrayOf("text", wanted.toArray()));
            boolean isResult = statement.execute();
            while (!isResult) {
                isResult = statement.getMoreResults();
            }
            Map<String, Long> cursors = new LinkedHashMap<>();
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    cursors.put(row.getString(1), row.getLong(2));
                }
            }
            return cursors;
        }
    }

    private static void moveCursors(Connection connection, Map<String, Long> cursors) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update relay_cursor c set relayed_seq = p.seq
                from unnest(?, ?::bigint[]) as p(district_id, seq)
                where c.district_id = p.district_id and c.relayed_seq < p.seq
                """)) {
            statement.setArray(
                    1, connection.createArrayOf("text", cursors.keySet().toArray()));
            statement.setArray(
                    2, connection.createArrayOf("bigint", cursors.values().toArray()));
            statement.executeUpdate();
        }
    }

    private record Round(int events, Set<String> unfinished) {}
}
