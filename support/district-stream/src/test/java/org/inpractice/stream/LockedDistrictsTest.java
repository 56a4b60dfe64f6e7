package org.inpractice.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is appended under the head locks keeps the same promises as every other append. */
class LockedDistrictsTest {
    private static StreamDatabase database;

    @BeforeAll
    static void open() throws Exception {
        database = StreamDatabase.create("locked_districts");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void what_is_handed_back_is_what_is_stored() throws Exception {
        // given
        List<Append<Note>> appends = List.of(note("0000001", 2), note("0000002", 3), note("0000001", 1));
        // when
        List<Recorded<Note>> recorded = database.call(connection -> database.stream
                .lock(connection, List.of("0000002", "0000001"))
                .append(connection, Note.CODEC, appends));
        // then
        List<RecordedEvent> stored = new ArrayList<>(database.events("0000001"));
        stored.addAll(1 + 1, database.events("0000002"));
        assertEquals(stored, recorded.stream().map(Recorded::envelope).toList());
        assertEquals(
                List.of(1L, 2L, 1L, 2L, 3L, 3L),
                recorded.stream().map(one -> one.envelope().districtSeq()).toList());
    }

    @Test
    void two_appends_of_one_transaction_follow_one_another() throws Exception {
        // when
        database.call(connection -> {
            LockedDistricts district = database.stream.lock(connection, List.of("0000003"));
            district.append(connection, Note.CODEC, List.of(note("0000003", 2)));
            return district.append(connection, Note.CODEC, List.of(note("0000003", 2)));
        });
        // then
        assertEquals(List.of(1L, 2L, 3L, 4L), sequences("0000003"));
    }

    @Test
    void writers_with_and_without_the_lock_number_one_district_without_a_gap() throws Exception {
        // given
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<?>> writers = new ArrayList<>();
            // when
            for (int writer = 0; writer < 12; writer++) {
                Random random = new Random(writer);
                boolean locking = writer % 2 == 0;
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        Append<Note> append = note("0000004", 1 + random.nextInt(4));
                        database.call(connection -> locking
                                ? database.stream
                                        .lock(connection, List.of("0000004"))
                                        .append(connection, Note.CODEC, List.of(append))
                                : database.stream.append(connection, Note.CODEC, List.of(append)));
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        // then
        List<Long> sequences = sequences("0000004");
        assertEquals(LongStream.rangeClosed(1, sequences.size()).boxed().toList(), sequences);
        assertEquals(
                sequences.size(),
                database.<Long>call(connection -> database.stream.lastSequence(connection, "0000004")));
    }

    @Test
    void the_second_of_two_on_one_version_is_stale_and_leaves_nothing() throws Exception {
        // given
        Append<Note> first = note("0000005", 1);
        database.call(connection -> database.stream.append(connection, Note.CODEC, List.of(first)));
        // when
        assertThrows(
                StaleVersionException.class,
                () -> database.call(connection -> database.stream
                        .lock(connection, List.of("0000005"))
                        .append(connection, Note.CODEC, List.of(note("0000005", 1), first))));
        // then
        assertEquals(List.of(1L), sequences("0000005"));
    }

    @Test
    void recorded_at_does_not_go_back_behind_a_clock_that_ran_ahead() throws Exception {
        // given
        Instant ahead = Instant.now().plus(Duration.ofDays(1));
        database.append("0000006", 1);
        database.execute("update district_head set last_recorded_at = '" + ahead + "' where district_id = '0000006'");
        // when
        List<Recorded<Note>> recorded = database.call(connection -> database.stream
                .lock(connection, List.of("0000006"))
                .append(connection, Note.CODEC, List.of(note("0000006", 1))));
        // then
        assertEquals(
                0,
                Duration.between(ahead, recorded.get(0).envelope().recordedAt()).toMillis());
    }

    @Test
    void an_event_of_a_district_that_is_not_locked_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> database.call(connection -> database.stream
                        .lock(connection, List.of("0000007"))
                        .append(connection, Note.CODEC, List.of(note("0000008", 1)))));
    }

    private static Append<Note> note(String district, int events) {
        return StreamDatabase.newNote(district, UUID.randomUUID(), events);
    }

    private static List<Long> sequences(String district) throws Exception {
        return database.events(district).stream()
                .map(RecordedEvent::districtSeq)
                .toList();
    }
}
