package org.inpractice.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise 7: exactly-once effects. */
class ExactlyOnceEffectsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVENTS_A_DISTRICT = 60;
    private static final List<String> DISTRICTS =
            IntStream.range(0, 30).mapToObj(n -> "19647%02d".formatted(n)).toList();

    @AfterEach
    void kill_what_is_left() {
        ChildProcess.killAll();
    }

    @Test
    void the_read_table_equals_one_clean_pass_after_duplicates_rebalances_and_a_consumer_killed_mid_batch()
            throws Exception {
        // given
        TestTopic topic = TestTopic.create("exactly-once");
        List<List<RecordedEvent>> sequences = sequences();
        try (StreamDatabase source = StreamDatabase.create("exactly_once_clean");
                StreamDatabase database = StreamDatabase.create("exactly_once")) {
            Inbox<Note> cleanPass = new Inbox<>("notes", source, Note.CODEC, new NoteLines(), Clock.systemUTC());
            for (List<RecordedEvent> sequence : sequences) {
                cleanPass.receive(sequence);
            }
            // when two consumers share the topic
            ChildProcess ended = consumer(database, topic, 0).awaitLine("joined");
            ChildProcess killed = consumer(database, topic, 90).awaitLine("joined");
            publishWithDuplicates(topic, sequences, 0, 20, new Random(1));
            ended.awaitLine("applied");
            killed.awaitLine("held");
            // when they become three, and one of them is killed in the middle of a transaction
            ChildProcess last = consumer(database, topic, 0);
            killed.kill();
            // Only now: what comes before it has its share of the partitions, others may have applied already.
            last.awaitLine("joined");
            publishWithDuplicates(topic, sequences, 20, 40, new Random(2));
            last.awaitLine("applied");
            // when another leaves the group in order, and one is left
            ended.terminate();
            publishWithDuplicates(topic, sequences, 40, EVENTS_A_DISTRICT, new Random(3));
            await().atMost(PATIENCE)
                    .until(() -> database.rows("select sum(applied_seq) from inbox_cursor")
                            .equals(List.of(String.valueOf(DISTRICTS.size() * EVENTS_A_DISTRICT))));
            // then
            assertEquals(source.readModel(), database.readModel());
            assertEquals(List.of(), database.parked());
        }
    }

    private static List<List<RecordedEvent>> sequences() throws Exception {
        try (StreamDatabase writer = StreamDatabase.create("exactly_once_source")) {
            List<List<RecordedEvent>> sequences = new ArrayList<>();
            for (String district : DISTRICTS) {
                writer.append(district, EVENTS_A_DISTRICT);
                sequences.add(writer.events(district));
            }
            return sequences;
        }
    }

    /** As relays do that die before their commit: they send the same run again, from some earlier event on. */
    private static void publishWithDuplicates(
            TestTopic topic, List<List<RecordedEvent>> sequences, int from, int to, Random seeded) {
        List<RecordedEvent> sent = new ArrayList<>();
        for (int start = from; start < to; start += 5) {
            for (List<RecordedEvent> sequence : sequences) {
                int again = seeded.nextInt(3) == 0 ? seeded.nextInt(start + 1) : start;
                sent.addAll(sequence.subList(again, start + 5));
            }
        }
        topic.publish(sent);
    }

    private static ChildProcess consumer(StreamDatabase database, TestTopic topic, int holdAt) throws Exception {
        return ChildProcess.start(
                InboxProgram.class, database.url(), topic.bootstrap(), topic.name(), "exactly-once", holdAt);
    }
}
