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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** One thread of a relay, and the districts that are its own: while it waits for the database, others send. */
final class RelayLane {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int EVENTS_A_ROUND = 4_000;
    private static final int DISTRICTS_A_ROUND = 500;

    private final DistrictStream stream;
    private final Transactions transactions;
    private final Producer<String, byte[]> producer;
    private final String topic;
    private final PublishedForm publishedForm;
    private final Relay.Timing timing;
    private final Predicate<String> isOwn;
    private final Set<String> nudged = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    /** Districts that an event without a published form holds back; each is logged once. Used by this lane's thread. */
    private final Set<String> unpublishable = new HashSet<>();

    private final Thread thread;
    private volatile boolean closed;

    /** @param isOwn whether a district is this lane's; no two lanes of a relay share one */
    RelayLane(
            DistrictStream stream,
            Transactions transactions,
            Producer<String, byte[]> producer,
            String topic,
            PublishedForm publishedForm,
            Relay.Timing timing,
            String name,
            Predicate<String> isOwn) {
        this.stream = stream;
        this.transactions = transactions;
        this.producer = producer;
        this.topic = topic;
        this.publishedForm = publishedForm;
        this.timing = timing;
        this.isOwn = isOwn;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void nudge(String districtId) {
        if (nudged.add(districtId)) {
            wake.release();
        }
    }

    /** Asks it to end after the round under way. */
    void askToEnd() {
        closed = true;
        wake.release();
    }

    /** Waits for its end, and interrupts it when the broker keeps it. */
    void awaitEnd(Duration patience) throws InterruptedException {
        if (thread.getState() != Thread.State.NEW && !thread.join(patience)) {
            thread.interrupt();
            thread.join(patience);
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
                long began = System.nanoTime();
                switch (relayOnce()) {
                    case NOTHING_TO_DO -> wake.tryAcquire(timing.sweep().toMillis(), TimeUnit.MILLISECONDS);
                    case ALL_DONE -> rest(began);
                    case MORE_WAITS -> {}
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

    private void rest(long began) throws InterruptedException {
        long left = timing.rest().toNanos() - (System.nanoTime() - began);
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
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
                if (isOwn.test(row.getString(1))) {
                    nudged.add(row.getString(1));
                }
            }
        }
        return null;
    }

    private enum Outcome {
        NOTHING_TO_DO,
        ALL_DONE,
        MORE_WAITS
    }

    /** One round over the districts somebody nudged about. */
    private Outcome relayOnce() throws SQLException, InterruptedException {
        List<String> wanted = new ArrayList<>();
        for (String districtId : nudged) {
            if (wanted.size() == DISTRICTS_A_ROUND) {
                break;
            }
            wanted.add(districtId);
        }
        if (wanted.isEmpty()) {
            return Outcome.NOTHING_TO_DO;
        }
        // Taken off before the read: a nudge that comes in during the round is for the next one.
        wanted.forEach(nudged::remove);
        try {
            Round round = transactions.call(connection -> round(connection, wanted));
            nudged.addAll(round.unfinished());
            if (round.events() == 0) {
                return Outcome.NOTHING_TO_DO;
            }
            boolean more = !round.unfinished().isEmpty() || wanted.size() == DISTRICTS_A_ROUND;
            return more ? Outcome.MORE_WAITS : Outcome.ALL_DONE;
        } catch (SQLException | RuntimeException e) {
            nudged.addAll(wanted);
            throw e;
        }
    }

    private Round round(Connection connection, List<String> wanted) throws SQLException {
        Map<String, Long> cursors = RelayCursors.lock(connection, wanted, timing);
        if (cursors.isEmpty()) {
            return new Round(0, Set.of());
        }
        int limit = Math.max(20, EVENTS_A_ROUND / cursors.size());
        List<RecordedEvent> events =
                stream.after(connection, List.copyOf(cursors.keySet()), List.copyOf(cursors.values()), limit);
        prepare(events);
        Publication publication = new Publication(events.size());
        Map<String, Integer> counts = new LinkedHashMap<>();
        Set<String> stopped = new HashSet<>();
        for (RecordedEvent event : events) {
            Optional<ProducerRecord<String, byte[]>> publishable =
                    stopped.contains(event.districtId()) ? Optional.empty() : published(event);
            if (publishable.isEmpty()) {
                stopped.add(event.districtId());
                publication.leaveOut();
                continue;
            }
            // A failed send throws here or fails the publication; nothing after it may be sent in this round.
            if (publication.hasFailed()) {
                break;
            }
            var unused = producer.send(publishable.get(), publication);
            cursors.put(event.districtId(), event.districtSeq());
            counts.merge(event.districtId(), 1, Integer::sum);
        }
        publication.awaitAcknowledgements();
        RelayCursors.move(connection, cursors);
        Set<String> unfinished = new HashSet<>();
        counts.forEach((district, count) -> {
            if (count == limit) {
                unfinished.add(district);
            }
        });
        return new Round(events.size(), unfinished);
    }

    /** Only to be quicker: what cannot be fetched for all is asked for one by one, and fails there for its own district. */
    private void prepare(List<RecordedEvent> events) {
        try {
            publishedForm.prepare(events);
        } catch (RuntimeException e) {
            LOG.debugf(e, "%d events could not be prepared together", events.size());
        }
    }

    /** Empty when the event has no published form: then it holds back its district, and no other. */
    private Optional<ProducerRecord<String, byte[]>> published(RecordedEvent event) {
        try {
            ProducerRecord<String, byte[]> made = CloudEvents.toRecord(topic, publishedForm.apply(event));
            unpublishable.remove(event.districtId());
            return Optional.of(made);
        } catch (RuntimeException e) {
            if (unpublishable.add(event.districtId())) {
                LOG.errorf(e, "%s has no published form and holds back its district", event);
            }
            return Optional.empty();
        }
    }

    private record Round(int events, Set<String> unfinished) {}
}
