package org.inpractice.learning.guard;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.learning.guard.GuardRequests.GuardSetting;
import org.inpractice.learning.guard.GuardRequests.GuardWithdrawal;

/** Guards over REST. */
@Path("/v1/districts/{districtId}/guards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Guards", description = "Values that the balancing measures of a cycle must not cross.")
public class GuardResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Guards guards;

    /** What a change answers. */
    @Schema(name = "GuardId")
    public record GuardIdView(UUID guardId, UUID cycleId, UUID measureId) {}

    /**
     * A guard.
     *
     * @param since when it was set, or withdrawn, last
     */
    @Schema(name = "Guard")
    public record GuardView(
            UUID guardId,
            UUID cycleId,
            UUID measureId,
            GuardSide side,
            BigDecimal value,
            BigDecimal margin,
            boolean watching,
            Instant since,
            String setBy,
            long version) {
        static GuardView of(KnownGuard guard) {
            return new GuardView(
                    guard.guardId(),
                    guard.cycleId(),
                    guard.measureId(),
                    guard.side(),
                    guard.value(),
                    guard.margin(),
                    guard.watching(),
                    guard.since(),
                    guard.setBy(),
                    guard.version());
        }
    }

    /** Sets. */
    @PUT
    @Path("{cycleId}/{measureId}")
    @Operation(
            summary = "Set a guard on a balancing measure of a cycle",
            description =
                    "What comes closer to the value than the margin opens a near-failure prompt, what crosses it a"
                            + " failure prompt. Numbers come from the measures' topic, so suppressed ones never count."
                            + " A guard that was set before needs If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "Set; the ETag is the guard's",
            content = @Content(schema = @Schema(implementation = GuardIdView.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    @APIResponse(responseCode = "404", description = "No such cycle has been heard of in this district")
    @APIResponse(responseCode = "409", description = "The cycle is decided")
    public Response set(
            @PathParam("cycleId") String cycle,
            @PathParam("measureId") String measure,
            @Valid @NotNull(message = "Send the guard as a JSON object.") GuardSetting setting) {
        UUID cycleId = Parameters.uuid("cycleId", cycle);
        UUID measureId = Parameters.uuid("measureId", measure);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(setting.occurredAt());
        return writes.write(
                setting,
                connection -> Answer.ok(
                        new GuardIdView(Guards.guardId(request.districtId(), cycleId, measureId), cycleId, measureId),
                        guards.set(connection, cycleId, measureId, seen, cause, setting)));
    }

    /** Ends. */
    @POST
    @Path("{cycleId}/{measureId}/withdrawal")
    @Operation(
            summary = "Guard this measure no more",
            description =
                    "Prompts that it opened stay. If-Match is honoured when sent. Withdrawn again, nothing changes.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = GuardIdView.class)))
    @APIResponse(responseCode = "404", description = "No such guard in this district")
    public Response withdraw(
            @PathParam("cycleId") String cycle,
            @PathParam("measureId") String measure,
            @Valid @NotNull(message = "Send the withdrawal as a JSON object; {} will do.") GuardWithdrawal withdrawal) {
        UUID cycleId = Parameters.uuid("cycleId", cycle);
        UUID measureId = Parameters.uuid("measureId", measure);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(withdrawal.occurredAt());
        return writes.write(
                withdrawal,
                connection -> Answer.ok(
                        new GuardIdView(Guards.guardId(request.districtId(), cycleId, measureId), cycleId, measureId),
                        guards.withdraw(connection, cycleId, measureId, seen, cause)));
    }

    /** One. */
    @GET
    @Path("{cycleId}/{measureId}")
    @Operation(summary = "The guard on a measure of a cycle")
    @APIResponse(
            responseCode = "200",
            description = "The guard; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = GuardView.class)))
    @APIResponse(responseCode = "404", description = "No such guard in this district")
    public Response one(
            @PathParam("cycleId") String cycle,
            @PathParam("measureId") String measure,
            @Parameter(description = "As it was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        UUID cycleId = Parameters.uuid("cycleId", cycle);
        UUID measureId = Parameters.uuid("measureId", measure);
        Instant known = Parameters.instant("asOf", asOf);
        KnownGuard guard = reads
                .read(connection ->
                        KnownGuard.list(connection, request.districtId(), cycleId, measureId, known, null, 1))
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("guard"));
        return Response.ok(GuardView.of(guard))
                .header(HttpHeaders.ETAG, "\"" + guard.version() + "\"")
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's guards; withdrawn ones say so")
    @APIResponse(responseCode = "200", description = "A page of guards")
    public Page<GuardView> list(
            @Parameter(description = "Only of this cycle.") @QueryParam("cycleId") String cycle,
            @Parameter(description = "Only on this measure.") @QueryParam("measureId") String measure,
            @Parameter(description = "As they were known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        UUID cycleId = Parameters.uuid("cycleId", cycle);
        UUID measureId = Parameters.uuid("measureId", measure);
        Instant known = Parameters.instant("asOf", asOf);
        UUID after = after(cursor);
        List<GuardView> rows = reads.read(connection ->
                KnownGuard.list(connection, request.districtId(), cycleId, measureId, known, after, length + 1).stream()
                        .map(GuardView::of)
                        .toList());
        return Page.of(rows, length, last -> Cursor.of(last.guardId().toString()));
    }

    private static UUID after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 1);
        try {
            return keys.isEmpty() ? null : UUID.fromString(keys.getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
