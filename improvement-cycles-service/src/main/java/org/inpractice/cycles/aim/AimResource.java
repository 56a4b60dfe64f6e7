package org.inpractice.cycles.aim;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.aim.AimDecider.Command;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** Aims over REST. */
@ApplicationScoped
@Startup
@Path("/v1/districts/{districtId}/aims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Aims", description = "How much, of which measure, for whom, by when.")
public class AimResource {
    /** Names of the aims' events. */
    public static final EventCodec<AimEvent> CODEC = new EventCodec<>(AimEvent.class);

    private static final String READ_MODEL = "aims";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Clock clock;

    private final Aggregates<Command, Optional<AimEvent>, AimEvent> aims;

    @Inject
    AimResource(DistrictStream stream, ReadModels readModels) {
        AimProjection projection = new AimProjection();
        aims = new Aggregates<>(stream, "aim", CODEC, new AimDecider(), projection);
        readModels.own(READ_MODEL, CODEC, projection);
    }

    /** The aim a command was about, and its version after it. */
    public record AimVersion(UUID aimId, long version) {}

    /** Sets an aim. */
    @POST
    @Operation(summary = "Set an aim")
    @APIResponse(responseCode = "201", description = "Set; Location and ETag say where and which version.")
    public Response set(@Valid @NotNull(message = "Send the aim as a JSON object.") AimTerms terms) {
        UUID aimId = DistrictStream.newId();
        // Agreed on where it is still the day before, at the latest.
        Instant agreedAt = terms.occurredAt() == null ? clock.instant() : terms.occurredAt();
        LocalDate today = Days.of(agreedAt).minusDays(1);
        return writes.write(terms, connection -> {
            long version = handle(
                    connection,
                    aimId,
                    OptionalLong.empty(),
                    terms.occurredAt(),
                    new Command.SetAim(aimId, terms, today));
            return Answer.created("aims/" + aimId, new AimVersion(aimId, version), version);
        });
    }

    /** Revises an aim. */
    @PUT
    @Path("{aimId}")
    @Operation(summary = "Put an aim differently", description = "Send all of it, with the ETag you read as If-Match.")
    @APIResponse(responseCode = "200", description = "Revised, or unchanged when it says the same.")
    @APIResponse(responseCode = "412", description = "It has changed since you read it.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response revise(
            @PathParam("aimId") UUID aimId,
            @Valid @NotNull(message = "Send the aim as a JSON object.") AimTerms terms) {
        OptionalLong seen = request.requiredIfMatch();
        return writes.write(terms, connection -> {
            long version = handle(connection, aimId, seen, terms.occurredAt(), new Command.ReviseAim(aimId, terms));
            return Answer.ok(new AimVersion(aimId, version), version);
        });
    }

    private long handle(Connection connection, UUID aimId, OptionalLong seen, Instant occurredAt, Command command)
            throws SQLException {
        return aims.handle(connection, request.districtId(), aimId, seen, request.cause(occurredAt), command)
                .version();
    }

    /** One aim. */
    @GET
    @Path("{aimId}")
    @Operation(summary = "An aim")
    @APIResponse(responseCode = "200", description = "The aim; ETag is its version.")
    public Response aim(@PathParam("aimId") UUID aimId) {
        AimEntry.AimView aim = AimEntry.in(request.districtId(), aimId)
                .orElseThrow(() -> new NotFound("aim"))
                .view();
        return Response.ok(aim).header("ETag", "\"" + aim.version() + "\"").build();
    }

    /** All aims. */
    @GET
    @Operation(summary = "The district's aims, newest first")
    public Page<AimEntry.AimView> aims(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        List<AimEntry> rows = AimEntry.newestFirst(request.districtId(), Cursor.sequence(cursor), length);
        Page<AimEntry> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.setSeq)));
        return new Page<>(page.items().stream().map(AimEntry::view).toList(), page.next());
    }
}
