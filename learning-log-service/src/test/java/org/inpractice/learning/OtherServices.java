package org.inpractice.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.Topics;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.RecordedEvent;

/** The two other services as this one hears them: numbered events of one district on their topics. */
public final class OtherServices {
    /** When the first event was recorded; each later one a minute after the one before. */
    public static final Instant START = Instant.parse("2025-09-01T08:00:00Z");

    private static final Map<String, String> TOPICS = Map.of(
            "measurement-service", Topics.MEASURES,
            "improvement-cycles-service", Topics.CYCLES);

    private final String districtId;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<RecordedEvent> sent = new ArrayList<>();
    private final List<RecordedEvent> unsent = new ArrayList<>();

    /** Of a district. */
    public OtherServices(String districtId) {
        this.districtId = districtId;
    }

    /** An event of the cycles' service, not sent yet. */
    public RecordedEvent cycles(String type, String data) {
        return tell("improvement-cycles-service", type, data, null);
    }

    /** An event of the measurement service, not sent yet. */
    public RecordedEvent measures(String type, String data) {
        return measures(type, data, null);
    }

    /** An event of the measurement service that another event led to, not sent yet. */
    public RecordedEvent measures(String type, String data, UUID causationId) {
        return tell("measurement-service", type, data, causationId);
    }

    private RecordedEvent tell(String source, String type, String data, UUID causationId) {
        long sequence = sequences.merge(source, 1L, Long::sum);
        Instant at = START.plusSeconds(60L * (sent.size() + unsent.size()));
        RecordedEvent event = new RecordedEvent(
                source,
                districtId,
                sequence,
                DistrictStream.newId(),
                "told",
                UUID.randomUUID(),
                1,
                "improvement." + type,
                1,
                at,
                at,
                "somebody",
                causationId,
                null,
                data);
        unsent.add(event);
        return event;
    }

    /** Whether all that was told was sent. */
    public boolean isSilent() {
        return unsent.isEmpty();
    }

    /** Puts what was told on the topics, acknowledged. */
    public void send() {
        publish(unsent);
        sent.addAll(unsent);
        unsent.clear();
    }

    /** Puts all that was ever sent on the topics again: relays may do so. */
    public void sendAllAgain() {
        publish(sent);
    }

    private static void publish(List<RecordedEvent> events) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalStackResource.kafka().bootstrapServers(),
                ProducerConfig.LINGER_MS_CONFIG,
                5);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> acknowledgements = events.stream()
                    .map(event -> producer.send(CloudEvents.toRecord(TOPICS.get(event.source()), event)))
                    .toList();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
