package org.inpractice.cycles.cycle;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
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
import org.inpractice.cycles.cycle.CycleViews.CycleSummary;
import org.inpractice.cycles.feedback.KnownFeedback;
import org.inpractice.cycles.idea.IdeaLibrary;

/** Cycles to read: one, a list of them, the ladder of an idea; each as it is, or as it was known at an instant. */
@Path("/v1/districts/{districtId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class CycleReads {
    private static final String AS_OF = "What was known at this instant; now when absent.";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Clock clock;

    /** One cycle. */
    @GET
    @Path("cycles/{cycleId}")
    @Operation(summary = "A cycle with its notes, study, decision, and the rungs next to it")
    @APIResponse(
            responseCode = "200",
            description = "The cycle; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @APIResponse(responseCode = "404", description = "No such cycle in this district")
    public Response cycle(
            @PathParam("cycleId") UUID cycleId,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf) {
        Instant at = Parameters.instant("asOf", asOf);
        CycleView view = reads.read(connection -> {
            CycleTable table = new CycleTable(connection, request.districtId(), at);
            CycleTable.Row row = table.find(cycleId).orElseThrow(() -> new NotFound("cycle"));
            return CycleView.of(row, table.notes(row), table.after(cycleId));
        });
        return Response.ok(view)
                .header(HttpHeaders.ETAG, "\"" + view.version() + "\"")
                .build();
    }

    /** What is known of one cycle. */
    @GET
    @Path("cycles/{cycleId}/known-feedback")
    @Operation(
            summary = "What this service knows of the feedback on a cycle",
            description =
                    "The verdict as measurement-service said it last, and of each measure how many points there are,"
                            + " how complete and how old: what a study or decision at this moment would keep.")
    @APIResponse(responseCode = "404", description = "No such cycle in this district")
    public KnownFeedback knownFeedback(
            @PathParam("cycleId") UUID cycleId,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf) {
        Instant at = Parameters.instant("asOf", asOf);
        LocalDate day = Days.of(at == null ? clock.instant() : at);
        return reads.read(connection -> {
            CycleRecord cycle = new CycleTable(connection, request.districtId(), at)
                    .find(cycleId)
                    .orElseThrow(() -> new NotFound("cycle"))
                    .known();
            return Cycles.knowledge(request.districtId(), cycle.plan(), cycle.startedOn())
                    .at(connection, at, day);
        });
    }

    /** A list. */
    @GET
    @Path("cycles")
    @Operation(summary = "The district's cycles, newest plan first")
    public Page<CycleSummary> cycles(
            @BeanParam CycleFilter filter,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        CycleTable.Filter narrowed = filter.read();
        Instant at = Parameters.instant("asOf", asOf);
        long before = Cursor.sequence(cursor);
        List<CycleTable.Row> rows = reads.read(connection ->
                new CycleTable(connection, request.districtId(), at).newestFirst(narrowed, before, length + 1));
        return page(Page.of(rows, length, row -> Cursor.of(String.valueOf(row.plannedSeq()))));
    }

    /** A ladder. */
    @GET
    @Path("change-ideas/{changeIdeaId}/cycles")
    @Operation(
            summary = "The ladder of a change idea, oldest rung first",
            description = "What was tried, expected, learned and decided on each rung.")
    public Page<CycleSummary> ladder(
            @PathParam("changeIdeaId") UUID changeIdeaId,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        Instant at = Parameters.instant("asOf", asOf);
        List<String> keys = Cursor.keys(cursor, 2);
        int rung = keys.isEmpty() ? 0 : Math.toIntExact(Math.min(number(keys.get(0)), Integer.MAX_VALUE));
        long seq = keys.isEmpty() ? 0 : number(keys.get(1));
        List<CycleTable.Row> rows = reads.read(connection -> {
            if (IdeaLibrary.one(connection, request.districtId(), changeIdeaId, new AsOf(at))
                    .isEmpty()) {
                throw new NotFound("change idea");
            }
            return new CycleTable(connection, request.districtId(), at).ladder(changeIdeaId, rung, seq, length + 1);
        });
        return page(Page.of(
                rows,
                length,
                row -> Cursor.of(String.valueOf(row.known().plan().rung()), String.valueOf(row.plannedSeq()))));
    }

    private static Page<CycleSummary> page(Page<CycleTable.Row> rows) {
        return new Page<>(rows.items().stream().map(CycleSummary::of).toList(), rows.next());
    }

    private static long number(String key) {
        if (!key.matches("\\d{1,18}")) {
            throw Cursor.notOurs();
        }
        return Long.parseLong(key);
    }
}
