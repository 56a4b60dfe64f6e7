package org.inpractice.cycles.feedback;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;

/** What measurement-service has said of a cycle, as this service has heard it. */
@Path("/v1/districts/{districtId}/cycles/{cycleId}/verdicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class VerdictResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /** A page of verdicts. */
    @GET
    @Operation(
            summary = "The verdicts on a cycle, newest first",
            description = "As told on the topic improvement.measures.v1, each with the instants from and until which"
                    + " measurement-service said so. The full report is there, under the same path with feedback.")
    @APIResponse(responseCode = "404", description = "Nothing has been said of such a cycle in this district")
    public Page<SaidVerdict> verdicts(
            @PathParam("cycleId") UUID cycleId,
            @Parameter(description = "What had been said by this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        Instant at = Parameters.instant("asOf", asOf);
        long before = Cursor.sequence(cursor);
        List<SaidVerdict> rows = reads.read(connection -> {
            String districtId = request.districtId();
            if (Verdicts.newestFirst(connection, districtId, cycleId, null, Long.MAX_VALUE, 1)
                    .isEmpty()) {
                throw new NotFound("cycle with a verdict");
            }
            return Verdicts.newestFirst(connection, districtId, cycleId, at, before, length + 1);
        });
        return Page.of(rows, length, row -> Cursor.of(String.valueOf(row.sequence())));
    }
}
