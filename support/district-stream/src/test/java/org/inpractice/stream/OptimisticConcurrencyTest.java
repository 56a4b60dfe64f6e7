package org.inpractice.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Promise 2: optimistic concurrency. */
class OptimisticConcurrencyTest {
    private static final String DISTRICT = "1964733";
    private static final int RACES = 40;
    private static StreamDatabase database;

    @BeforeAll
    static void open() throws Exception {
        database = StreamDatabase.create("optimistic_concurrency");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void of_two_writers_on_one_version_one_wins_and_the_other_is_told() throws Exception {
        // given
        UUID note = DistrictStream.newId();
        CyclicBarrier bothHaveDecided = new CyclicBarrier(2);
        int told = 0;
        // when
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int race = 0; race < RACES; race++) {
                long version = race;
                List<Future<Boolean>> writers = new ArrayList<>();
                for (int writer = 0; writer < 2; writer++) {
                    writers.add(threads.submit(() -> wins(note, version, bothHaveDecided)));
                }
                boolean first = writers.get(0).get();
                assertEquals(!first, writers.get(1).get());
                told++;
            }
        }
        // then
        assertEquals(RACES, told);
        assertEquals(
                LongStream.rangeClosed(1, RACES).boxed().toList(),
                database.<List<RecordedEvent>>call(c -> database.stream.aggregate(c, DISTRICT, note)).stream()
                        .map(RecordedEvent::streamVersion)
                        .toList());
    }

    private static boolean wins(UUID note, long version, CyclicBarrier bothHaveDecided) throws Exception {
        bothHaveDecided.await();
        try {
            database.call(
                    connection -> database.stream.append(connection, Note.CODEC, List.of(amendment(note, version))));
            return true;
        } catch (StaleVersionException e) {
            return false;
        }
    }

    private static Append<Note> amendment(UUID note, long version) {
        return new Append<>(
                DISTRICT, "note", note, version, StreamDatabase.CAUSE, List.of(new Note.Amended(note, "a", "es")));
    }

    @Test
    void writers_on_different_aggregates_of_a_district_do_not_disturb_each_other() throws Exception {
        // given
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            // when
            List<Future<List<Recorded<Note>>>> writers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                writers.add(threads.submit(() -> database.append("0000001", 2)));
            }
            // then
            for (Future<List<Recorded<Note>>> writer : writers) {
                assertEquals(2, writer.get().size());
            }
        }
    }

    @Test
    void who_loses_may_decide_again_on_the_new_state() throws Exception {
        // given
        UUID note = DistrictStream.newId();
        Aggregates<String, List<String>, Note> notes = aggregates();
        handle(notes, note, OptionalLong.empty(), "one");
        // when
        assertThrows(StaleVersionException.class, () -> handle(notes, note, OptionalLong.of(0), "two"));
        Aggregates.Outcome<List<String>> outcome = handle(notes, note, OptionalLong.of(1), "two");
        // then
        assertEquals(2, outcome.version());
        assertEquals(List.of("one", "two"), outcome.state());
    }

    @Test
    void a_command_that_changes_nothing_appends_nothing() throws Exception {
        // given
        UUID note = DistrictStream.newId();
        handle(aggregates(), note, OptionalLong.empty(), "one");
        // when
        Aggregates.Outcome<List<String>> outcome = handle(aggregates(), note, OptionalLong.empty(), "one");
        // then
        assertEquals(1, outcome.version());
        assertEquals(List.of(), outcome.events());
    }

    private static Aggregates.Outcome<List<String>> handle(
            Aggregates<String, List<String>, Note> notes, UUID note, OptionalLong ifMatch, String text)
            throws Exception {
        return database.call(
                connection -> notes.handle(connection, DISTRICT, note, ifMatch, StreamDatabase.CAUSE, text));
    }

    private static Aggregates<String, List<String>, Note> aggregates() {
        return new Aggregates<>(database.stream, "note", Note.CODEC, new Texts(), new NoteLines());
    }

    /** Keeps all texts of a note; the last one again changes nothing. */
    private static final class Texts implements Decider<String, List<String>, Note> {
        @Override
        public List<String> initialState() {
            return List.of();
        }

        @Override
        public List<Note> decide(String text, List<String> texts) {
            boolean known = !texts.isEmpty() && texts.get(texts.size() - 1).equals(text);
            return known ? List.of() : List.of(new Note.Written(DistrictStream.newId(), text));
        }

        @Override
        public List<String> evolve(List<String> texts, Note note) {
            List<String> more = new ArrayList<>(texts);
            if (note instanceof Note.Written written) {
                more.add(written.text());
            }
            return List.copyOf(more);
        }
    }
}
