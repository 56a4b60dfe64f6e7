package org.inpractice.learning.history;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;

/** One event of the history, what led to it, and what it led to. */
@Path("/v1/districts/{districtId}/history/{eventId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History")
public class ProvenanceResource {
    private static final int MOST_LEVELS = 20;
    private static final int USUAL_LEVELS = 5;

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    OpenedEntries opened;

    /** Reads with one event at hand. */
    private interface Answer<T> {
        T of(Provenance provenance, HistoryEntry event) throws SQLException;
    }

    /** The event. */
    @GET
    @Operation(summary = "One event of the history")
    @APIResponse(responseCode = "200", description = "The event")
    @APIResponse(responseCode = "404", description = "No such event in this district, or none yet at asOf")
    public HistoryEntry one(
            @PathParam("eventId") String eventId,
            @Parameter(description = "404 when it was recorded later.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        return answer(eventId, asOf, (provenance, event) -> event);
    }

    /** Its causes. */
    @GET
    @Path("why")
    @Operation(
            summary = "Why it happened: the chain of causes through all services",
            description = "The nearest cause first, up to 100. A cause that has not arrived here ends the chain and is"
                    + " named in endedAt; it is in the answer as soon as it arrives.")
    @APIResponse(responseCode = "200", description = "The chain")
    @APIResponse(responseCode = "404", description = "No such event in this district, or none yet at asOf")
    public CausalChain why(
            @PathParam("eventId") String eventId,
            @Parameter(description = "What was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        return answer(eventId, asOf, Provenance::why);
    }

    /** Its effects. */
    @GET
    @Path("effects")
    @Operation(
            summary = "What it led to: the tree of effects through all services",
            description = "Up to 500 events. Where an event has more direct effects than limit, next is the cursor for"
                    + " that event's own /effects; where a branch is cut, cut says why.")
    @APIResponse(responseCode = "200", description = "The tree")
    @APIResponse(responseCode = "404", description = "No such event in this district, or none yet at asOf")
    public CausalTree effects(
            @PathParam("eventId") String eventId,
            @Parameter(description = "How many levels, 1 to 20, 5 when absent.", example = "5") @QueryParam("depth")
                    String depth,
            @Parameter(
                            description = "How many direct effects of each event, 1 to 500, 100 when absent.",
                            example = "100")
                    @QueryParam("limit")
                    String limit,
            @Parameter(description = "A next of an earlier answer, for the direct effects of this event.")
                    @QueryParam("cursor")
                    String cursor,
            @Parameter(description = "What was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        int levels = levels(depth);
        int wide = Parameters.limit(limit);
        TimelinePosition after = TimelinePosition.of(cursor);
        return answer(eventId, asOf, (provenance, event) -> provenance.effects(event, levels, wide, after));
    }

    private <T> T answer(String id, String asOfText, Answer<T> answer) {
        UUID eventId = Parameters.uuid("eventId", id);
        Instant asOf = Parameters.instant("asOf", asOfText);
        return reads.read(connection -> {
            Provenance provenance = new Provenance(connection, opened, request.districtId(), asOf);
            HistoryEntry event = provenance.event(eventId);
            if (event == null) {
                throw new NotFound("event");
            }
            return answer.of(provenance, event);
        });
    }

    private static int levels(String depth) {
        if (depth == null) {
            return USUAL_LEVELS;
        }
        if (depth.matches("\\d{1,2}")) {
            int levels = Integer.parseInt(depth);
            if (levels >= 1 && levels <= MOST_LEVELS) {
                return levels;
            }
        }
        throw Problems.invalid("depth", "Send a number from 1 to " + MOST_LEVELS + ".");
    }
}
