package org.inpractice.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise 4: nothing lost to Kafka. */
class RelayKilledTest {
    private static final int KILLS = 20;
    private static final List<String> DISTRICTS =
            IntStream.range(0, 12).mapToObj(n -> "30665%02d".formatted(n)).toList();
    private static final int EVENTS_A_DISTRICT = 25;

    @AfterEach
    void kill_what_is_left() {
        ChildProcess.killAll();
    }

    @Test
    void nothing_is_lost_or_reordered_when_the_relay_is_killed_twenty_times_before_its_commit() throws Exception {
        // given
        Random seeded = new Random(20_260_107);
        TestTopic topic = TestTopic.create("relay-killed");
        try (StreamDatabase database = StreamDatabase.create("relay_killed")) {
            ChildProcess next = relay(database, topic, seeded, 0);
            // when
            for (int kill = 0; kill < KILLS; kill++) {
                for (String district : DISTRICTS) {
                    database.append(district, EVENTS_A_DISTRICT);
                }
                ChildProcess relay = next.awaitLine("ready").say("go");
                next = relay(database, topic, seeded, kill + 1);
                // Every other one dies with everything acknowledged and nothing committed, the rest anywhere near it.
                relay.awaitLine(holds(kill) ? "held" : "acknowledged").kill();
            }
            next.kill();
            relay(database, topic, seeded, KILLS + 1).awaitLine("ready").say("go");
            await().atMost(Duration.ofSeconds(60)).until(() -> database.lag().events() == 0);
            // then
            int copies = topic.assertHoldsEverythingInOrder(database);
            assertTrue(copies >= KILLS / 2 * EVENTS_A_DISTRICT, copies + " copies");
        }
    }

    private static boolean holds(int kill) {
        return kill % 2 == 0 && kill < KILLS;
    }

    private static ChildProcess relay(StreamDatabase database, TestTopic topic, Random seeded, int kill)
            throws Exception {
        int atAcknowledgement = 1 + seeded.nextInt(DISTRICTS.size() * EVENTS_A_DISTRICT);
        return ChildProcess.start(
                RelayProgram.class,
                database.url(),
                topic.bootstrap(),
                topic.name(),
                10_000,
                atAcknowledgement,
                holds(kill));
    }
}
