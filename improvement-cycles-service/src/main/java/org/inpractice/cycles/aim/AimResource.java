package org.inpractice.cycles.aim;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.aim.AimDecider.Command;
import org.inpractice.cycles.aim.AimRequests.AimMerger;
import org.inpractice.cycles.aim.AimRequests.AimRetirement;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Aims over REST. */
@Path("/v1/districts/{districtId}/aims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Aims", description = "How much, of which measure, for whom, by when.")
public class AimResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Aims aims;

    @Inject
    Clock clock;

    /** The aim a command was about, and its version after it. */
    public record AimVersion(UUID aimId, long version) {}

    /** Sets an aim. */
    @POST
    @Operation(summary = "Set an aim", description = "Its owner must not have left; team and goals must be there.")
    @APIResponse(responseCode = "201", description = "Set; Location and ETag say where and which version.")
    public Response set(@Valid @NotNull(message = "Send the aim as a JSON object.") AimTerms terms) {
        UUID aimId = DistrictStream.newId();
        // Agreed on where it is still the day before, at the latest.
        Instant agreedAt = terms.occurredAt() == null ? clock.instant() : terms.occurredAt();
        LocalDate today = Days.of(agreedAt).minusDays(1);
        Append.Cause cause = request.cause(terms.occurredAt());
        return writes.write(terms, connection -> {
            long version = aims.set(connection, aimId, cause, terms, today);
            return Answer.created("aims/" + aimId, new AimVersion(aimId, version), version);
        });
    }

    /** Revises an aim. */
    @PUT
    @Path("{aimId}")
    @Operation(summary = "Put an aim differently", description = "Send all of it, with the ETag you read as If-Match.")
    @APIResponse(responseCode = "200", description = "Revised, or unchanged when it says the same.")
    @APIResponse(responseCode = "409", description = "It is retired or merged, or its owner has left.")
    @APIResponse(responseCode = "412", description = "It has changed since you read it.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response revise(
            @PathParam("aimId") UUID aimId,
            @Valid @NotNull(message = "Send the aim as a JSON object.") AimTerms terms) {
        OptionalLong seen = request.requiredIfMatch();
        Append.Cause cause = request.cause(terms.occurredAt());
        return writes.write(terms, connection -> {
            long version = aims.revise(connection, aimId, seen, cause, terms);
            return Answer.ok(new AimVersion(aimId, version), version);
        });
    }

    /** Retires an aim. */
    @POST
    @Path("{aimId}/retirement")
    @Operation(summary = "Retire an aim: reached, given up, or overtaken", description = "If-Match is honoured.")
    @APIResponse(responseCode = "200", description = "Retired; its cycles, drivers and history stay.")
    @APIResponse(responseCode = "409", description = "It is retired or merged already.")
    public Response retire(
            @PathParam("aimId") UUID aimId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") AimRetirement end) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(end.occurredAt());
        LocalDate day = day(end.retiredOn(), end.occurredAt());
        var command = new Command.RetireAim(day, end.reason(), Days.latestToday(clock.instant()));
        return writes.write(end, connection -> {
            long version = aims.handle(connection, aimId, seen, cause, command);
            return Answer.ok(new AimVersion(aimId, version), version);
        });
    }

    /** Merges an aim into another. */
    @POST
    @Path("{aimId}/merger")
    @Operation(
            summary = "Make an aim a part of another one",
            description =
                    "The merged aim still answers, and names the other; drivers and cycles of both are found under"
                            + " the other.")
    @APIResponse(responseCode = "200", description = "Merged.")
    @APIResponse(responseCode = "409", description = "One of them is retired or merged already.")
    public Response merge(
            @PathParam("aimId") UUID aimId,
            @Valid @NotNull(message = "Send the other aim and the reason as a JSON object.") AimMerger merger) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(merger.occurredAt());
        LocalDate day = day(merger.mergedOn(), merger.occurredAt());
        return writes.write(merger, connection -> {
            long version = aims.merge(connection, aimId, seen, cause, merger, day);
            return Answer.ok(new AimVersion(aimId, version), version);
        });
    }

    private LocalDate day(LocalDate day, Instant occurredAt) {
        return day != null ? day : Days.of(occurredAt == null ? clock.instant() : occurredAt);
    }
}
