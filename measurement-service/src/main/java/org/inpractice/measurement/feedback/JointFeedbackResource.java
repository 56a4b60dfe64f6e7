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

/** What the cycles of an aim, or of a change idea, say together. */
@Path("/v1/districts/{districtId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "What the data says about a change that is being tried.")
public class JointFeedbackResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    JointReading reading;

    /** Of an aim. */
    @GET
    @Path("aims/{aimId}/feedback")
    @Operation(
            summary = "What the cycles that serve an aim say together",
            description =
                    "The verdict, effects and prediction of each started cycle whose plan names the aim, and one verdict"
                            + " for the whole by the rule that is named in the answer: cycles are not averaged, and one that harmed"
                            + " is named beside any number that helped.")
    @APIResponse(responseCode = "200", description = "The cycles' feedback together")
    @APIResponse(responseCode = "404", description = "No cycle of the aim has arrived here; it may be on its way")
    public JointReport ofAim(
            @PathParam("aimId") String id,
            @Parameter(description = "What was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        return report(JointReading.Of.AIM, Parameters.uuid("aimId", id), asOf);
    }

    /** Of a change idea. */
    @GET
    @Path("change-ideas/{changeIdeaId}/feedback")
    @Operation(
            summary = "What the cycles of a change idea say together",
            description = "The same for the ladder of a change idea: does it work wherever it was tried?")
    @APIResponse(responseCode = "200", description = "The cycles' feedback together")
    @APIResponse(
            responseCode = "404",
            description = "No cycle of the change idea has arrived here; it may be on its way")
    public JointReport ofChangeIdea(
            @PathParam("changeIdeaId") String id,
            @Parameter(description = "What was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        return report(JointReading.Of.CHANGE_IDEA, Parameters.uuid("changeIdeaId", id), asOf);
    }

    private JointReport report(JointReading.Of of, UUID id, String asOf) {
        Instant known = Parameters.instant("asOf", asOf);
        return reads.read(connection ->
                reading.report(connection, request.districtId(), of, id, known, request.may("small-cells")));
    }
}
