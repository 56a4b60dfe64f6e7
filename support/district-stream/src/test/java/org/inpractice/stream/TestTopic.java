package org.inpractice.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of the real broker. */
record TestTopic(String name, String bootstrap) {
    /** A new one; the name must be that of the test. */
    static TestTopic create(String name) {
        Servers.kafka().createTopics(name);
        return new TestTopic(name, Servers.kafka().bootstrapServers());
    }

    /** As the services set their relay's producer. */
    KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "delivery.timeout.ms",
                Integer.MAX_VALUE,
                "batch.size",
                64 * 1024,
                "reconnect.backoff.max.ms",
                200);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Without a group: it commits nothing. */
    KafkaConsumer<String, byte[]> consumer() {
        return consumer(Map.of());
    }

    KafkaConsumer<String, byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false, "auto.offset.reset", "earliest"));
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Puts events on the topic, in the order given, and waits for the acknowledgements. */
    void publish(List<RecordedEvent> events) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            events.forEach(event -> {
                var unused = producer.send(CloudEvents.toRecord(name, event));
            });
            producer.flush();
        }
    }

    /** Everything on the topic; of each district in order. */
    List<RecordedEvent> events() {
        List<RecordedEvent> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> received : consumer.poll(Duration.ofMillis(100))) {
                    events.add(CloudEvents.fromRecord(received));
                }
            }
        }
        return events;
    }

    /**
     * Checks that the topic holds every event of the database, of each district the first occurrences in order, and that
     * copies are the same.
     *
     * @return the number of copies
     */
    int assertHoldsEverythingInOrder(StreamDatabase database) throws Exception {
        Map<String, List<RecordedEvent>> first = new HashMap<>();
        Map<UUID, RecordedEvent> byId = new HashMap<>();
        int copies = 0;
        for (RecordedEvent event : events()) {
            RecordedEvent known = byId.putIfAbsent(event.eventId(), event);
            if (known == null) {
                first.computeIfAbsent(event.districtId(), district -> new ArrayList<>())
                        .add(event);
            } else {
                assertEquals(known, event);
                copies++;
            }
        }
        Set<String> districts = new HashSet<>(database.rows("select district_id from district_head"));
        assertEquals(districts, first.keySet());
        for (String district : districts) {
            assertEquals(database.events(district), first.get(district));
        }
        return copies;
    }
}
