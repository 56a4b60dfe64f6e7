package org.inpractice.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promise 9, read models of foreign events: rebuilt from the topic. */
class TopicRebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> DISTRICTS =
            IntStream.range(0, 6).mapToObj(n -> "07617%02d".formatted(n)).toList();

    @Test
    void the_rebuilt_read_model_equals_the_live_one_while_events_arrive_and_reads_are_answered() throws Exception {
        // given
        TestTopic topic = TestTopic.create("topic-rebuild");
        AtomicBoolean going = new AtomicBoolean(true);
        try (StreamDatabase source = StreamDatabase.create("topic_rebuild_source");
                StreamDatabase database = StreamDatabase.create("topic_rebuild");
                ExecutorService threads = Executors.newCachedThreadPool();
                Following following = new Following(topic, inbox(database))) {
            for (String district : DISTRICTS) {
                publish(source, topic, district, 300);
            }
            awaitApplied(database, source);
            database.execute("delete from note_line where district_seq % 7 = 0; update note_total set trace = ''");
            Future<Integer> writer = threads.submit(() -> {
                int written = 0;
                while (going.get()) {
                    publish(source, topic, DISTRICTS.get(written % DISTRICTS.size()), 3);
                    written++;
                }
                return written;
            });
            Future<Integer> reader = threads.submit(() -> readGrowing(database, going));
            // when
            for (int i = 0; i < 2; i++) {
                assertTrue(rebuild(database, topic).run() >= 300L * DISTRICTS.size());
            }
            going.set(false);
            // then
            assertTrue(writer.get() > 0);
            assertTrue(reader.get() > 0);
            awaitApplied(database, source);
            assertEquals(source.readModel(), database.readModel());
            assertEquals(List.of(), database.parked());
            assertEquals("done", database.call(RebuildState::all).get(0).state());
            assertTrue(following != null);
        }
    }

    @Test
    void a_parked_sequence_is_parked_in_the_rebuilt_read_model_too_unless_its_cause_was_mended() throws Exception {
        // given
        TestTopic topic = TestTopic.create("topic-rebuild-parked");
        try (StreamDatabase source = StreamDatabase.create("topic_rebuild_source");
                StreamDatabase database = StreamDatabase.create("topic_rebuild");
                Following following = new Following(topic, inbox(database))) {
            source.append("0000001", 5);
            database.execute("alter table note_line add constraint none_is_the_third check (district_seq <> 3)");
            topic.publish(source.events("0000001"));
            await().atMost(PATIENCE).until(() -> database.parked().size() == 1);
            // when
            rebuild(database, topic).run();
            // then
            assertEquals(3, database.parked().get(0).held());
            assertEquals(2, database.parked().get(0).appliedSeq());
            // when
            database.execute("alter table note_line drop constraint none_is_the_third");
            rebuild(database, topic).run();
            // then
            assertEquals(List.of(), database.parked());
            assertEquals(List.of("5"), database.rows("select notes from note_total"));
            assertTrue(following != null);
        }
    }

    @Test
    void a_topic_that_has_lost_its_beginning_never_replaces_a_read_model_that_knew_more() throws Exception {
        // given
        TestTopic topic = TestTopic.create("topic-rebuild-shortened");
        try (StreamDatabase source = StreamDatabase.create("topic_rebuild_source");
                StreamDatabase database = StreamDatabase.create("topic_rebuild")) {
            source.append("0000001", 6);
            List<RecordedEvent> events = source.events("0000001");
            inbox(database).receive(events);
            List<String> before = database.readModel();
            topic.publish(events.subList(3, 6));
            // when
            assertThrows(
                    IllegalStateException.class, () -> rebuild(database, topic).run());
            // then
            assertEquals(before, database.readModel());
            assertEquals(List.of(), database.parked());
            assertEquals("failed", database.call(RebuildState::all).get(0).state());
        }
    }

    private static Inbox<Note> inbox(StreamDatabase database) {
        return new Inbox<>("notes", database, Note.CODEC, new NoteLines(), Clock.systemUTC());
    }

    private static Rebuild rebuild(StreamDatabase database, TestTopic topic) {
        return new TopicRebuild<>(
                "notes",
                List.of(topic.name()),
                topic::consumer,
                database,
                Note.CODEC,
                new NoteLines(),
                Clock.systemUTC());
    }

    private static void publish(StreamDatabase source, TestTopic topic, String district, int events)
            throws SQLException {
        topic.publish(
                source.append(district, events).stream().map(Recorded::envelope).toList());
    }

    private static void awaitApplied(StreamDatabase database, StreamDatabase source) {
        await().atMost(PATIENCE)
                .until(() -> database.rows("select district_id, applied_seq from inbox_cursor order by 1")
                        .equals(source.rows("select district_id, last_seq from district_head order by 1")));
    }

    private static int readGrowing(StreamDatabase database, AtomicBoolean going) throws SQLException {
        int answers = 0;
        long last = 300L * DISTRICTS.size();
        while (going.get()) {
            long now = Long.parseLong(
                    database.rows("select sum(notes) from note_total").get(0));
            assertTrue(now >= last, now + " after " + last);
            last = now;
            answers++;
        }
        return answers;
    }
}
