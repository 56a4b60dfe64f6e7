package org.inpractice.cycles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.Topics;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.RecordedEvent;

/** Measurement-service as this service hears it: numbered events of one district on its topic. */
public final class MeasurementService {
    private final String districtId;
    private final List<RecordedEvent> told = new ArrayList<>();
    private int sent;

    /** That tells of a district. */
    public MeasurementService(District district) {
        this.districtId = district.id();
    }

    /** Any event; returns its sequence number. */
    public long tell(String recordedAt, String type, String data) {
        long sequence = told.size() + 1L;
        Instant at = Instant.parse(recordedAt);
        told.add(new RecordedEvent(
                "measurement-service",
                districtId,
                sequence,
                DistrictStream.newId(),
                "any",
                UUID.randomUUID(),
                1,
                type,
                1,
                at,
                at,
                "measurement-service",
                null,
                null,
                data));
        return sequence;
    }

    /** A monthly rate in percent, of which less is better. */
    public void defines(String measureId) {
        tell("2024-08-01T00:00:00Z", "improvement.measure.defined", """
                {"measureId":"%s","name":"Chronic absence","kind":"outcome","valueType":"rate","unit":"percent",
                 "direction":"decrease","period":"month","owner":"Director","countsPeople":true}""".formatted(measureId));
    }

    /** How many of a hundred in a month. */
    public long observes(String recordedAt, String measureId, String siteId, String month, int percent) {
        return point(
                recordedAt,
                "recorded",
                measureId,
                siteId,
                month,
                "\"status\":\"reported\",\"numerator\":" + percent + ",\"denominator\":100");
    }

    /** A data point, told in one of the ways. */
    public long point(String recordedAt, String how, String measureId, String siteId, String month, String more) {
        return tell(recordedAt, "improvement.observation." + how, """
                {"observationId":"%s","measureId":"%s","siteId":"%s","studentGroup":"all","period":"%s",
                 "periodStart":"%s-01","periodEnd":"%s-28",%s}""".formatted(
                        UUID.randomUUID(), measureId, siteId, month, month, month, more));
    }

    /** A verdict on a cycle. */
    public long judges(String recordedAt, String cycleId, String verdict, String measureId, double effect) {
        return tell(recordedAt, "improvement.feedback.changed", """
                {"cycleId":"%s","siteId":"19647330112536","studentGroup":"all","verdict":"%s","why":"A shift of six.",
                 "measureId":"%s","effect":{"estimate":%s,"unit":"percentage points","level":0.95,"low":-5,"high":-1,
                 "method":"two_proportions"},"fromSequence":2,"toSequence":%d,"ruleSet":"perla-v2","new":"tolerated"}""".formatted(
                        cycleId, verdict, measureId, effect, told.size()));
    }

    /** Sends what was told since the last time, acknowledged. */
    public void send() {
        send(told.subList(sent, told.size()));
        sent = told.size();
    }

    /** Sends again what was sent. */
    public void sendAgain() {
        send(told);
    }

    private static void send(List<RecordedEvent> events) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalStackResource.kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var acknowledged : events.stream()
                    .map(event -> producer.send(CloudEvents.toRecord(Topics.MEASURES, event)))
                    .toList()) {
                acknowledged.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
