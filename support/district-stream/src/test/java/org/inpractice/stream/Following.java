package org.inpractice.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** An inbox that follows a topic on a thread of this JVM. */
final class Following implements AutoCloseable {
    private final Thread thread;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean ending;

    Following(TestTopic topic, Inbox<?> inbox) {
        thread = Thread.ofPlatform().daemon().start(() -> follow(topic, inbox));
    }

    private void follow(TestTopic topic, Inbox<?> inbox) {
        try (KafkaConsumer<String, byte[]> consumer =
                topic.consumer(Map.of("group.id", topic.name(), "session.timeout.ms", 6_000))) {
            consumer.subscribe(List.of(topic.name()));
            while (!ending) {
                Iterable<ConsumerRecord<String, byte[]>> records = consumer.poll(Duration.ofMillis(50));
                inbox.receive(records);
                consumer.commitSync();
            }
        } catch (Exception e) {
            failure.set(e);
        }
    }

    /** Ends, and says so when it failed before. */
    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }
}
