package org.inpractice.stack;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** A Kafka broker on 127.0.0.1 that can be taken away and brought back. */
public interface KafkaBroker {
    /** Partitions of every topic made here. */
    int PARTITIONS = 6;

    /** {@code host:port}, the same after a stop and start. */
    String bootstrapServers();

    /** Shuts the broker down and returns when its port is closed. The data stays. Does nothing when it is down. */
    void stop();

    /** Brings the broker back, with its data and on its port. Does nothing when it is up. */
    void start();

    /** Creates the topics, kept for ever and never compacted; those that are there already stay as they are. */
    default void createTopics(Collection<String> names) {
        List<NewTopic> topics = names.stream()
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1)
                        .configs(Map.of("cleanup.policy", "delete", "retention.ms", "-1")))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
                awaitCreated(created);
            }
        }
    }

    /** As {@link #createTopics(Collection)}. */
    default void createTopics(String... names) {
        createTopics(List.of(names));
    }

    private static void awaitCreated(KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new LocalStackException("Kafka did not create a topic: " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while creating a topic.", e);
        }
    }
}
