package org.inpractice.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * A consumer in a process of its own. It says {@code joined} when it has a share of the topic and {@code
 * applied} with the first batch; when told to hold, it says {@code
 * held} in the middle of the transaction that applies the n-th event, and never goes on.
 */
final class InboxProgram {
    private InboxProgram() {}

    /** Arguments: JDBC URL, bootstrap servers, topic, group, at which event to hold (0: never). */
    public static void main(String[] arguments) throws Exception {
        StreamDatabase database = new StreamDatabase(arguments[0]);
        TestTopic topic = new TestTopic(arguments[2], arguments[1]);
        Projection<Note> projection = new HoldingLines(Long.parseLong(arguments[4]));
        Inbox<Note> inbox = new Inbox<>("notes", database, Note.CODEC, projection, Clock.systemUTC());
        inbox.resume();
        CountDownLatch ended = new CountDownLatch(1);
        try (KafkaConsumer<String, byte[]> consumer = topic.consumer(Map.of(
                "group.id",
                arguments[3],
                "session.timeout.ms",
                6_000,
                "heartbeat.interval.ms",
                500,
                "max.poll.records",
                50))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                consumer.wakeup();
                await(ended);
            }));
            consumer.subscribe(List.of(topic.name()), new Joining());
            follow(consumer, inbox);
        } catch (WakeupException toldToEnd) {
            // By now it has left the group in order.
        } finally {
            ended.countDown();
        }
    }

    private static void follow(KafkaConsumer<String, byte[]> consumer, Inbox<Note> inbox) throws SQLException {
        boolean said = false;
        while (true) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ofMillis(100));
            Iterable<ConsumerRecord<String, byte[]>> records = polled;
            inbox.receive(records);
            consumer.commitSync();
            if (!said && !polled.isEmpty()) {
                System.out.println("applied");
                said = true;
            }
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that this consumer has a share of the topic. */
    private static final class Joining implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                System.out.println("joined");
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Offsets are committed after every batch.
        }
    }

    private static final class HoldingLines implements Projection<Note> {
        private final NoteLines lines = new NoteLines();
        private final AtomicLong applied = new AtomicLong();
        private final long holdAt;

        private HoldingLines(long holdAt) {
            this.holdAt = holdAt;
        }

        @Override
        public List<String> tables() {
            return lines.tables();
        }

        @Override
        public void apply(Connection connection, List<Recorded<Note>> events) throws SQLException {
            lines.apply(connection, events);
            if (holdAt > 0 && applied.addAndGet(events.size()) >= holdAt) {
                System.out.println("held");
                InboxProgram.await(new CountDownLatch(1));
            }
        }
    }
}
