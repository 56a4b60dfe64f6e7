package org.inpractice.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Applies other services' events to this service's read tables, each exactly once in effect.
 *
 * <p>In one transaction the cursors of the districts concerned are locked, events already applied are ignored, the
 * next ones are applied and the cursors move. An event that cannot be applied parks its district's sequence of that
 * source; a gap does the same until the missing event arrives. Events that arrive meanwhile are held in the database,
 * in order, so nothing depends on offsets or on the topic's retention. All other districts go on.
 *
 * @param <E> the consumer's own event type
 */
public final class Inbox<E> {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int DRAIN_CHUNK = 1_000;

    private final Transactions transactions;
    private final InboxTables tables;
    private final EventReader<E> reader;
    private final Projection<E> projection;

    /**
     * @param consumer the name under which this inbox keeps its cursors; one read model, one consumer
     * @param clock for the time something was parked
     */
    public Inbox(
            String consumer, Transactions transactions, EventReader<E> reader, Projection<E> projection, Clock clock) {
        this.transactions = transactions;
        this.tables = new InboxTables(consumer, clock);
        this.reader = reader;
        this.projection = projection;
    }

    /**
     * Takes what a poll brought. Returns after the effects are committed; only then may offsets be.
     *
     * @throws SQLException when the database is away: nothing is lost, offer the same records again
     */
    public void receive(Iterable<ConsumerRecord<String, byte[]>> records) throws SQLException {
        List<RecordedEvent> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> received : records) {
            try {
                events.add(CloudEvents.fromRecord(received));
            } catch (UnreadableEventException e) {
                LOG.errorf(
                        "%s-%d@%d belongs to no sequence: %s",
                        received.topic(), received.partition(), received.offset(), e.getMessage());
                transactions.call(connection -> tables.keepUnreadable(connection, received, e.getMessage()));
            }
        }
        receive(events);
    }

    /** Takes events, whatever brought them; duplicates and any interleaving of districts are fine. */
    public void receive(List<RecordedEvent> events) throws SQLException {
        SortedMap<InboxKey, List<RecordedEvent>> sequences = new TreeMap<>();
        for (RecordedEvent event : events) {
            sequences
                    .computeIfAbsent(InboxKey.of(event), key -> new ArrayList<>())
                    .add(event);
        }
        if (sequences.isEmpty()) {
            return;
        }
        for (InboxKey filled : applySequences(sequences)) {
            drain(filled, InboxCursor.GAP);
        }
    }

    /** Applies what is held for districts whose gap was filled just before a crash. Call once at start. */
    public void resume() throws SQLException {
        for (InboxKey filled : transactions.call(tables::filledGaps)) {
            drain(filled, InboxCursor.GAP);
        }
    }

    /**
     * Tries a parked sequence again, in order, after its cause was mended. Parks again, with the new reason, when it
     * still fails.
     *
     * @return whether the sequence was parked and now goes on
     */
    public boolean release(String source, String districtId) throws SQLException {
        InboxKey key = new InboxKey(source, districtId);
        return drain(key, InboxCursor.POISON) || drain(key, InboxCursor.GAP);
    }

    /** All of them in one transaction; if that fails, each sequence and then each event alone, to find the bad one. */
    private Collection<InboxKey> applySequences(SortedMap<InboxKey, List<RecordedEvent>> sequences)
            throws SQLException {
        try {
            return transactions.call(connection -> applyAll(connection, sequences));
        } catch (SQLException | RuntimeException e) {
            if (SqlErrors.isTransient(e)) {
                throw asSqlException(e);
            }
            if (sequences.size() == 1 && sequences.get(sequences.firstKey()).size() == 1) {
                park(sequences.get(sequences.firstKey()).get(0), e);
                return List.of();
            }
            List<InboxKey> filled = new ArrayList<>();
            for (Map.Entry<InboxKey, List<RecordedEvent>> sequence : sequences.entrySet()) {
                filled.addAll(applyOneSequence(sequence.getKey(), sequence.getValue(), sequences.size() == 1));
            }
            return filled;
        }
    }

    private Collection<InboxKey> applyOneSequence(InboxKey key, List<RecordedEvent> events, boolean eachAlone)
            throws SQLException {
        List<InboxKey> filled = new ArrayList<>();
        if (eachAlone) {
            for (RecordedEvent event : events) {
                filled.addAll(applySequences(new TreeMap<>(Map.of(key, List.of(event)))));
            }
        } else {
            filled.addAll(applySequences(new TreeMap<>(Map.of(key, events))));
        }
        return filled;
    }

    /** Applies, ignores or holds each event; returns the sequences whose gap is now filled. */
    private Collection<InboxKey> applyAll(Connection connection, SortedMap<InboxKey, List<RecordedEvent>> sequences)
            throws SQLException {
        Map<InboxKey, InboxCursor> cursors = tables.lock(connection, sequences.keySet());
        List<Recorded<E>> applicable = new ArrayList<>();
        List<RecordedEvent> held = new ArrayList<>();
        List<InboxCursor> moved = new ArrayList<>();
        List<InboxKey> filled = new ArrayList<>();
        Map<InboxKey, Long> gaps = new LinkedHashMap<>();
        sequences.forEach((key, events) -> {
            InboxCursor cursor = cursors.get(key);
            long expected = cursor.applied() + 1;
            List<RecordedEvent> heldHere = new ArrayList<>();
            for (RecordedEvent event : events) {
                if (event.districtSeq() < expected) {
                    continue;
                }
                // Behind a held event everything is held: what is held and what is applied never overlap.
                if (cursor.parked() != null || !heldHere.isEmpty() || event.districtSeq() > expected) {
                    heldHere.add(event);
                } else {
                    reader.read(event).ifPresent(read -> applicable.add(new Recorded<>(event, read)));
                    expected++;
                }
            }
            moved.add(new InboxCursor(key, expected - 1, null));
            held.addAll(heldHere);
            if (cursor.parked() == null && !heldHere.isEmpty()) {
                gaps.put(key, heldHere.get(0).districtSeq());
            }
            long next = expected;
            if (!InboxCursor.POISON.equals(cursor.parked())
                    && heldHere.stream().anyMatch(event -> event.districtSeq() == next)) {
                filled.add(key);
            }
        });
        if (!applicable.isEmpty()) {
            projection.apply(connection, applicable);
        }
        tables.move(connection, moved);
        tables.hold(connection, held);
        for (Map.Entry<InboxKey, Long> gap : gaps.entrySet()) {
            tables.parkAtGap(connection, gap.getKey(), gap.getValue());
        }
        return filled;
    }

    private void park(RecordedEvent event, Throwable cause) throws SQLException {
        InboxKey key = InboxKey.of(event);
        String reason = reasonFor(event, cause);
        LOG.errorf("parked %s: %s", key, reason);
        transactions.call(connection -> {
            if (tables.lock(connection, List.of(key)).get(key).applied() < event.districtSeq()) {
                tables.hold(connection, List.of(event));
                tables.parkPoison(connection, key, reason);
            }
            return null;
        });
    }

    /** Applies held events from the cursor on, chunk by chunk, and clears the parking when none is left. */
    private boolean drain(InboxKey key, String parkedAs) throws SQLException {
        int chunk = DRAIN_CHUNK;
        while (true) {
            int size = chunk;
            try {
                Drained drained = transactions.call(connection -> drainChunk(connection, key, parkedAs, size));
                if (drained != Drained.MORE) {
                    return drained == Drained.DONE;
                }
            } catch (SQLException | RuntimeException e) {
                if (SqlErrors.isTransient(e)) {
                    throw asSqlException(e);
                }
                if (size > 1) {
                    chunk = 1;
                    continue;
                }
                for (RecordedEvent next : transactions.call(connection -> tables.held(connection, key, 1))) {
                    park(next, e);
                }
                return false;
            }
        }
    }

    private enum Drained {
        MORE,
        DONE,
        WAITS_AT_A_GAP,
        NOT_PARKED
    }

    private Drained drainChunk(Connection connection, InboxKey key, String parkedAs, int size) throws SQLException {
        InboxCursor cursor = tables.lock(connection, List.of(key)).get(key);
        if (!parkedAs.equals(cursor.parked())) {
            return Drained.NOT_PARKED;
        }
        long expected = cursor.applied() + 1;
        List<Recorded<E>> applicable = new ArrayList<>();
        List<RecordedEvent> held = tables.held(connection, key, size);
        RecordedEvent behindGap = null;
        for (RecordedEvent event : held) {
            if (event.districtSeq() > expected) {
                behindGap = event;
                break;
            }
            reader.read(event).ifPresent(read -> applicable.add(new Recorded<>(event, read)));
            expected++;
        }
        if (!applicable.isEmpty()) {
            projection.apply(connection, applicable);
        }
        tables.move(connection, List.of(new InboxCursor(key, expected - 1, null)));
        tables.forgetHeld(connection, key, expected - 1);
        if (behindGap != null) {
            boolean movedOn = expected > cursor.applied() + 1;
            if (movedOn || InboxCursor.POISON.equals(parkedAs)) {
                tables.parkAtGap(connection, key, behindGap.districtSeq());
            }
            return Drained.WAITS_AT_A_GAP;
        }
        if (held.size() < size) {
            tables.clearParking(connection, key);
            return Drained.DONE;
        }
        return Drained.MORE;
    }

    /** Class and message of the innermost cause; a reader's message names positions, never values. */
    private static String reasonFor(RecordedEvent event, Throwable cause) {
        Throwable innermost = cause;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String firstLine =
                String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
        String reason = "%s: %s: %s".formatted(event, innermost.getClass().getSimpleName(), firstLine);
        return reason.substring(0, Math.min(500, reason.length()));
    }

    private static SQLException asSqlException(Exception e) {
        return e instanceof SQLException sql ? sql : new SQLException(e.getMessage(), "08000", e);
    }

    static String write(RecordedEvent event) {
        try {
            return EventJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
