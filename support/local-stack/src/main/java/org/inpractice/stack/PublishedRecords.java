package org.inpractice.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What really stands on a topic of the shared broker, for the tests of those who send. */
public final class PublishedRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PublishedRecords() {}

    /**
     * The records of one district, from the beginning of the topic.
     *
     * @param count how many to wait for
     * @throws LocalStackException when they do not arrive
     */
    public static List<ConsumerRecord<String, byte[]>> of(String topic, String districtId, int count) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalStackResource.kafka().bootstrapServers(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> received : consumer.poll(Duration.ofMillis(200))) {
                    if (districtId.equals(received.key())) {
                        found.add(received);
                    }
                }
            }
        }
        if (found.size() < count) {
            throw new LocalStackException("Of " + count + " events of district " + districtId + " only " + found.size()
                    + " reached " + topic);
        }
        return found;
    }

    /** A header as text. */
    public static String header(ConsumerRecord<String, byte[]> published, String name) {
        return new String(published.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
