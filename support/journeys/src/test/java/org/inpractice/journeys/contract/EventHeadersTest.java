package org.inpractice.journeys.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.Topics;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;

/** {@code docs/events/headers.json} against the headers that the relay really sends. */
class EventHeadersTest {
    private static final EventContract CONTRACT = EventContract.ofThisRepository();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_sample_becomes_a_record_with_exactly_the_described_headers() throws IOException {
        // given
        Schema described = describedHeaders();
        for (String topic : Topics.ALL) {
            for (String wireType : CONTRACT.wireTypes(topic)) {
                // when
                ObjectNode sent = headers(CloudEvents.toRecord(topic, sample(wireType)));

                // then
                assertEquals(
                        List.of(),
                        described.validate(
                                sent.toString(),
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))));
            }
        }
    }

    @Test
    void no_header_is_described_that_is_never_sent() throws IOException {
        // given
        Set<String> described = new TreeSet<>();
        JSON.readTree(headersFile()).path("properties").fieldNames().forEachRemaining(described::add);

        // when
        ObjectNode sent =
                headers(CloudEvents.toRecord(Topics.CYCLES, causedBy(sample("improvement.cycle.planned.v1"))));

        // then
        described.removeAll(names(sent));
        assertEquals(Set.of(), described);
    }

    @Test
    void the_page_for_partners_explains_every_header() throws IOException {
        // given
        String page = Files.readString(CONTRACT.folder().resolve("README.md"));

        // then
        for (String name : names(JSON.readTree(headersFile()).path("properties"))) {
            assertTrue(page.contains("| `" + name + "` |"), name);
        }
    }

    @Test
    void a_reader_gets_every_sample_back_from_its_record() throws IOException {
        for (String topic : Topics.ALL) {
            for (String wireType : CONTRACT.wireTypes(topic)) {
                // given
                RecordedEvent sample = sample(wireType);
                ProducerRecord<String, byte[]> sent = CloudEvents.toRecord(topic, sample);

                // when
                RecordedEvent read = CloudEvents.fromRecord(new ConsumerRecord<>(
                        topic,
                        0,
                        0,
                        0L,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        sent.key(),
                        sent.value(),
                        new RecordHeaders(sent.headers()),
                        java.util.Optional.empty()));

                // then
                assertEquals(sample, read);
                assertEquals(sample.districtId(), sent.key());
            }
        }
    }

    private static RecordedEvent sample(String wireType) throws IOException {
        JsonNode sample = JSON.readTree(CONTRACT.sample(wireType));
        String subject = sample.path("subject").asText();
        int slash = subject.indexOf('/');
        int version = wireType.lastIndexOf(".v");
        return new RecordedEvent(
                sample.path("source").asText().substring(1),
                sample.path("districtid").asText(),
                sample.path("districtseq").asLong(),
                UUID.fromString(sample.path("id").asText()),
                subject.substring(0, slash),
                UUID.fromString(subject.substring(slash + 1)),
                sample.path("subjectversion").asLong(),
                wireType.substring(0, version),
                Integer.parseInt(wireType.substring(version + 2)),
                Instant.parse(sample.path("time").asText()),
                Instant.parse(sample.path("recordedat").asText()),
                sample.path("actor").asText(),
                null,
                sample.path("traceparent").asText(null),
                CONTRACT.sampleData(wireType));
    }

    private static RecordedEvent causedBy(RecordedEvent event) {
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
                event.actor(),
                event.eventId(),
                event.traceparent(),
                event.data());
    }

    private static Schema describedHeaders() throws IOException {
        ObjectNode closed = (ObjectNode) JSON.readTree(headersFile());
        closed.put("additionalProperties", false);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(closed.toString(), InputFormat.JSON);
    }

    private static String headersFile() throws IOException {
        return Files.readString(CONTRACT.folder().resolve("headers.json"));
    }

    private static ObjectNode headers(ProducerRecord<String, byte[]> sent) {
        ObjectNode headers = JSON.createObjectNode();
        for (Header header : sent.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
