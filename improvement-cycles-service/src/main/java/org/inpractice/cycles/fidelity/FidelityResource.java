package org.inpractice.cycles.fidelity;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.inpractice.cycles.cycle.CycleFilter;
import org.inpractice.cycles.cycle.CycleTable;
import org.inpractice.cycles.cycle.CycleTable.Row;
import org.inpractice.cycles.cycle.Grouping;

/** Whether the method was really practised, over REST. */
@Path("/v1/districts/{districtId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Fidelity",
        description = "Seven features of the method, found out from events and explained point by point.")
public class FidelityResource {
    private static final String AS_OF = "What was known at this instant; now when absent.";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Clock clock;

    /** A cycle in a list, with its judgement. */
    @Schema(name = "JudgedCycle")
    public record JudgedCycle(
            UUID cycleId, String changeIdea, int rung, UUID aimId, UUID teamId, String owner, Fidelity fidelity) {
        static JudgedCycle of(Row row, Fidelity fidelity) {
            var plan = row.known().plan();
            return new JudgedCycle(
                    plan.cycleId(),
                    plan.changeIdea(),
                    plan.rung(),
                    plan.aimId(),
                    plan.teamId(),
                    plan.owner(),
                    fidelity);
        }
    }

    /** A group of cycles; the key is an id, an owner or a time. */
    @Schema(name = "FidelityGroup")
    public record Group(String key, FidelitySummary fidelity) {}

    /**
     * Judgements put together.
     *
     * @param by what the groups are made by; absent without any
     * @param cut whether there were more cycles than are put together in one answer
     */
    @Schema(name = "FidelityReport")
    public record FidelityReport(
            Instant asOf, FidelitySummary fidelity, String by, List<Group> groups, boolean cut, String benchmark) {}

    /** One cycle. */
    @GET
    @Path("cycles/{cycleId}/fidelity")
    @Operation(
            summary = "How faithful a cycle is to the method, point by point",
            description =
                    "Each feature is met, not met, not yet knowable or not asked, with one sentence, the events it"
                            + " rests on, the threshold and the source. Nobody enters it: it follows from what happened.")
    @APIResponse(responseCode = "404", description = "No such cycle in this district")
    public JudgedCycle cycle(
            @PathParam("cycleId") UUID cycleId,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf) {
        Instant at = Parameters.instant("asOf", asOf);
        return reads.read(connection -> {
            Row row = new CycleTable(connection, request.districtId(), at)
                    .find(cycleId)
                    .orElseThrow(() -> new NotFound("cycle"));
            return JudgedCycle.of(row, judge(connection, List.of(row), at).getFirst());
        });
    }

    /** A list. */
    @GET
    @Path("fidelity/cycles")
    @Operation(summary = "The district's cycles with their fidelity, newest plan first")
    public Page<JudgedCycle> cycles(
            @BeanParam CycleFilter filter,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        CycleTable.Filter narrowed = filter.read();
        Instant at = Parameters.instant("asOf", asOf);
        long before = Cursor.sequence(cursor);
        return reads.read(connection -> {
            List<Row> rows =
                    new CycleTable(connection, request.districtId(), at).newestFirst(narrowed, before, length + 1);
            Page<Row> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.plannedSeq())));
            List<Fidelity> judged = judge(connection, page.items(), at);
            List<JudgedCycle> items = new ArrayList<>();
            for (int i = 0; i < judged.size(); i++) {
                items.add(JudgedCycle.of(page.items().get(i), judged.get(i)));
            }
            return new Page<>(items, page.next());
        });
    }

    /** Put together. */
    @GET
    @Path("fidelity")
    @Operation(
            summary = "The fidelity of the cycles of a team, an aim, an owner or the district",
            description =
                    "Filters as in the list of cycles. With by=team, aim or owner they stand side by side; by=quarter"
                            + " or school_year is a trend over the days of decision.")
    public FidelityReport together(
            @BeanParam CycleFilter filter,
            @Parameter(description = "team, aim, owner, quarter or school_year") @QueryParam("by") String by,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf) {
        CycleTable.Filter narrowed = filter.read();
        Grouping grouping = Parameters.oneOf(Grouping.class, "by", by);
        Instant at = Parameters.instant("asOf", asOf);
        return reads.read(connection -> {
            List<Row> rows = new CycleTable(connection, request.districtId(), at)
                    .newestFirst(narrowed, Long.MAX_VALUE, CycleTable.MOST + 1);
            boolean cut = rows.size() > CycleTable.MOST;
            List<Row> used = cut ? rows.subList(0, CycleTable.MOST) : rows;
            List<Fidelity> judged = judge(connection, used, at);
            return new FidelityReport(
                    at,
                    FidelitySummary.of(judged),
                    grouping == null ? null : grouping.name().toLowerCase(Locale.ROOT),
                    grouping == null ? null : groups(grouping, used, judged),
                    cut,
                    "Of 72 published projects documented well enough, 3 (4%) showed all four features looked at (Knudsen SV"
                            + " et al., BMC Health Services Research 2019;19:683). Those are four, ours are seven: the"
                            + " shares are no like for like.");
        });
    }

    private static List<Group> groups(Grouping grouping, List<Row> rows, List<Fidelity> judged) {
        SortedMap<String, List<Fidelity>> byKey = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String key = grouping.of(rows.get(i).known());
            if (key != null) {
                byKey.computeIfAbsent(key, one -> new ArrayList<>()).add(judged.get(i));
            }
        }
        return byKey.entrySet().stream()
                .map(group -> new Group(group.getKey(), FidelitySummary.of(group.getValue())))
                .toList();
    }

    private List<Fidelity> judge(Connection connection, List<Row> rows, Instant at) throws SQLException {
        Instant now = at == null ? clock.instant() : at;
        return new FactsReading(connection, request.districtId(), at, FactsReading.day(now)).judge(rows);
    }
}
