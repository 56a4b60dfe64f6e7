package org.inpractice.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Promise 10: order never depends on a clock. */
class EventTimeTest {
    private static final Instant NOON = Instant.parse("2026-01-07T12:00:00Z");
    private static StreamDatabase database;
    private final SetClock clock = new SetClock();
    private final DistrictStream stream = new DistrictStream("notes-service", clock);

    @BeforeAll
    static void open() throws Exception {
        database = StreamDatabase.create("event_time");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void occurred_at_is_the_callers_and_recorded_at_the_clocks() throws Exception {
        // given
        clock.now = NOON;
        Instant lastYear = NOON.minus(Duration.ofDays(365));
        // when
        append("0000001", lastYear, 1);
        // then
        RecordedEvent event = database.events("0000001").get(0);
        assertEquals(lastYear, event.occurredAt());
        assertEquals(NOON, event.recordedAt());
    }

    @Test
    void recorded_at_never_decreases_and_the_sequence_goes_on_when_the_clock_jumps_back() throws Exception {
        // given
        List<Integer> minutes = List.of(0, 5, -600, 6, -1, 7, 7, 3, 8);
        // when
        for (int minute : minutes) {
            clock.now = NOON.plus(Duration.ofMinutes(minute));
            append("0000002", clock.now, 2);
        }
        // then
        List<RecordedEvent> events = database.events("0000002");
        List<Long> recorded = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1, events.get(i).districtSeq());
            assertEquals(
                    (long) minutes.get(i / 2),
                    Duration.between(NOON, events.get(i).occurredAt()).toMinutes());
            recorded.add(Duration.between(NOON, events.get(i).recordedAt()).toMinutes());
        }
        assertEquals(List.of(0L, 0L, 5L, 5L, 5L, 5L, 6L, 6L, 6L, 6L, 7L, 7L, 7L, 7L, 7L, 7L, 8L, 8L), recorded);
    }

    @Test
    void as_of_an_instant_is_the_prefix_recorded_at_or_before_it() throws Exception {
        // given
        int[] minutes = {1, 1, 2, 5, 4, 9};
        for (int minute : minutes) {
            clock.now = NOON.plus(Duration.ofMinutes(minute));
            append("0000003", NOON, 3);
        }
        // when then
        assertEquals(0, lastSequenceAt("0000003", NOON));
        assertEquals(6, lastSequenceAt("0000003", NOON.plus(Duration.ofMinutes(1))));
        assertEquals(9, lastSequenceAt("0000003", NOON.plus(Duration.ofMinutes(2))));
        assertEquals(
                9, lastSequenceAt("0000003", NOON.plus(Duration.ofMinutes(5)).minusNanos(1_000)));
        assertEquals(15, lastSequenceAt("0000003", NOON.plus(Duration.ofMinutes(5))));
        assertEquals(18, lastSequenceAt("0000003", Instant.MAX));
        assertEquals(0, lastSequenceAt("0000003", Instant.MIN));
        assertEquals(0, lastSequenceAt("9999999", NOON));
    }

    @Test
    void as_of_agrees_with_a_full_count_for_every_event_of_a_long_sequence() throws Exception {
        // given
        for (int i = 0; i < 130; i++) {
            clock.now = NOON.plusSeconds(i / 3 * 2L);
            append("0000004", NOON, 1);
        }
        for (int second = -1; second < 90; second++) {
            Instant asOf = NOON.plusSeconds(second);
            // when
            long found = lastSequenceAt("0000004", asOf);
            // then
            long counted = database.events("0000004").stream()
                    .filter(event -> !event.recordedAt().isAfter(asOf))
                    .count();
            assertEquals(counted, found);
        }
    }

    private long lastSequenceAt(String district, Instant asOf) throws Exception {
        return database.<Long>call(connection -> stream.lastSequenceAt(connection, district, asOf));
    }

    private void append(String district, Instant occurredAt, int events) throws Exception {
        UUID note = DistrictStream.newId();
        Append<Note> plain = StreamDatabase.newNote(district, note, events);
        Append.Cause cause = new Append.Cause("maria@example.org", occurredAt, null, null);
        database.call(connection -> stream.append(
                connection, Note.CODEC, List.of(new Append<>(district, "note", note, 0, cause, plain.events()))));
    }

    private static final class SetClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
