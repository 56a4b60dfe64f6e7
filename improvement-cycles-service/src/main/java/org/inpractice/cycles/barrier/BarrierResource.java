package org.inpractice.cycles.barrier;

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
import org.inpractice.cycles.Person;
import org.inpractice.cycles.barrier.BarrierCommand.AcceptBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.EscalateBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.OwnBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RaiseBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RemoveBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.ReopenBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.ReviseBarrier;
import org.inpractice.cycles.barrier.BarrierViews.BarrierVersion;
import org.inpractice.cycles.barrier.Barriers.Moved;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Steps of barriers over REST. If-Match is welcome on each; without it the rules alone decide. */
@Path("/v1/districts/{districtId}/barriers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Barriers", description = "What holds up aims and cycles, who owns it, and how long it takes to remove.")
public class BarrierResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Barriers barriers;

    @Inject
    Clock clock;

    /** Raises. */
    @POST
    @Operation(summary = "Raise a barrier: say what stands in the way of an aim or a cycle")
    @APIResponse(
            responseCode = "201",
            description = "Raised; Location and ETag are the barrier's",
            content = @Content(schema = @Schema(implementation = BarrierVersion.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and the remedy")
    public Response raise(@Valid @NotNull(message = "Send the barrier as a JSON object.") BarrierRequests.Raise raise) {
        UUID barrierId = DistrictStream.newId();
        Append.Cause cause = request.cause(raise.occurredAt());
        String by = raise.raisedBy() == null ? request.actor() : Person.written(raise.raisedBy());
        var command = new RaiseBarrier(
                barrierId, raise.terms(), by, day(raise.raisedOn(), raise.occurredAt()), null, today());
        return writes.write(raise, connection -> {
            Moved moved =
                    barriers.handle(connection, request.districtId(), barrierId, OptionalLong.empty(), cause, command);
            return Answer.created("barriers/" + barrierId, version(moved), moved.version());
        });
    }

    /** Revises. */
    @PUT
    @Path("{barrierId}")
    @Operation(
            summary = "Put a barrier differently",
            description = "Send what it is, all of it, with the ETag you read as If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "Revised, or unchanged when it says the same",
            content = @Content(schema = @Schema(implementation = BarrierVersion.class)))
    @APIResponse(responseCode = "412", description = "It has changed since you read it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @PathParam("barrierId") UUID barrierId,
            @Valid @NotNull(message = "Send the barrier as a JSON object.") BarrierRequests.Revise revision) {
        OptionalLong seen = request.requiredIfMatch();
        return move(barrierId, seen, revision, revision.occurredAt(), new ReviseBarrier(revision.terms()));
    }

    /** Owns. */
    @POST
    @Path("{barrierId}/owner")
    @Operation(summary = "Say who removes a barrier, until when", description = "Again for another owner or day.")
    @APIResponse(
            responseCode = "200",
            description = "Owned",
            content = @Content(schema = @Schema(implementation = BarrierVersion.class)))
    @APIResponse(responseCode = "409", description = "It is closed")
    public Response own(
            @PathParam("barrierId") UUID barrierId,
            @Valid @NotNull(message = "Send the owner as a JSON object.") BarrierRequests.Own own) {
        var command = new OwnBarrier(
                Person.written(own.owner()), own.until(), day(own.on(), own.occurredAt()), null, today());
        return move(barrierId, request.ifMatch(), own, own.occurredAt(), command);
    }

    /** Escalates. */
    @POST
    @Path("{barrierId}/escalation")
    @Operation(summary = "Pass a barrier on to somebody who can do more about it than its owner")
    @APIResponse(
            responseCode = "200",
            description = "Passed on",
            content = @Content(schema = @Schema(implementation = BarrierVersion.class)))
    @APIResponse(responseCode = "409", description = "It is closed, or nobody owns it")
    public Response escalate(
            @PathParam("barrierId") UUID barrierId,
            @Valid @NotNull(message = "Send the escalation as a JSON object.") BarrierRequests.Escalate escalation) {
        LocalDate on = day(escalation.on(), escalation.occurredAt());
        var command = new EscalateBarrier(Person.written(escalation.to()), escalation.why(), on, null, today());
        return move(barrierId, request.ifMatch(), escalation, escalation.occurredAt(), command);
    }

    /** Removes. */
    @POST
    @Path("{barrierId}/removal")
    @Operation(summary = "Say that a barrier is gone, and how that was done")
    @APIResponse(
            responseCode = "200",
            description = "Removed",
            content = @Content(schema = @Schema(implementation = BarrierVersion.class)))
    @APIResponse(responseCode = "409", description = "It is closed")
    public Response remove(
            @PathParam("barrierId") UUID barrierId,
            @Valid @NotNull(message = "Send the removal as a JSON object.") BarrierRequests.Remove removal) {
        var command = new RemoveBarrier(removal.how(), day(removal.on(), removal.occurredAt()), null, today());
        return move(barrierId, request.ifMatch(), removal, removal.occurredAt(), command);
    }

    /** Accepts. */
    @POST
    @Path("{barrierId}/acceptance")
    @Operation(summary = "Say that a barrier stays, and why")
    @APIResponse(
            responseCode = "200",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = BarrierVersion.class)))
    @APIResponse(responseCode = "409", description = "It is closed")
    public Response accept(
            @PathParam("barrierId") UUID barrierId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") BarrierRequests.Because reason) {
        var command = new AcceptBarrier(reason.why(), day(reason.on(), reason.occurredAt()), null, today());
        return move(barrierId, request.ifMatch(), reason, reason.occurredAt(), command);
    }

    /** Reopens. */
    @POST
    @Path("{barrierId}/reopening")
    @Operation(
            summary = "Say that a barrier is back",
            description = "With the owner it had; days gone do not count as open.")
    @APIResponse(
            responseCode = "200",
            description = "Open again",
            content = @Content(schema = @Schema(implementation = BarrierVersion.class)))
    @APIResponse(responseCode = "409", description = "It is open")
    public Response reopen(
            @PathParam("barrierId") UUID barrierId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") BarrierRequests.Because reason) {
        var command = new ReopenBarrier(reason.why(), day(reason.on(), reason.occurredAt()), today());
        return move(barrierId, request.ifMatch(), reason, reason.occurredAt(), command);
    }

    private Response move(UUID barrierId, OptionalLong seen, Object body, Instant occurredAt, BarrierCommand command) {
        Append.Cause cause = request.cause(occurredAt);
        return writes.write(body, connection -> {
            Moved moved = barriers.handle(connection, request.districtId(), barrierId, seen, cause, command);
            return Answer.ok(version(moved), moved.version());
        });
    }

    private static BarrierVersion version(Moved moved) {
        return new BarrierVersion(moved.barrier().barrierId(), moved.barrier().state(), moved.version());
    }

    private LocalDate today() {
        return Days.latestToday(clock.instant());
    }

    private LocalDate day(LocalDate on, Instant occurredAt) {
        return on != null ? on : Days.of(occurredAt == null ? clock.instant() : occurredAt);
    }
}
