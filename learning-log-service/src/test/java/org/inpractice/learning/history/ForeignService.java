package org.inpractice.learning.history;

import java.time.Instant;
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

/** Another service as the history sees it: a name, a topic, and numbered events of one district. */
public record ForeignService(String source, String topic, String districtId) {
    public static final Instant START = Instant.parse("2025-09-01T08:00:00Z");
    public static final UUID MEASURE = UUID.fromString("01992f6e-0000-7000-8000-00000000000a");

    public static ForeignService measurement(String districtId) {
        return new ForeignService("measurement-service", Topics.MEASURES, districtId);
    }

    public static ForeignService cycles(String districtId) {
        return new ForeignService("improvement-cycles-service", Topics.CYCLES, districtId);
    }

    /** An observation that occurred {@code seq} days and was recorded {@code seq} minutes after the start. */
    public RecordedEvent observation(long seq) {
        return event(seq, "improvement.observation.recorded", "observation", UUID.randomUUID(), "{\"value\":0.10}");
    }

    public RecordedEvent event(long seq, String type, String streamType, UUID streamId, String data) {
        return new RecordedEvent(
                source,
                districtId,
                seq,
                DistrictStream.newId(),
                streamType,
                streamId,
                seq,
                type,
                1,
                START.plusSeconds(seq * 86_400),
                START.plusSeconds(seq * 60),
                "feed",
                null,
                null,
                data);
    }

    /** The same event by another actor. */
    public static RecordedEvent by(String actor, RecordedEvent event) {
        return with(actor, event.causationId(), event);
    }

    /** The same event, led to by another. */
    public static RecordedEvent because(UUID cause, RecordedEvent event) {
        return with(event.actor(), cause, event);
    }

    private static RecordedEvent with(String actor, UUID cause, RecordedEvent event) {
        return new RecordedEvent(
                event.source(),
                event.districtId(),
                event.districtSeq(),
                event.eventId(),
                event.streamType(),
                event.streamId(),
                event.streamVersion(),
                event.type(),
                event.schemaVersion(),
                event.occurredAt(),
                event.recordedAt(),
                actor,
                cause,
                event.traceparent(),
                event.data());
    }

    /** Puts events on the topic, acknowledged. */
    public void send(List<RecordedEvent> events) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalStackResource.kafka().bootstrapServers(),
                ProducerConfig.LINGER_MS_CONFIG,
                5);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = events.stream()
                    .map(event -> producer.send(CloudEvents.toRecord(topic, event)))
                    .toList();
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public void send(RecordedEvent... events) {
        send(List.of(events));
    }
}
