package org.inpractice.cycles.calibration;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.cycle.CycleFilter;
import org.inpractice.cycles.cycle.CycleTable;
import org.inpractice.cycles.cycle.CycleTable.Row;
import org.inpractice.cycles.cycle.Grouping;

/** Predictions against what came, over REST. */
@Path("/v1/districts/{districtId}/calibration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration", description = "Predictions against what came: hits, bias, sharpness, reliability.")
public class CalibrationResource {
    private static final String AS_OF = "What was known at this instant; now when absent.";
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    /** Each studied cycle is looked up with its data: more take too long for one answer. */
    private static final int MOST = 1_000;

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /** A group of cycles; the key is an id, an owner or a time. */
    @Schema(name = "CalibrationGroup")
    public record Group(String key, Calibration calibration) {}

    /**
     * Calibration of some cycles.
     *
     * @param by what the groups are made by; absent without any
     * @param cut whether there were more cycles than are put together in one answer
     */
    @Schema(name = "CalibrationReport")
    public record CalibrationReport(
            Instant asOf, Calibration calibration, String by, List<Group> groups, boolean cut) {}

    /** A studied cycle with its predictions, each judged. */
    @Schema(name = "PredictedCycle")
    public record PredictedCycle(
            UUID cycleId,
            String changeIdea,
            int rung,
            UUID aimId,
            UUID teamId,
            String owner,
            List<Forecast> predictions) {
        static PredictedCycle of(Row row, List<Forecast> predictions) {
            var plan = row.known().plan();
            return new PredictedCycle(
                    plan.cycleId(),
                    plan.changeIdea(),
                    plan.rung(),
                    plan.aimId(),
                    plan.teamId(),
                    plan.owner(),
                    predictions);
        }
    }

    /** Put together. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, "image/svg+xml"})
    @Operation(
            summary = "How predictions compare with what came",
            description = "Filters as in the list of cycles; by=team, aim or owner stand side by side, quarter and"
                    + " school_year are a trend. Accept: image/svg+xml answers the reliability picture of all of them.")
    @APIResponse(
            responseCode = "200",
            description = "Hit rate, bias, sharpness, Brier score and a reliability table, each with its counts",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CalibrationReport.class)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(implementation = String.class))
            })
    public Response calibration(
            @BeanParam CycleFilter filter,
            @Parameter(description = "team, aim, owner, quarter or school_year") @QueryParam("by") String by,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf,
            @Context Request negotiation) {
        CycleTable.Filter narrowed = filter.read();
        Grouping grouping = Parameters.oneOf(Grouping.class, "by", by);
        Instant at = Parameters.instant("asOf", asOf);
        CalibrationReport report = report(narrowed, grouping, at);
        Variant variant = negotiation.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, SVG).build());
        boolean picture = variant != null && variant.getMediaType().equals(SVG);
        return Response.ok(picture ? ReliabilityPicture.svg(report.calibration()) : report)
                .type(picture ? SVG : MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private CalibrationReport report(CycleTable.Filter filter, Grouping grouping, Instant at) {
        return reads.read(connection -> {
            ForecastReading reading = new ForecastReading(connection, request.districtId(), at);
            List<Row> rows = new CycleTable(connection, request.districtId(), at)
                    .newestFirst(filter.studied(), Long.MAX_VALUE, MOST + 1);
            boolean cut = rows.size() > MOST;
            SortedMap<String, List<Forecast>> byKey = new TreeMap<>();
            List<Forecast> all = new ArrayList<>();
            for (Row row : cut ? rows.subList(0, MOST) : rows) {
                List<Forecast> forecasts = reading.of(row.known());
                all.addAll(forecasts);
                String key = grouping == null ? null : grouping.of(row.known());
                if (key != null) {
                    byKey.computeIfAbsent(key, one -> new ArrayList<>()).addAll(forecasts);
                }
            }
            return new CalibrationReport(
                    at,
                    Calibration.of(all),
                    grouping == null ? null : grouping.name().toLowerCase(Locale.ROOT),
                    grouping == null
                            ? null
                            : byKey.entrySet().stream()
                                    .map(group -> new Group(group.getKey(), Calibration.of(group.getValue())))
                                    .toList(),
                    cut);
        });
    }

    /** One by one. */
    @GET
    @Path("cycles")
    @Operation(summary = "Studied cycles with their predictions, each judged, newest plan first")
    public Page<PredictedCycle> cycles(
            @BeanParam CycleFilter filter,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        CycleTable.Filter narrowed = filter.read().studied();
        Instant at = Parameters.instant("asOf", asOf);
        long before = Cursor.sequence(cursor);
        return reads.read(connection -> {
            List<Row> rows =
                    new CycleTable(connection, request.districtId(), at).newestFirst(narrowed, before, length + 1);
            Page<Row> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.plannedSeq())));
            ForecastReading reading = new ForecastReading(connection, request.districtId(), at);
            List<PredictedCycle> items = new ArrayList<>();
            for (Row row : page.items()) {
                items.add(PredictedCycle.of(row, reading.of(row.known())));
            }
            return new Page<>(items, page.next());
        });
    }
}
