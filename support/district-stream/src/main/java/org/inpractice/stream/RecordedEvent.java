package org.inpractice.stream;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it stands in a stream or arrived from a topic, its JSON still unread.
 *
 * @param source the service whose stream it belongs to, for example {@code measurement-service}
 * @param districtId the district; order, locking, key and tenancy all hang on it
 * @param districtSeq 1, 2, 3, … without a gap within source and district
 * @param eventId UUIDv7, the same in every copy
 * @param streamType the kind of aggregate, for example {@code cycle}
 * @param streamId the aggregate
 * @param streamVersion 1, 2, 3, … within the aggregate
 * @param type stored type name, without version
 * @param schemaVersion version of the JSON form
 * @param occurredAt when it happened, as the caller says
 * @param recordedAt when we learned it; never decreases along the sequence of a district
 * @param actor who caused it: the token's subject, or a service's name
 * @param causationId the event that led to it, or null
 * @param traceparent W3C trace context of the request, or null
 * @param data the event's JSON, byte for byte as first written
 */
public record RecordedEvent(
        String source,
        String districtId,
        long districtSeq,
        UUID eventId,
        String streamType,
        UUID streamId,
        long streamVersion,
        String type,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        UUID causationId,
        String traceparent,
        String data) {

    /** The type as partners see it, for example {@code improvement.cycle.started.v1}. */
    public String wireType() {
        return type + ".v" + schemaVersion;
    }

    /** The same event with other JSON: the published form of an event whose stored form must not leave the service. */
    public RecordedEvent withData(String published) {
        return new RecordedEvent(
                source,
                districtId,
                districtSeq,
                eventId,
                streamType,
                streamId,
                streamVersion,
                type,
                schemaVersion,
                occurredAt,
                recordedAt,
                actor,
                causationId,
                traceparent,
                published);
    }

    /** The event without its JSON: safe for a log. */
    @Override
    public String toString() {
        return "%s %s#%d %s".formatted(wireType(), districtId, districtSeq, eventId);
    }
}
