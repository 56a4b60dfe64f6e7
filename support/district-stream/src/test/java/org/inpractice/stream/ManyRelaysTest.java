package org.inpractice.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise 5: many relays. */
class ManyRelaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int IDLE_LIMIT_MILLIS = 1_500;
    private static final List<String> DISTRICTS =
            IntStream.range(0, 12).mapToObj(n -> "41689%02d".formatted(n)).toList();

    @AfterEach
    void kill_what_is_left() {
        ChildProcess.killAll();
    }

    @Test
    void nothing_is_lost_or_reordered_when_of_three_relays_one_is_killed_and_one_freezes_and_comes_back()
            throws Exception {
        // given
        TestTopic topic = TestTopic.create("many-relays");
        AtomicBoolean writing = new AtomicBoolean(true);
        try (StreamDatabase database = StreamDatabase.create("many_relays");
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<ChildProcess> relays = List.of(
                    relay(database, topic, 40, true),
                    relay(database, topic, 80, false),
                    relay(database, topic, 1, false));
            for (ChildProcess relay : relays) {
                relay.awaitLine("ready");
            }
            ChildProcess frozen = relays.get(0);
            ChildProcess killed = relays.get(1);
            ChildProcess last = relays.get(2);
            for (String district : DISTRICTS) {
                database.append(district, 20);
            }
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; writing.get(); i++) {
                    database.append(DISTRICTS.get(i % DISTRICTS.size()), 1 + i % 5);
                }
                return null;
            });
            // when one freezes with districts in its hands, acknowledged and not committed
            frozen.say("go").awaitLine("held").signal("STOP");
            killed.say("go").awaitLine("acknowledged");
            last.say("go").awaitLine("acknowledged");
            killed.kill();
            // then another takes its districts over
            await().atMost(PATIENCE).until(() -> pastFirstRound(database));
            // when it comes back, late, and goes on where it stood
            frozen.signal("CONT");
            frozen.say("on");
            last.kill();
            writing.set(false);
            writer.get();
            database.append(DISTRICTS.get(0), 3);
            // then it relays the rest alone
            await().atMost(PATIENCE).until(() -> database.lag().events() == 0);
            int copies = topic.assertHoldsEverythingInOrder(database);
            assertTrue(copies >= 40, copies + " copies");
        }
    }

    /** The frozen relay held the first events of every district; no cursor of its could move before. */
    private static boolean pastFirstRound(StreamDatabase database) throws Exception {
        return database.rows("select count(*) from relay_cursor where relayed_seq >= 20")
                .equals(List.of(String.valueOf(DISTRICTS.size())));
    }

    private static ChildProcess relay(StreamDatabase database, TestTopic topic, int atAcknowledgement, boolean hold)
            throws Exception {
        return ChildProcess.start(
                RelayProgram.class,
                database.url(),
                topic.bootstrap(),
                topic.name(),
                IDLE_LIMIT_MILLIS,
                atAcknowledgement,
                hold);
    }
}
