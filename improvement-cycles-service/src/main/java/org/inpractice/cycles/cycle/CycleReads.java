package org.inpractice.cycles.cycle;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.cycles.cycle.CycleEntry.Filter;
import org.inpractice.cycles.cycle.CycleViews.CycleSummary;
import org.inpractice.cycles.cycle.CycleViews.CycleView;

/** Cycles to read: one, a list of them, the ladder of an idea. */
@Path("/v1/districts/{districtId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class CycleReads {
    @Inject
    DistrictRequest request;

    /** One cycle. */
    @GET
    @Path("cycles/{cycleId}")
    @Operation(summary = "A cycle with its notes, study, decision, and the rungs next to it")
    @APIResponse(
            responseCode = "200",
            description = "The cycle; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @APIResponse(responseCode = "404", description = "No such cycle in this district")
    public Response cycle(@PathParam("cycleId") UUID cycleId) {
        CycleEntry row = CycleEntry.in(request.districtId(), cycleId).orElseThrow(() -> new NotFound("cycle"));
        CycleView view = CycleView.of(row, CycleNoteEntry.of(row), CycleEntry.after(request.districtId(), cycleId));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, "\"" + view.version() + "\"")
                .build();
    }

    /** A list. */
    @GET
    @Path("cycles")
    @Operation(summary = "The district's cycles, newest plan first")
    public Page<CycleSummary> cycles(
            @Parameter(description = "planned, started, studied or decided") @QueryParam("state") String state,
            @QueryParam("siteId") String siteId,
            @QueryParam("aimId") String aimId,
            @QueryParam("changeIdeaId") String changeIdeaId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        Filter filter = new Filter(
                Parameters.oneOf(CycleState.class, "state", state),
                text("siteId", siteId),
                Parameters.uuid("aimId", aimId),
                Parameters.uuid("changeIdeaId", changeIdeaId));
        List<CycleEntry> rows = CycleEntry.newestFirst(request.districtId(), filter, Cursor.sequence(cursor), length);
        return page(Page.of(rows, length, row -> Cursor.of(String.valueOf(row.plannedSeq))));
    }

    /** A ladder. */
    @GET
    @Path("change-ideas/{changeIdeaId}/cycles")
    @Operation(
            summary = "The ladder of a change idea, oldest rung first",
            description = "What was tried, expected, learned and decided on each rung.")
    public Page<CycleSummary> ladder(
            @PathParam("changeIdeaId") UUID changeIdeaId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        List<String> keys = Cursor.keys(cursor, 2);
        int rung = keys.isEmpty() ? 0 : Math.toIntExact(Math.min(number(keys.get(0)), Integer.MAX_VALUE));
        long seq = keys.isEmpty() ? 0 : number(keys.get(1));
        List<CycleEntry> rows = CycleEntry.ladder(request.districtId(), changeIdeaId, rung, seq, length);
        if (rows.isEmpty() && keys.isEmpty()) {
            throw new NotFound("change idea");
        }
        return page(Page.of(rows, length, row -> Cursor.of(String.valueOf(row.rung), String.valueOf(row.plannedSeq))));
    }

    private static Page<CycleSummary> page(Page<CycleEntry> rows) {
        return new Page<>(rows.items().stream().map(CycleSummary::of).toList(), rows.next());
    }

    /** A NUL cannot be stored, and so cannot be looked for. */
    private static String text(String name, String value) {
        if (value != null && (value.isEmpty() || value.indexOf('\0') >= 0)) {
            throw Problems.invalid(name, "Send an id as the district writes it.");
        }
        return value;
    }

    private static long number(String key) {
        if (!key.matches("\\d{1,18}")) {
            throw Cursor.notOurs();
        }
        return Long.parseLong(key);
    }
}
