package org.inpractice.cycles.driver;

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
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.driver.DriverCommand.MergeDriver;
import org.inpractice.cycles.driver.DriverCommand.MoveDriver;
import org.inpractice.cycles.driver.DriverCommand.RetireDriver;
import org.inpractice.cycles.driver.DriverCommand.ReviseDriver;
import org.inpractice.cycles.driver.DriverCommand.UnlinkIdea;
import org.inpractice.cycles.driver.DriverRequests.DriverIdea;
import org.inpractice.cycles.driver.DriverRequests.DriverIdeaRemoval;
import org.inpractice.cycles.driver.DriverRequests.DriverMerger;
import org.inpractice.cycles.driver.DriverRequests.DriverMove;
import org.inpractice.cycles.driver.DriverRequests.DriverRetirement;
import org.inpractice.cycles.driver.DriverRequests.DriverTerms;
import org.inpractice.cycles.driver.DriverRequests.DriverToAdd;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Drivers over REST. */
@Path("/v1/districts/{districtId}/drivers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drivers", description = "What drives an aim, and which change ideas may move it.")
public class DriverResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Drivers drivers;

    /** The driver a command was about, and its version after it. */
    public record DriverVersion(UUID driverId, long version) {}

    /** Adds. */
    @POST
    @Operation(
            summary = "Add a driver to the theory of an aim",
            description = "Under another one, or as a primary one.")
    @APIResponse(responseCode = "201", description = "Added; Location and ETag say where and which version.")
    public Response add(@Valid @NotNull(message = "Send the driver as a JSON object.") DriverToAdd driver) {
        UUID driverId = DistrictStream.newId();
        Append.Cause cause = request.cause(driver.occurredAt());
        return writes.write(driver, connection -> {
            long version = drivers.add(connection, cause, driver.content(driverId));
            return Answer.created("drivers/" + driverId, new DriverVersion(driverId, version), version);
        });
    }

    /** Revises. */
    @PUT
    @Path("{driverId}")
    @Operation(
            summary = "Rename a driver, or give it another owner or other measures",
            description = "Send all of it, with the ETag you read as If-Match. Its place changes by a move.")
    @APIResponse(responseCode = "200", description = "Revised, or unchanged when it says the same.")
    @APIResponse(responseCode = "412", description = "It has changed since you read it.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response revise(
            @PathParam("driverId") UUID driverId,
            @Valid @NotNull(message = "Send the driver as a JSON object.") DriverTerms terms) {
        OptionalLong seen = request.requiredIfMatch();
        List<UUID> measures = terms.measureIds() == null ? List.of() : terms.measureIds();
        String owner = Person.written(terms.owner());
        return inTree(
                driverId,
                terms,
                seen,
                terms.occurredAt(),
                owner,
                tree -> new ReviseDriver(terms.name().strip(), terms.description(), owner, measures, tree));
    }

    /** Moves. */
    @POST
    @Path("{driverId}/move")
    @Operation(summary = "Let a driver stand under another one of its aim, with all that stands under it")
    @APIResponse(responseCode = "200", description = "Moved, or there already.")
    @APIResponse(responseCode = "400", description = "No such driver of the aim, a circle, or too deep.")
    public Response move(
            @PathParam("driverId") UUID driverId,
            @Valid @NotNull(message = "Send the place as a JSON object; {} for a primary driver.") DriverMove move) {
        return inTree(
                driverId,
                move,
                request.ifMatch(),
                move.occurredAt(),
                null,
                tree -> new MoveDriver(move.parentDriverId(), tree));
    }

    /** Merges. */
    @POST
    @Path("{driverId}/merger")
    @Operation(
            summary = "Take a driver for the same as another one of its aim",
            description = "What stands under it, its ideas and its measures are found under the other from now on.")
    @APIResponse(responseCode = "200", description = "Merged.")
    @APIResponse(responseCode = "400", description = "No such driver of the aim, or a circle.")
    public Response merge(
            @PathParam("driverId") UUID driverId,
            @Valid @NotNull(message = "Send the other driver and the reason as a JSON object.") DriverMerger merger) {
        return inTree(
                driverId,
                merger,
                request.ifMatch(),
                merger.occurredAt(),
                null,
                tree -> new MergeDriver(merger.intoDriverId(), merger.reason(), tree));
    }

    /** Retires. */
    @POST
    @Path("{driverId}/retirement")
    @Operation(summary = "Retire a driver under which no other stands", description = "Its history stays.")
    @APIResponse(responseCode = "200", description = "Retired.")
    @APIResponse(responseCode = "409", description = "Drivers stand under it, or it is retired or merged already.")
    public Response retire(
            @PathParam("driverId") UUID driverId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") DriverRetirement end) {
        return inTree(
                driverId, end, request.ifMatch(), end.occurredAt(), null, tree -> new RetireDriver(end.reason(), tree));
    }

    /** Links. */
    @POST
    @Path("{driverId}/change-ideas")
    @Operation(summary = "Link a change idea that may move the driver")
    @APIResponse(responseCode = "200", description = "Linked, or linked already; ETag is the driver's.")
    @APIResponse(responseCode = "400", description = "No such change idea.")
    public Response link(
            @PathParam("driverId") UUID driverId,
            @Valid @NotNull(message = "Send the idea's id as a JSON object.") DriverIdea idea) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(idea.occurredAt());
        return writes.write(idea, connection -> {
            long version = drivers.link(connection, driverId, seen, cause, idea.changeIdeaId());
            return Answer.ok(new DriverVersion(driverId, version), version);
        });
    }

    /** Unlinks. */
    @POST
    @Path("{driverId}/change-ideas/{changeIdeaId}/removal")
    @Operation(summary = "Link a change idea no more")
    @APIResponse(responseCode = "200", description = "Not linked; ETag is the driver's.")
    @APIResponse(responseCode = "404", description = "No such driver, or the idea is not linked to it.")
    public Response unlink(
            @PathParam("driverId") UUID driverId,
            @PathParam("changeIdeaId") UUID changeIdeaId,
            @Valid @NotNull(message = "Send a JSON object; {} is enough.") DriverIdeaRemoval removal) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(removal.occurredAt());
        return writes.write(removal, connection -> {
            long version = drivers.handle(connection, driverId, seen, cause, new UnlinkIdea(changeIdeaId));
            return Answer.ok(new DriverVersion(driverId, version), version);
        });
    }

    private Response inTree(
            UUID driverId,
            Object body,
            OptionalLong seen,
            Instant occurredAt,
            String owner,
            Function<DriverTree, DriverCommand> command) {
        Append.Cause cause = request.cause(occurredAt);
        return writes.write(body, connection -> {
            long version = drivers.inTree(connection, driverId, seen, cause, owner, command);
            return Answer.ok(new DriverVersion(driverId, version), version);
        });
    }
}
