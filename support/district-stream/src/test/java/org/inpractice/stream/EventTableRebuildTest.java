package org.inpractice.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise 9, own read models: rebuilt from the event table. */
class EventTableRebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> DISTRICTS =
            IntStream.range(0, 4).mapToObj(n -> "01100%02d".formatted(n)).toList();
    /** More than a rebuild reads at once, in the first district. */
    private static final int MANY = 2_500;

    private static final int FEW = 200;
    private static final long ALL = MANY + 3L * FEW;
    private StreamDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = StreamDatabase.create("event_table_rebuild");
        for (String district : DISTRICTS) {
            database.append(district, district.equals(DISTRICTS.get(0)) ? MANY : FEW);
        }
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void the_rebuilt_read_model_equals_the_live_one_while_writers_go_on_and_reads_are_answered() throws Exception {
        // given
        AtomicBoolean going = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (String district : DISTRICTS.subList(0, 3)) {
                writers.add(threads.submit(() -> writeAsTheDoorsDo(district, going)));
            }
            List<Future<Integer>> readers =
                    List.of(threads.submit(() -> readGrowing(going)), threads.submit(() -> readGrowing(going)));
            // when
            for (int i = 0; i < 2; i++) {
                assertTrue(rebuild(new NoteLines()).run() >= ALL);
            }
            going.set(false);
            // then
            for (Future<Integer> thread : writers) {
                assertTrue(thread.get() > 0);
            }
            for (Future<Integer> thread : readers) {
                assertTrue(thread.get() > 0);
            }
        }
        List<String> rebuiltWhileWriting = database.readModel();
        rebuild(new NoteLines()).run();
        assertEquals(database.readModel(), rebuiltWhileWriting);
        assertEquals(
                database.rows("select district_id, last_seq from district_head order by 1"),
                database.rows("select district_id, notes from note_total order by 1"));
        assertEquals("done", database.call(RebuildState::all).get(0).state());
    }

    @Test
    void a_rebuild_mends_a_broken_read_model_and_keeps_names_and_settings_of_its_tables() throws Exception {
        // given
        List<String> before = database.readModel();
        List<String> shape = shape();
        database.execute("delete from note_line where district_seq % 7 = 0; update note_total set notes = 0");
        // when
        rebuild(new NoteLines()).run();
        // then
        assertEquals(before, database.readModel());
        assertEquals(shape, shape());
        assertEquals(List.of(), database.rows("select 1 from pg_namespace where nspname like 'rebuild%'"));
    }

    /** Whoever reads a read table first and appends then stands in the way of a swap; neither may fail. */
    @Test
    void a_rebuild_makes_way_for_a_transaction_that_has_read_the_table_and_appends_later() throws Exception {
        // given
        CountDownLatch hasRead = new CountDownLatch(1);
        CountDownLatch mayAppend = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Boolean> writer = threads.submit(() -> database.call(connection -> {
                count(connection);
                hasRead.countDown();
                awaitLatch(mayAppend);
                Append<Note> append = StreamDatabase.newNote(DISTRICTS.get(0), DistrictStream.newId(), 1);
                new NoteLines().apply(connection, database.stream.append(connection, Note.CODEC, List.of(append)));
                return true;
            }));
            hasRead.await();
            // when
            Future<Long> rebuild = threads.submit(() -> rebuild(new NoteLines()).run());
            await().atMost(PATIENCE)
                    .until(() -> !database.rows("select 1 from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock'")
                            .isEmpty());
            mayAppend.countDown();
            // then
            assertTrue(writer.get());
            assertEquals(ALL + 1, rebuild.get());
        }
    }

    @Test
    void a_rebuild_that_fails_says_why_and_leaves_the_live_read_model_alone() throws Exception {
        // given
        List<String> before = database.readModel();
        Projection<Note> broken = new Projection<>() {
            @Override
            public List<String> tables() {
                return new NoteLines().tables();
            }

            @Override
            public void apply(Connection connection, List<Recorded<Note>> events) throws SQLException {
                throw new SQLException("no such rule", "22000");
            }
        };
        // when
        assertThrows(SQLException.class, () -> rebuild(broken).run());
        // then
        RebuildState state = database.call(RebuildState::all).get(0);
        assertEquals("failed", state.state());
        assertEquals("no such rule", state.reason());
        assertEquals(before, database.readModel());
        // when
        assertEquals(ALL, rebuild(new NoteLines()).run());
        // then
        assertEquals(before, database.readModel());
    }

    @Test
    void two_rebuilds_of_one_read_model_never_run_at_once() throws Exception {
        // given
        CountDownLatch applying = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Projection<Note> slow = new Projection<>() {
            @Override
            public List<String> tables() {
                return new NoteLines().tables();
            }

            @Override
            public void apply(Connection connection, List<Recorded<Note>> events) throws SQLException {
                applying.countDown();
                awaitLatch(mayGoOn);
                new NoteLines().apply(connection, events);
            }
        };
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Long> first = threads.submit(() -> rebuild(slow).run());
            applying.await();
            // when
            assertThrows(
                    Rebuild.AlreadyRunningException.class,
                    () -> rebuild(new NoteLines()).run());
            mayGoOn.countDown();
            // then
            assertEquals(ALL, first.get());
        }
    }

    private Rebuild rebuild(Projection<Note> projection) {
        return new EventTableRebuild<>(
                "note-lines", database.stream, database, Note.CODEC, projection, Clock.systemUTC());
    }

    /** Locks the district first, reads its own table, then appends. */
    private int writeAsTheDoorsDo(String district, AtomicBoolean going) throws SQLException {
        int written = 0;
        while (going.get()) {
            database.call(connection -> {
                database.stream.lock(connection, List.of(district));
                count(connection);
                Append<Note> append = StreamDatabase.newNote(district, DistrictStream.newId(), 3);
                new NoteLines().apply(connection, database.stream.append(connection, Note.CODEC, List.of(append)));
                return null;
            });
            written++;
        }
        return written;
    }

    /** A read never fails, and never sees fewer rows than the one before. */
    private int readGrowing(AtomicBoolean going) throws SQLException {
        int answers = 0;
        long last = ALL;
        try (Connection connection = database.open()) {
            while (going.get()) {
                long now = count(connection);
                assertTrue(now >= last, now + " after " + last);
                last = now;
                answers++;
            }
        }
        return answers;
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select sum(notes) from note_total");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> shape() throws SQLException {
        List<String> shape = new ArrayList<>(
                database.rows("select indexdef from pg_indexes where schemaname = 'public' order by 1"));
        shape.addAll(database.rows("select conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint"
                + " where connamespace = 'public'::regnamespace order by 1, 2"));
        shape.addAll(database.rows("select relname, reloptions from pg_class"
                + " where relnamespace = 'public'::regnamespace order by 1"));
        return shape;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
