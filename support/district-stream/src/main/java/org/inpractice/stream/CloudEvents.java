package org.inpractice.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Events as Kafka records in the CloudEvents 1.0 Kafka protocol binding, binary content mode: attributes are headers
 * named {@code ce_…}, the value is the event's JSON, the key is the district.
 */
public final class CloudEvents {
    private static final byte[] SPEC_VERSION = utf8("1.0");
    private static final byte[] JSON = utf8("application/json");

    private CloudEvents() {}

    /** The record that publishes an event. */
    public static ProducerRecord<String, byte[]> toRecord(String topic, RecordedEvent event) {
        ProducerRecord<String, byte[]> published =
                new ProducerRecord<>(topic, null, event.districtId(), utf8(event.data()));
        Headers headers = published.headers();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", utf8(event.eventId().toString()));
        headers.add("ce_source", utf8("/" + event.source()));
        headers.add("ce_type", utf8(event.wireType()));
        headers.add("ce_subject", utf8(event.streamType() + "/" + event.streamId()));
        headers.add("ce_time", utf8(event.occurredAt().toString()));
        headers.add("content-type", JSON);
        headers.add("ce_districtid", utf8(event.districtId()));
        headers.add("ce_districtseq", utf8(Long.toString(event.districtSeq())));
        headers.add("ce_subjectversion", utf8(Long.toString(event.streamVersion())));
        headers.add("ce_recordedat", utf8(event.recordedAt().toString()));
        headers.add("ce_actor", utf8(event.actor()));
        if (event.causationId() != null) {
            headers.add("ce_causationid", utf8(event.causationId().toString()));
        }
        if (event.traceparent() != null) {
            byte[] traceparent = utf8(event.traceparent());
            headers.add("ce_traceparent", traceparent);
            // Tracing libraries look for the W3C header, CloudEvents readers for the extension.
            headers.add("traceparent", traceparent);
        }
        return published;
    }

    /**
     * The event that a record carries.
     *
     * @throws UnreadableEventException when an attribute that every event of ours has is missing or malformed
     */
    public static RecordedEvent fromRecord(ConsumerRecord<String, byte[]> consumed) {
        Headers headers = consumed.headers();
        try {
            String wireType = required(headers, "ce_type");
            int dot = wireType.lastIndexOf(".v");
            String subject = required(headers, "ce_subject");
            int slash = subject.lastIndexOf('/');
            String causationId = optional(headers, "ce_causationid");
            if (dot < 0 || slash < 0 || consumed.value() == null) {
                throw new UnreadableEventException("malformed type, subject or value");
            }
            return new RecordedEvent(
                    required(headers, "ce_source").substring(1),
                    required(headers, "ce_districtid"),
                    Long.parseLong(required(headers, "ce_districtseq")),
                    UUID.fromString(required(headers, "ce_id")),
                    subject.substring(0, slash),
                    UUID.fromString(subject.substring(slash + 1)),
                    Long.parseLong(required(headers, "ce_subjectversion")),
                    wireType.substring(0, dot),
                    Integer.parseInt(wireType.substring(dot + 2)),
                    Instant.parse(required(headers, "ce_time")),
                    Instant.parse(required(headers, "ce_recordedat")),
                    required(headers, "ce_actor"),
                    causationId == null ? null : UUID.fromString(causationId),
                    optional(headers, "ce_traceparent"),
                    new String(consumed.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | java.time.DateTimeException | IndexOutOfBoundsException e) {
            throw new UnreadableEventException("a CloudEvents attribute is malformed: " + e.getMessage());
        }
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null) {
            throw new UnreadableEventException("the header " + name + " is missing");
        }
        return value;
    }

    private static String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
