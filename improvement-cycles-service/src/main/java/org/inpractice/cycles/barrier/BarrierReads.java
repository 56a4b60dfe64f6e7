package org.inpractice.cycles.barrier;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.barrier.BarrierTable.After;
import org.inpractice.cycles.barrier.BarrierTable.Filter;
import org.inpractice.cycles.barrier.BarrierViews.BarrierView;

/** Barriers to read: one with its steps, a list with the oldest open one first. */
@Path("/v1/districts/{districtId}/barriers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Barriers")
public class BarrierReads {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Barriers barriers;

    @Inject
    Clock clock;

    /** One. */
    @GET
    @Path("{barrierId}")
    @Operation(summary = "A barrier, and what happened to it")
    @APIResponse(
            responseCode = "200",
            description = "The barrier; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = BarrierView.class)))
    @APIResponse(responseCode = "404", description = "No such barrier in this district, or not yet")
    public Response one(
            @PathParam("barrierId") UUID barrierId,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf) {
        AsOf known = AsOf.parameter(asOf);
        BarrierView view = reads.read(connection -> {
            Known<Barrier> barrier = Barriers.ROWS
                    .one(connection, request.districtId(), barrierId, known)
                    .orElseThrow(() -> new NotFound("barrier"));
            return BarrierView.of(
                    barrier.state(),
                    barrier.version(),
                    today(known),
                    barriers.steps(connection, request.districtId(), barrierId, known));
        });
        return Response.ok(view)
                .header(HttpHeaders.ETAG, known.isNow() ? "\"" + view.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's barriers: open ones first, the oldest of them first")
    public Page<BarrierView> list(
            @Parameter(description = "raised, owned, escalated, removed or accepted") @QueryParam("state") String state,
            @Parameter(description = "true for those that stand in the way, false for those that are closed")
                    @QueryParam("open")
                    String open,
            @QueryParam("kind") String kind,
            @QueryParam("owner") String owner,
            @QueryParam("aimId") String aimId,
            @QueryParam("cycleId") String cycleId,
            @Parameter(description = "true for open ones whose owner wanted to be done by now") @QueryParam("overdue")
                    String overdue,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        AsOf known = AsOf.parameter(asOf);
        Filter filter = new Filter(
                Parameters.oneOf(Barrier.State.class, "state", state),
                Texts.yesOrNo("open", open),
                Parameters.oneOf(BarrierKind.class, "kind", kind),
                Texts.parameter("owner", owner),
                Parameters.uuid("aimId", aimId),
                Parameters.uuid("cycleId", cycleId),
                Texts.yesOrNo("overdue", overdue));
        After after = after(cursor);
        LocalDate today = today(known);
        List<Known<Barrier>> rows = reads.read(connection ->
                BarrierTable.oldestOpenFirst(connection, request.districtId(), filter, known, today, after, length));
        Page<Known<Barrier>> page = Page.of(rows, length, BarrierReads::cursor);
        return new Page<>(
                page.items().stream()
                        .map(row -> BarrierView.of(row.state(), row.version(), today, null))
                        .toList(),
                page.next());
    }

    private static String cursor(Known<Barrier> row) {
        return Cursor.of(
                String.valueOf(row.state().closing() != null),
                row.state().raisedOn().toString(),
                String.valueOf(row.firstSeq()));
    }

    private static After after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 3);
        try {
            return keys.isEmpty()
                    ? null
                    : new After(
                            Boolean.parseBoolean(keys.get(0)),
                            Parameters.date("cursor", keys.get(1)),
                            Long.parseLong(keys.get(2)));
        } catch (NumberFormatException e) {
            throw Cursor.notOurs();
        }
    }

    private LocalDate today(AsOf asOf) {
        return Days.of(asOf.isNow() ? clock.instant() : asOf.instant());
    }
}
