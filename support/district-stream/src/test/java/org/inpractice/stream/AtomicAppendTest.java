package org.inpractice.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Promise 3: an event and the read tables commit together or not at all. */
class AtomicAppendTest {
    private static StreamDatabase database;

    @BeforeAll
    static void open() throws Exception {
        database = StreamDatabase.create("atomic_append");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void an_event_whose_read_table_refuses_it_is_not_appended() throws Exception {
        // given
        String district = "0000001";
        database.append(district, 2);
        UUID note = DistrictStream.newId();
        Append<Note> poison = new Append<>(
                district, "note", note, 0, StreamDatabase.CAUSE, List.of(new Note.Written(note, "poison")));
        // when
        assertThrows(
                SQLException.class,
                () -> database.call(connection -> {
                    List<Recorded<Note>> recorded = database.stream.append(connection, Note.CODEC, List.of(poison));
                    new NoteLines().apply(connection, recorded);
                    return null;
                }));
        // then
        assertEquals(2, database.events(district).size());
        assertEquals(List.of("2"), database.rows("select count(*) from note_line where district_id = '0000001'"));
        assertEquals(3, database.append(district, 1).get(0).envelope().districtSeq());
    }

    @Test
    void a_read_table_written_before_a_stale_append_is_not_changed() throws Exception {
        // given
        String district = "0000002";
        Recorded<Note> first = database.append(district, 1).get(0);
        UUID note = first.envelope().streamId();
        // when
        assertThrows(
                StaleVersionException.class,
                () -> database.call(connection -> {
                    connection
                            .prepareStatement("update note_total set notes = 99 where district_id = '0000002'")
                            .executeUpdate();
                    return database.stream.append(
                            connection, Note.CODEC, List.of(StreamDatabase.newNote(district, note, 1)));
                }));
        // then
        assertEquals(List.of("1"), database.rows("select notes from note_total where district_id = '0000002'"));
        assertEquals(1, database.events(district).size());
    }

    @Test
    void nobody_ever_sees_one_without_the_other() throws Exception {
        // given
        String district = "0000003";
        database.append(district, 1);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> reader = threads.submit(() -> {
                int seen = 0;
                while (writing.get()) {
                    // One statement, so one snapshot.
                    assertEquals(List.of("t"), database.rows("""
                            select h.last_seq = t.notes and t.notes = (select count(*) from event e where e.district_id = h.district_id)
                            from district_head h join note_total t using (district_id) where district_id = '0000003'
                            """));
                    seen++;
                }
                return seen;
            });
            // when
            for (int i = 0; i < 200; i++) {
                database.append(district, 1 + i % 7);
            }
            writing.set(false);
            // then
            assertEquals(true, reader.get() > 0);
        }
    }
}
