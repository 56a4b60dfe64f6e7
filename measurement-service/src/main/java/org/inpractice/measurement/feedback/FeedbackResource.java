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
import org.inpractice.api.Problems;

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

    @Inject
    ChangesReading changesReading;

    /** The feedback report of a cycle. */
    @GET
    @Operation(
            summary = "Whether the outcome of a cycle moved since it started",
            description =
                    "For each measure of the cycle, at its site and for its student group: the baseline before the start,"
                            + " frozen there and judged for stability; the signals since; the effect, after minus before,"
                            + " with its 95 % interval; a segmented regression when there are points enough; how complete"
                            + " the data is; and a verdict. One verdict for the whole, a paragraph in plain words, and the"
                            + " prediction, the decision, linked failures and overlapping cycles beside it. Names the rules,"
                            + " the sequence numbers and the events it used, so that it can be repeated. Numbers of small"
                            + " groups are left out, unless the token has the scope small-cells.")
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

    /** What changed between two reports. */
    @GET
    @Path("changes")
    @Operation(
            summary = "What changed between two feedback reports of a cycle, and why",
            description =
                    "The report as of one instant beside the report as of another, and every event recorded in between"
                            + " that it uses: new, corrected and withdrawn data, steps of the cycle, overlapping cycles,"
                            + " failures, another rule set. Both are computed by the rules in force now.")
    @APIResponse(responseCode = "200", description = "The two verdicts and the changes between them")
    @APIResponse(responseCode = "400", description = "An instant is missing or wrong, or they are the wrong way round")
    @APIResponse(responseCode = "404", description = "Nothing of the cycle had arrived here at the later instant")
    @APIResponse(responseCode = "409", description = "The cycle had not started at the later instant")
    public ChangesReport changes(
            @PathParam("cycleId") String id,
            @Parameter(description = "The earlier instant.", required = true, example = "2026-01-01T08:00:00Z")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "The later instant.", required = true, example = "2026-03-01T08:00:00Z")
                    @QueryParam("to")
                    String to) {
        UUID cycleId = Parameters.uuid("cycleId", id);
        Instant earlier = required("from", from);
        Instant later = required("to", to);
        if (later.isBefore(earlier)) {
            throw Problems.invalid("to", "Send an instant that is not before from.");
        }
        return reads.read(connection -> changesReading.changes(
                connection, request.districtId(), cycleId, earlier, later, request.may("small-cells")));
    }

    private static Instant required(String name, String value) {
        Instant instant = Parameters.instant(name, value);
        if (instant == null) {
            throw Problems.invalid(name, "Send an instant with offset, for example 2026-03-01T08:00:00Z.");
        }
        return instant;
    }
}
