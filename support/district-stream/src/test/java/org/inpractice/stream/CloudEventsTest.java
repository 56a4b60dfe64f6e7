package org.inpractice.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** Events on the wire. */
class CloudEventsTest {
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void an_event_comes_back_from_the_broker_as_it_was_sent() {
        // given
        TestTopic topic = TestTopic.create("cloud-events");
        List<RecordedEvent> sent = List.of(
                event(1, DistrictStream.newId(), TRACEPARENT, "{\"text\":\"año 学校\",\"value\":0.10}"),
                event(2, null, null, "{}"));
        // when
        topic.publish(sent);
        // then
        assertEquals(sent, topic.events());
    }

    @Test
    void the_record_is_keyed_by_district_and_carries_the_attributes_as_headers() {
        // given
        RecordedEvent event = event(7, null, TRACEPARENT, "{\"a\":1}");
        // when
        ProducerRecord<String, byte[]> made = CloudEvents.toRecord("topic", event);
        // then
        assertEquals("0000001", made.key());
        assertArrayEquals("{\"a\":1}".getBytes(StandardCharsets.UTF_8), made.value());
        assertEquals("1.0", header(made, "ce_specversion"));
        assertEquals(event.eventId().toString(), header(made, "ce_id"));
        assertEquals("/notes-service", header(made, "ce_source"));
        assertEquals("test.note.written.v1", header(made, "ce_type"));
        assertEquals("note/" + event.streamId(), header(made, "ce_subject"));
        assertEquals("2025-09-15T07:30:00Z", header(made, "ce_time"));
        assertEquals("0000001", header(made, "ce_districtid"));
        assertEquals("7", header(made, "ce_districtseq"));
        assertEquals("application/json", header(made, "content-type"));
        assertEquals(TRACEPARENT, header(made, "ce_traceparent"));
        assertEquals(TRACEPARENT, header(made, "traceparent"));
        assertNull(made.headers().lastHeader("ce_causationid"));
    }

    @Test
    void a_record_without_one_of_the_attributes_is_unreadable() {
        for (Header left :
                CloudEvents.toRecord("topic", event(1, null, null, "{}")).headers()) {
            if (List.of("ce_specversion", "content-type").contains(left.key())) {
                continue;
            }
            // given
            ConsumerRecord<String, byte[]> consumed = consumed();
            consumed.headers().remove(left.key());
            // when then
            assertThrows(UnreadableEventException.class, () -> CloudEvents.fromRecord(consumed), left.key());
        }
    }

    @Test
    void a_record_with_a_malformed_attribute_is_unreadable() {
        for (String name : List.of("ce_id", "ce_type", "ce_subject", "ce_time", "ce_districtseq", "ce_source")) {
            // given
            ConsumerRecord<String, byte[]> consumed = consumed();
            consumed.headers().remove(name).add(name, new byte[0]);
            // when then
            assertThrows(UnreadableEventException.class, () -> CloudEvents.fromRecord(consumed), name);
        }
    }

    private static ConsumerRecord<String, byte[]> consumed() {
        ProducerRecord<String, byte[]> made = CloudEvents.toRecord("topic", event(1, null, null, "{}"));
        ConsumerRecord<String, byte[]> consumed = new ConsumerRecord<>("topic", 0, 0, made.key(), made.value());
        made.headers().forEach(header -> consumed.headers().add(header));
        return consumed;
    }

    private static String header(ProducerRecord<String, byte[]> made, String name) {
        return new String(made.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static RecordedEvent event(long sequence, UUID causation, String traceparent, String json) {
        return new RecordedEvent(
                "notes-service",
                "0000001",
                sequence,
                DistrictStream.newId(),
                "note",
                DistrictStream.newId(),
                3,
                "test.note.written",
                1,
                Instant.parse("2025-09-15T07:30:00Z"),
                Instant.parse("2026-01-07T12:00:00.123456Z"),
                "maria@example.org",
                causation,
                traceparent,
                json);
    }
}
