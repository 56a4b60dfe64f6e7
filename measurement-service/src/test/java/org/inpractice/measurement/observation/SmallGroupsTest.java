package org.inpractice.measurement.observation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.inpractice.measurement.Calls.observation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class SmallGroupsTest {
    private final Calls district = Calls.ofNewDistrict();

    @Test
    void keeps_small_groups_to_itself_on_the_topic_in_the_replay_and_for_readers_without_the_scope() {
        String measure = district.measure("outcome", "rate", "decrease", "month");
        String small = observation(measure, "2025-09", "\"numerator\": 7, \"denominator\": 10");
        String id = district.post(small).then().statusCode(201).extract().path("observationId");
        district.post(observation(measure, "2025-10", "\"numerator\": 7, \"denominator\": 11"))
                .then()
                .statusCode(201);
        district.series(measure, "")
                .then()
                .body("items.status", contains("suppressed", "reported"))
                .body("items.denominator", contains(null, 11));
        district.with(List.of("read", "small-cells"))
                .get(district.path("measures/" + measure + "/series?siteId=0019"))
                .then()
                .body("items.denominator", contains(10, 11));
        district.call()
                .get(district.path("observations/" + id))
                .then()
                .body("status", equalTo("suppressed"))
                .body("numerator", nullValue())
                .body("versions[0].denominator", nullValue());
        district.call()
                .get(district.path("events"))
                .then()
                .body("events.data.status", contains(null, "suppressed", "reported"))
                .body("events.data.denominator", contains(null, null, 11));
        EventContract contract = EventContract.ofThisRepository();
        List<RecordedEvent> sent = sent(3);
        for (RecordedEvent event : sent) {
            assertEquals(List.of(), contract.violations(event.wireType(), event.data()));
        }
        assertFalse(sent.get(1).data().contains("numerator"));
    }

    /** This district's events on the topic. */
    private List<RecordedEvent> sent(int atLeast) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", LocalStackResource.kafka().bootstrapServers(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("improvement.measures.v1").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<RecordedEvent> sent = new ArrayList<>();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                for (ConsumerRecord<String, byte[]> polled : consumer.poll(Duration.ofMillis(200))) {
                    if (Objects.equals(polled.key(), district.district())) {
                        assertFalse(new String(polled.value(), StandardCharsets.UTF_8).isBlank());
                        sent.add(CloudEvents.fromRecord(polled));
                    }
                }
                return sent.size() >= atLeast;
            });
            return sent;
        }
    }
}
