package org.inpractice.api;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.inpractice.stream.EventReader;
import org.inpractice.stream.Inbox;
import org.inpractice.stream.Projection;
import org.inpractice.stream.TopicRebuild;
import org.inpractice.stream.Transactions;

/** The read models of this service that are made of other services' events. */
@ApplicationScoped
public class Followers {
    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    ReadModels readModels;

    private final Map<String, Follower<?>> byName = new ConcurrentHashMap<>();

    /**
     * A follower, known to operations under its name; its cursors are kept under that name too.
     *
     * @param topics all topics of the channel whose batches it will receive
     */
    public <E> Follower<E> follow(String name, List<String> topics, EventReader<E> reader, Projection<E> projection) {
        Inbox<E> inbox = new Inbox<>(name, transactions, reader, projection, clock);
        Follower<E> follower = new Follower<>(name, inbox);
        byName.put(name, follower);
        readModels.register(
                name,
                () -> new TopicRebuild<>(
                        name, topics, this::consumerWithoutGroup, transactions, reader, projection, clock));
        try {
            inbox.resume();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        return follower;
    }

    Optional<Follower<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        byName.values().forEach(Follower::stop);
    }

    private Consumer<String, byte[]> consumerWithoutGroup() {
        Map<String, Object> settings = new HashMap<>();
        kafka.forEach((key, value) -> {
            if (ConsumerConfig.configNames().contains(key)) {
                settings.put(key, value);
            }
        });
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
