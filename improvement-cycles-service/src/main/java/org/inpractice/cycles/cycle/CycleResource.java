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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.cycles.cycle.CycleCommand.CancelCycle;
import org.inpractice.cycles.cycle.CycleCommand.CompleteTask;
import org.inpractice.cycles.cycle.CycleCommand.NoteObservation;
import org.inpractice.cycles.cycle.CycleCommand.PauseCycle;
import org.inpractice.cycles.cycle.CycleCommand.ResumeCycle;
import org.inpractice.cycles.cycle.CycleCommand.StartCycle;
import org.inpractice.cycles.cycle.CycleRequests.CycleHalt;
import org.inpractice.cycles.cycle.CycleRequests.CycleNote;
import org.inpractice.cycles.cycle.CycleRequests.CycleResumption;
import org.inpractice.cycles.cycle.CycleRequests.CycleStart;
import org.inpractice.cycles.cycle.CycleRequests.TaskCompletion;
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
    CycleMoves moves;

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
            return Answer.created("cycles/" + cycleId, CycleMoves.version(moved, null), moved.version());
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
        return moves.move(
                cycleId,
                request.requiredIfMatch(),
                terms,
                terms.occurredAt(),
                null,
                (connection, district, id, seen, cause) -> cycles.revise(connection, district, id, seen, cause, terms));
    }

    /** Starts. */
    @POST
    @Path("{cycleId}/start")
    @Operation(
            summary = "Start to try the change",
            description = "Asks for a prediction, a measure, an end, and on the first rung a small place; and that the"
                    + " team has fewer cycles in progress than it allows itself, or overWorkLimit.")
    @APIResponse(
            responseCode = "200",
            description = "Started; the plan is fixed from here on",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "The problem names the missing step of the method")
    public Response start(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the start as a JSON object.") CycleStart start) {
        var command = new StartCycle(start.startedOn(), moves.latestToday());
        return moves.move(
                cycleId,
                start,
                start.occurredAt(),
                null,
                (connection, district, id, seen, cause) ->
                        cycles.start(connection, district, id, seen, cause, command, start.overWorkLimit()));
    }

    /** Notes. */
    @POST
    @Path("{cycleId}/notes")
    @Operation(
            summary = "Note what you notice while trying the change",
            description = "Its kind is observation when absent, deviation from the plan, or unexpected.")
    @APIResponse(
            responseCode = "200",
            description = "Noted",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "Not started yet, on hold, or studied already")
    public Response note(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the note as a JSON object.") CycleNote note) {
        return step(
                cycleId,
                note,
                note.occurredAt(),
                new NoteObservation(note.note(), note.on(), note.kind(), moves.latestToday()));
    }

    /** Ticks off a task. */
    @POST
    @Path("{cycleId}/tasks/{task}/completion")
    @Operation(summary = "Tick off a task of the plan, by its number from 1")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "Done already, or the cycle does not run")
    public Response complete(
            @PathParam("cycleId") UUID cycleId,
            @PathParam("task") int task,
            @Valid @NotNull(message = "Send the completion as a JSON object.") TaskCompletion completion) {
        return step(
                cycleId,
                completion,
                completion.occurredAt(),
                new CompleteTask(task, completion.on(), completion.remark(), moves.latestToday()));
    }

    /** Puts it on hold. */
    @POST
    @Path("{cycleId}/pause")
    @Operation(summary = "Put trying on hold, with the reason")
    @APIResponse(
            responseCode = "200",
            description = "On hold until somebody resumes it",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "It does not run")
    public Response pause(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the pause as a JSON object.") CycleHalt pause) {
        return step(
                cycleId, pause, pause.occurredAt(), new PauseCycle(pause.reason(), pause.on(), moves.latestToday()));
    }

    /** Goes on. */
    @POST
    @Path("{cycleId}/resumption")
    @Operation(summary = "Go on trying")
    @APIResponse(
            responseCode = "200",
            description = "Runs again",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "It is not on hold")
    public Response resume(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the resumption as a JSON object.") CycleResumption resumption) {
        return step(
                cycleId, resumption, resumption.occurredAt(), new ResumeCycle(resumption.on(), moves.latestToday()));
    }

    /** Gives it up. */
    @POST
    @Path("{cycleId}/cancellation")
    @Operation(
            summary = "Give the cycle up, with the reason",
            description = "Nothing is decided on its idea; nothing but reading is left of the cycle.")
    @APIResponse(
            responseCode = "200",
            description = "Given up",
            content = @Content(schema = @Schema(implementation = CycleVersion.class)))
    @APIResponse(responseCode = "409", description = "Decided already, or given up already")
    public Response cancel(
            @PathParam("cycleId") UUID cycleId,
            @Valid @NotNull(message = "Send the cancellation as a JSON object.") CycleHalt cancellation) {
        return step(
                cycleId,
                cancellation,
                cancellation.occurredAt(),
                new CancelCycle(cancellation.reason(), cancellation.on(), moves.latestToday()));
    }

    private Response step(UUID cycleId, Object body, Instant occurredAt, CycleCommand command) {
        return moves.move(
                cycleId,
                body,
                occurredAt,
                null,
                (connection, district, id, seen, cause) ->
                        cycles.handle(connection, district, id, seen, cause, command));
    }
}
