package org.inpractice.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.PublishedForm;
import org.inpractice.stream.RecordedEvent;

/** The district's events of this service from the event table, for partners who replay or check what the topic gave. */
@Path("/v1/districts/{districtId}/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class EventsResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    DistrictStream stream;

    @Inject
    Instance<PublishedForm> publishedForm;

    /**
     * A page of the stream.
     *
     * @param lastSequence the number of the district's last event: after a page that ends there is nothing more
     */
    public record EventPage(List<CloudEvent> events, long lastSequence) {}

    /** An event in the JSON form of CloudEvents 1.0, with the attributes it has on the topic. */
    public record CloudEvent(
            String specversion,
            UUID id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            String districtid,
            long districtseq,
            long subjectversion,
            Instant recordedat,
            String actor,
            UUID causationid,
            String traceparent,

            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) @JsonRawValue
            String data) {
        static CloudEvent of(RecordedEvent event) {
            return new CloudEvent(
                    "1.0",
                    event.eventId(),
                    "/" + event.source(),
                    event.wireType(),
                    event.streamType() + "/" + event.streamId(),
                    event.occurredAt(),
                    MediaType.APPLICATION_JSON,
                    event.districtId(),
                    event.districtSeq(),
                    event.streamVersion(),
                    event.recordedAt(),
                    event.actor(),
                    event.causationId(),
                    event.traceparent(),
                    event.data());
        }
    }

    /** Events after a sequence number, in order. */
    @GET
    @Operation(
            summary = "Replay the district's events of this service",
            description = "In sequence order and without gaps, in the form they have on the topic."
                    + " Continue with after = the last districtseq of the page.")
    public EventPage events(
            @Parameter(description = "The last sequence number you have; 0 from the beginning.", example = "0")
                    @QueryParam("after")
                    String after,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        long sequence = sequence(after);
        int length = Parameters.limit(limit);
        PublishedForm form = publishedForm.isResolvable() ? publishedForm.get() : published -> published;
        return reads.read(connection -> {
            List<RecordedEvent> events = stream.after(connection, request.districtId(), sequence, length);
            form.prepare(events);
            return new EventPage(
                    events.stream().map(form::apply).map(CloudEvent::of).toList(),
                    stream.lastSequence(connection, request.districtId()));
        });
    }

    private static long sequence(String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw Problems.invalid("after", "Send a sequence number, 0 or greater.");
        }
        return Long.parseLong(after);
    }
}
