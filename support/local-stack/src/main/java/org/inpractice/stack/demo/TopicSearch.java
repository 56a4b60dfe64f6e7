package org.inpractice.stack.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning, as any partner may, looking for single events. */
final class TopicSearch {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String bootstrapServers;

    TopicSearch(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Where an event stands on a topic. */
    record Place(String topic, int partition, long offset) {
        @Override
        public String toString() {
            return topic + " partition " + partition + " @ offset " + offset;
        }
    }

    /** The first place with the event of an id; empty when it is not there at all. */
    Optional<Place> find(String topic, String eventId) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long began = System.nanoTime();
            while (System.nanoTime() - began < PATIENCE.toNanos()) {
                for (ConsumerRecord<String, byte[]> read : consumer.poll(Duration.ofMillis(500))) {
                    if (eventId.equals(id(read))) {
                        return Optional.of(new Place(topic, read.partition(), read.offset()));
                    }
                }
                if (ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    private static String id(ConsumerRecord<String, byte[]> read) {
        Header header = read.headers().lastHeader("ce_id");
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
