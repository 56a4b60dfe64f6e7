package org.inpractice.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private static final String TOPIC = "improvement.measures.v1";

    @TempDir
    Path folder;

    @Test
    void keeps_topic_data_and_port_over_a_stop_and_start() throws Exception {
        // given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, 0)) {
            kafka.createTopics(TOPIC);
            String address = kafka.bootstrapServers();
            send(address, TOPIC, "before");
            // when
            kafka.stop();
            assertFalse(Ports.inUse(port(address)));
            kafka.start();
            // then
            assertEquals(address, kafka.bootstrapServers());
            assertEquals(List.of("before"), read(address));
            kafka.createTopics(TOPIC);
            assertEquals(List.of("before"), read(address));
        }
    }

    @Test
    void keeps_topic_data_for_another_start_on_the_same_folder() throws Exception {
        // given
        Path data = folder.resolve("kafka");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0, 0)) {
            kafka.createTopics(TOPIC);
            send(kafka.bootstrapServers(), TOPIC, "first run");
        }
        // when
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0, 0)) {
            // then
            assertEquals(List.of("first run"), read(kafka.bootstrapServers()));
        }
    }

    @Test
    void keeps_topics_for_ever_and_never_compacts_them() throws Exception {
        // given
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            // when
            kafka.createTopics(TOPIC);
            // then
            Config config =
                    admin.describeConfigs(List.of(topic)).values().get(topic).get();
            assertEquals("delete", config.get("cleanup.policy").value());
            assertEquals("-1", config.get("retention.ms").value());
            assertEquals(
                    KafkaBroker.PARTITIONS,
                    admin.describeTopics(List.of(TOPIC))
                            .allTopicNames()
                            .get()
                            .get(TOPIC)
                            .partitions()
                            .size());
        }
    }

    @Test
    void does_not_make_a_topic_because_somebody_writes_to_it() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, 0)) {
            // when
            ExecutionException refusal = assertThrows(
                    ExecutionException.class, () -> send(kafka.bootstrapServers(), "improvement.misspelt.v1", "lost"));
            // then
            assertInstanceOf(TimeoutException.class, refusal.getCause());
        }
    }

    @Test
    void refuses_a_port_in_use() {
        // given
        try (EmbeddedKafka first = EmbeddedKafka.start(folder.resolve("first"), 0, 0)) {
            // when
            LocalStackException refusal = assertThrows(
                    LocalStackException.class,
                    () -> EmbeddedKafka.start(folder.resolve("second"), port(first.bootstrapServers()), 0));
            // then
            assertTrue(refusal.getMessage().contains("Kafka wanted it"));
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    private static void send(String address, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "acks", "all", "max.block.ms", 2000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "1964733", value)).get();
        }
    }

    private static List<String> read(String address) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}
