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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.cycle.CycleCommand.DecideCycle;
import org.inpractice.cycles.cycle.CycleCommand.NoteObservation;
import org.inpractice.cycles.cycle.CycleCommand.StartCycle;
import org.inpractice.cycles.cycle.CycleCommand.StudyCycle;
import org.inpractice.cycles.cycle.CycleRequests.CycleDecision;
import org.inpractice.cycles.cycle.CycleRequests.CycleNote;
import org.inpractice.cycles.cycle.CycleRequests.CycleStart;
import org.inpractice.cycles.cycle.CycleRequests.CycleStudy;
import org.inpractice.cycles.cycle.CycleViews.CycleVersion;
import org.inpractice.cycles.cycle.Cycles.Moved;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** The steps of the method over REST. If-Match is welcome on each; without it the rules alone decide. */
@Path("/v1/districts/{districtId}/cycles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles", description = "Plan, do, study, act: planned, started, studied, decided.")
public class CycleResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Cycles cycles;

    @Inject
    Clock clock;

    /** Plans. */
    @POST
    @Operation(
            summary = "Plan a cycle",
            description = "Prediction and measures may follow later; without them it cannot start. With previousCycleId"
                    + " it is the next rung above a cycle that was adopted or adapted.")
    @APIResponse(
            responseCode = "201",
            description = "Planned; Location and ETag are the cycle's",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and the remedy")
    @APIResponse(responseCode = "409", description = "The previous cycle is not decided, or was abandoned")
    public Response plan(@Valid @NotNull(message = "Send the plan as a JSON object.") CyclePlanTerms terms) {
        UUID cycleId = DistrictStream.newId();
        Append.Cause cause = request.cause(terms.occurredAt());
        return writes.write(terms, connection -> {
            Moved moved = cycles.plan(connection, request.districtId(), cycleId, cause, terms);
            return Answer.created("cycles/" + cycleId, version(moved, CycleState.PLANNED, null), moved.version());
        });
    }

    /** Revises the plan. */
    @PUT
    @Path("{cycleId}/plan")
    @Operation(
            summary = "Plan it differently, before the start",
            description = "Send all of the plan, with the ETag you read as If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "Revised, or unchanged when it says the same",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "The cycle is started: the plan is fixed")
    @APIResponse(responseCode = "412", description = "It has changed since you read it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the plan as a JSON object.") CyclePlanTerms terms) {
        OptionalLong seen = request.requiredIfMatch();
        Append.Cause cause = request.cause(terms.occurredAt());
        return writes.write(terms, connection -> {
            Moved moved = cycles.revise(connection, request.districtId(), cycleId, seen, cause, terms);
            return Answer.ok(version(moved, CycleState.PLANNED, null), moved.version());
        });
    }

    /** Starts. */
    @POST
    @Path("{cycleId}/start")
    @Operation(
            summary = "Start to try the change",
            description = "Asks for a prediction, a measure, an end, and on the first rung a site or student group.")
    @APIResponse(
            responseCode = "200",
            description = "Started; the plan is fixed from here on",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "The problem names the missing step of the method")
    public Response start(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the start as a JSON object.") CycleStart start) {
        return move(
                cycleId,
                start,
                start.occurredAt(),
                CycleState.STARTED,
                new StartCycle(start.startedOn(), latestToday()));
    }

    /** Notes. */
    @POST
    @Path("{cycleId}/notes")
    @Operation(summary = "Note what you notice while trying the change")
    @APIResponse(
            responseCode = "200",
            description = "Noted",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "Not started yet, or studied already")
    public Response note(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the note as a JSON object.") CycleNote note) {
        return move(
                cycleId,
                note,
                note.occurredAt(),
                CycleState.STARTED,
                new NoteObservation(note.note(), note.on(), latestToday()));
    }

    /** Studies. */
    @POST
    @Path("{cycleId}/study")
    @Operation(summary = "Compare what happened with what was predicted")
    @APIResponse(
            responseCode = "200",
            description = "Studied",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "Not started yet, or studied already")
    public Response study(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the study as a JSON object.") CycleStudy study) {
        var studied = new CycleEvent.CycleStudied(
                cycleId,
                study.comparedWithPrediction(),
                study.whatHappened(),
                study.learned(),
                study.feedback(),
                dayOf(study.studiedOn(), study.occurredAt()));
        return move(cycleId, study, study.occurredAt(), CycleState.STUDIED, new StudyCycle(studied, latestToday()));
    }

    /** Decides. */
    @POST
    @Path("{cycleId}/decision")
    @Operation(
            summary = "Adopt, adapt or abandon",
            description = "Adapting asks for next, the plan of the next rung: aim, measures, site, group and owner are"
                    + " taken over when absent, the prediction never. Its id is nextCycleId of the answer.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "400", description = "Adapting without next, or next without adapting")
    @APIResponse(responseCode = "409", description = "Not studied yet, or decided already")
    public Response decide(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the decision as a JSON object.") CycleDecision decision) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(decision.occurredAt());
        NextPlan next = decision.next() == null ? null : decision.next().plan(DistrictStream.newId());
        var command = new DecideCycle(
                decision.decision(),
                decision.rationale(),
                dayOf(decision.decidedOn(), decision.occurredAt()),
                next,
                latestToday());
        return writes.write(decision, connection -> {
            Moved moved = cycles.decide(connection, request.districtId(), cycleId, seen, cause, command);
            UUID nextCycleId = next == null ? null : next.cycleId();
            return Answer.ok(version(moved, CycleState.DECIDED, nextCycleId), moved.version());
        });
    }

    private Response move(UUID cycleId, Object body, Instant occurredAt, CycleState state, CycleCommand command) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(occurredAt);
        return writes.write(body, connection -> {
            Moved moved = cycles.handle(connection, request.districtId(), cycleId, seen, cause, command);
            return Answer.ok(version(moved, state, null), moved.version());
        });
    }

    private static CycleVersion version(Moved moved, CycleState state, UUID nextCycleId) {
        CyclePlan plan = moved.plan();
        return new CycleVersion(plan.cycleId(), state, plan.changeIdeaId(), plan.rung(), moved.version(), nextCycleId);
    }

    private LocalDate latestToday() {
        return Days.latestToday(clock.instant());
    }

    private LocalDate dayOf(LocalDate day, Instant occurredAt) {
        return day != null ? day : Days.of(occurredAt == null ? clock.instant() : occurredAt);
    }
}
