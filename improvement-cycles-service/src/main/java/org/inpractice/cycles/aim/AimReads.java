package org.inpractice.cycles.aim;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.Texts;

/** Aims to read. */
@Path("/v1/districts/{districtId}/aims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Aims")
public class AimReads {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /** One aim. */
    @GET
    @Path("{aimId}")
    @Operation(summary = "An aim; a merged one names the aim it is a part of now")
    @APIResponse(
            responseCode = "200",
            description = "The aim; ETag is its version",
            content = @Content(schema = @Schema(implementation = AimView.class)))
    @APIResponse(responseCode = "404", description = "No such aim in this district, or not yet at that instant")
    public Response aim(
            @PathParam("aimId") UUID aimId,
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Known<Aim> aim = reads.read(connection -> Aims.ROWS.one(connection, request.districtId(), aimId, at))
                .orElseThrow(() -> new NotFound("aim"));
        return Response.ok(AimView.of(aim))
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + aim.version() + "\"" : null)
                .build();
    }

    /** Aims. */
    @GET
    @Operation(summary = "The district's aims, newest first")
    public Page<AimView> aims(
            @Parameter(description = "active, retired or merged; all when absent") @QueryParam("state") String state,
            @QueryParam("teamId") String teamId,
            @QueryParam("goalId") String goalId,
            @Parameter(description = "Aims for this site, and those for the whole district") @QueryParam("siteId")
                    String siteId,
            @QueryParam("measureId") String measureId,
            @QueryParam("owner") String owner,
            @Parameter(description = "To be reached on this day or later") @QueryParam("byFrom") String byFrom,
            @Parameter(description = "To be reached on this day or before") @QueryParam("byUntil") String byUntil,
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        long before = Cursor.sequence(cursor);
        AimState wanted = Parameters.oneOf(AimState.class, "state", state);
        UUID goal = Parameters.uuid("goalId", goalId);
        String site = Texts.parameter("siteId", siteId);
        String somebody = Texts.parameter("owner", owner);
        Select select = Aims.ROWS
                .select(request.districtId(), AsOf.parameter(asOf))
                .when(wanted == null ? null : wanted.name().toLowerCase(Locale.ROOT), "and t.status = ?")
                .when(Parameters.uuid("teamId", teamId), "and t.team_id = ?")
                .when(goal == null ? null : List.of(goal), "and t.goal_ids @> ?")
                .when(site == null ? null : List.of(site), "and (t.site_ids = '{}' or t.site_ids @> ?)")
                .when(Parameters.uuid("measureId", measureId), "and t.measure_id = ?")
                .when(somebody == null ? null : Person.key(somebody), "and t.owner_key = ?")
                .when(Parameters.date("byFrom", byFrom), "and t.by_date >= ?")
                .when(Parameters.date("byUntil", byUntil), "and t.by_date <= ?");
        List<Known<Aim>> rows = reads.read(connection -> Aims.ROWS.newestFirst(connection, select, before, length));
        Page<Known<Aim>> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.firstSeq())));
        return new Page<>(page.items().stream().map(AimView::of).toList(), page.next());
    }
}
