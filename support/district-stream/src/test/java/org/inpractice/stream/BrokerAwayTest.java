package org.inpractice.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise 6: broker away. */
class BrokerAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Relay.Timing TIMING =
            new Relay.Timing(Duration.ofMillis(50), Duration.ofMillis(1), Duration.ofSeconds(1));
    private static final List<String> DISTRICTS =
            IntStream.range(0, 10).mapToObj(n -> "50711%02d".formatted(n)).toList();

    @AfterEach
    void bring_the_broker_back() {
        Servers.kafka().start();
    }

    @Test
    void appends_go_on_without_the_broker_and_the_backlog_drains_in_order_when_it_is_back() throws Exception {
        // given
        TestTopic topic = TestTopic.create("broker-away");
        try (StreamDatabase database = StreamDatabase.create("broker_away");
                KafkaProducer<String, byte[]> producer = topic.producer()) {
            Relay relay = new Relay(database.stream, database, producer, topic.name(), event -> event, TIMING).start();
            appendEverywhere(database, relay);
            await().atMost(PATIENCE).until(() -> database.lag().events() == 0);
            // when
            Servers.kafka().stop();
            for (int i = 0; i < 20; i++) {
                appendEverywhere(database, relay);
            }
            // then the events wait, and say so
            RelayLag lag = database.lag();
            assertEquals(100L * DISTRICTS.size(), lag.events());
            assertEquals(DISTRICTS.size(), lag.districts());
            await().atMost(PATIENCE).until(() -> database.lag().age().compareTo(TIMING.idleLimit()) > 0);
            // when the session that held the districts is long gone
            await().atMost(PATIENCE)
                    .until(() -> database.rows("select pid from pg_stat_activity"
                                    + " where datname = current_database() and state = 'idle in transaction'")
                            .isEmpty());
            appendEverywhere(database, relay);
            Servers.kafka().start();
            // then
            await().atMost(PATIENCE).until(() -> database.lag().events() == 0);
            relay.close();
            topic.assertHoldsEverythingInOrder(database);
            assertTrue(database.lag().age().isZero());
        }
    }

    private static void appendEverywhere(StreamDatabase database, Relay relay) throws Exception {
        for (String district : DISTRICTS) {
            database.append(district, 5);
            relay.nudge(district);
        }
    }
}
