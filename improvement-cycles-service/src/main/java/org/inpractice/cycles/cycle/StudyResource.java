package org.inpractice.cycles.cycle;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictRequest;
import org.inpractice.cycles.cycle.CycleCommand.DecideCycle;
import org.inpractice.cycles.cycle.CycleCommand.Standardise;
import org.inpractice.cycles.cycle.CycleCommand.StudyCycle;
import org.inpractice.cycles.cycle.CycleRequests.CycleDecision;
import org.inpractice.cycles.cycle.CycleRequests.CycleStudy;
import org.inpractice.cycles.cycle.CycleRequests.Standardisation;
import org.inpractice.cycles.cycle.CycleViews.CycleVersion;
import org.inpractice.stream.DistrictStream;

/** Study and act over REST; with each the service keeps what it knew of feedback at that moment. */
@Path("/v1/districts/{districtId}/cycles/{cycleId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class StudyResource {
    @Inject
    DistrictRequest request;

    @Inject
    Cycles cycles;

    @Inject
    CycleMoves moves;

    /** Studies. */
    @POST
    @Path("study")
    @Operation(
            summary = "Compare what happened with what was predicted",
            description =
                    "What the service knows of feedback at this moment, verdict and numbers, is kept beside what you"
                            + " say; when it knows nothing yet, that is kept.")
    @APIResponse(
            responseCode = "200",
            description = "Studied",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "Not started yet, on hold, cancelled, or studied already")
    public Response study(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the study as a JSON object.") CycleStudy study) {
        var studied = new CycleEvent.CycleStudied(
                cycleId,
                study.comparedWithPrediction(),
                study.whatHappened(),
                study.learned(),
                study.feedback(),
                moves.dayOf(study.studiedOn(), study.occurredAt()),
                null);
        var command = new StudyCycle(studied, moves.latestToday());
        return moves.move(
                cycleId,
                study,
                study.occurredAt(),
                null,
                (connection, district, id, seen, cause) ->
                        cycles.study(connection, district, id, seen, cause, command));
    }

    /** Decides. */
    @POST
    @Path("decision")
    @Operation(
            summary = "Adopt, adapt or abandon",
            description =
                    "Adapting asks for next, the plan of the next rung: aim, team, measures, place, group and owner"
                            + " are taken over when absent, predictions never. Its id is nextCycleId of the answer. Adopting asks"
                            + " for standard work with an owner, now or later.")
    @APIResponse(
            responseCode = "200",
            description = "Decided; missing names the standard work when an idea was adopted without it",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "400", description = "Adapting without next, or next without adapting")
    @APIResponse(responseCode = "409", description = "Not studied yet, cancelled, or decided already")
    public Response decide(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the decision as a JSON object.") CycleDecision decision) {
        NextPlan next = decision.next() == null ? null : decision.next().plan(DistrictStream.newId());
        var command = new DecideCycle(
                decision.decision(),
                decision.rationale(),
                moves.dayOf(decision.decidedOn(), decision.occurredAt()),
                next,
                decision.standardWork(),
                decision.scaling(),
                null,
                moves.latestToday());
        return moves.move(
                cycleId,
                decision,
                decision.occurredAt(),
                next == null ? null : next.cycleId(),
                (connection, district, id, seen, cause) ->
                        cycles.decide(connection, district, id, seen, cause, command));
    }

    /** Makes it standard work. */
    @PUT
    @Path("standard-work")
    @Operation(
            summary = "Make an adopted idea standard work, or put that differently",
            description = "Send all of it, with the ETag you read as If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "Standard work, or unchanged when it says the same",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "The idea is not adopted here")
    @APIResponse(responseCode = "412", description = "It has changed since you read it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response standardise(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the standard work as a JSON object.") Standardisation standard) {
        var command = new Standardise(standard.standardWork(), standard.scaling());
        return moves.move(
                cycleId,
                request.requiredIfMatch(),
                standard,
                standard.occurredAt(),
                null,
                (connection, district, id, seen, cause) ->
                        cycles.standardise(connection, district, id, seen, cause, command));
    }
}
