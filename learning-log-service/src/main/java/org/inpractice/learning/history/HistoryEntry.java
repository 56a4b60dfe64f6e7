package org.inpractice.learning.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One event of the district's history.
 *
 * @param source the service whose event it is
 * @param districtSeq 1, 2, 3, … without a gap within source and district
 * @param type as on the wire, version included
 * @param aggregateVersion 1, 2, 3, … within the aggregate
 * @param occurredAt when it happened, as the caller said
 * @param recordedAt when the source learned it
 * @param causationId the event that led to it; absent when none did
 * @param traceparent W3C trace context of the request behind it; absent when there was none
 * @param data the event's JSON as published, byte for byte; texts of the learning log opened
 */
public record HistoryEntry(
        @Schema(examples = "improvement-cycles-service") String source,
        @Schema(examples = "42") long districtSeq,
        UUID eventId,
        @Schema(examples = "improvement.cycle.started.v1") String type,
        @Schema(examples = "cycle") String aggregateType,
        UUID aggregateId,
        long aggregateVersion,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        UUID causationId,
        String traceparent,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue String data) {
    HistoryEntry withData(String opened) {
        return new HistoryEntry(
                source,
                districtSeq,
                eventId,
                type,
                aggregateType,
                aggregateId,
                aggregateVersion,
                occurredAt,
                recordedAt,
                actor,
                causationId,
                traceparent,
                opened);
    }
}
