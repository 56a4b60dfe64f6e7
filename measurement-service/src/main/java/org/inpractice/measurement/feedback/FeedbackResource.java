package org.inpractice.measurement.feedback;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Parameters;

/** Whether the outcome of a cycle moved. */
@Path("/v1/districts/{districtId}/cycles/{cycleId}/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "What the data says about a change that is being tried.")
public class FeedbackResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    FeedbackReading reading;

    /** The feedback report of a cycle. */
    @GET
    @Operation(
            summary = "Whether the outcome of a cycle moved since it started",
            description =
                    "For each measure of the cycle, at its site and for its student group: the median before the start,"
                            + " the points since, run chart shift and trend against the frozen median, and a verdict; the"
                            + " prediction, the decision and linked failures beside it. Names the rules and the sequence"
                            + " numbers it used, so that it can be repeated. Numbers of small groups are left out, unless"
                            + " the token has the scope small-cells.")
    @APIResponse(responseCode = "200", description = "The report")
    @APIResponse(responseCode = "404", description = "Nothing of the cycle has arrived here; it may be on its way")
    @APIResponse(responseCode = "409", description = "The cycle has not started")
    public FeedbackReport feedback(
            @PathParam("cycleId") String id,
            @Parameter(description = "What was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        UUID cycleId = Parameters.uuid("cycleId", id);
        Instant known = Parameters.instant("asOf", asOf);
        return reads.read(connection ->
                reading.report(connection, request.districtId(), cycleId, known, request.may("small-cells")));
    }
}
