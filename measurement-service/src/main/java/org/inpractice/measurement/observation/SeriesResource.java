package org.inpractice.measurement.observation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import org.inpractice.api.Problems;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.observation.ObservationTable.Point;
import org.inpractice.measurement.observation.ObservationTable.Series;
import org.inpractice.measurement.observation.ObservationTable.SeriesKey;
import org.inpractice.stream.DistrictStream;

/** The series of a measure over REST. */
@Path("/v1/districts/{districtId}/measures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Series", description = "The observations of one measure, site and student group, period by period.")
public class SeriesResource {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    DistrictStream stream;

    @Inject
    MeasureDefinitions definitions;

    @Inject
    Disclosure disclosure;

    /**
     * A point as a reader may see it.
     *
     * @param version how often its period has been spoken of
     * @param recordedAt when we learned it
     * @param districtSeq the number of the event that told it
     */
    @Schema(name = "SeriesPoint")
    public record PointView(
            UUID observationId,
            @Schema(examples = "2025-09") String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            @JsonUnwrapped ShownNumbers numbers,
            long version,
            Instant recordedAt,
            long districtSeq) {}

    /** A page of a series. */
    @GET
    @Path("{measureId}/series")
    @Operation(
            summary = "The series of a measure at a site for a student group",
            description =
                    "In the order of periods. A period nobody told of is missing, one not reported says so: neither"
                            + " is a zero. Numbers of small groups are shown as suppressed, unless the token has the scope"
                            + " small-cells.")
    @APIResponse(responseCode = "200", description = "A page of points")
    @APIResponse(responseCode = "404", description = "The district has defined no such measure")
    public Page<PointView> series(
            @PathParam("measureId") String id,
            @Parameter(description = "Required.", required = true, example = "19647330112536") @QueryParam("siteId")
                    String siteId,
            @Parameter(description = "all when absent.", example = "all") @QueryParam("studentGroup")
                    String studentGroup,
            @Parameter(description = "Periods that start on this day or later.", example = "2024-07-01")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "Periods that start on this day or earlier.", example = "2025-06-30")
                    @QueryParam("to")
                    String to,
            @Parameter(description = "What was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        UUID measureId = Parameters.uuid("measureId", id);
        String site = readable("siteId", siteId);
        if (site == null) {
            throw Problems.invalid("siteId", "Name the site; GET series-keys tells which there are.");
        }
        String group = studentGroup == null ? "all" : readable("studentGroup", studentGroup);
        LocalDate first = after(cursor, Parameters.date("from", from));
        LocalDate last = Parameters.date("to", to);
        Instant known = Parameters.instant("asOf", asOf);
        Series series = new Series(request.districtId(), measureId, site, group);
        return reads.read(connection -> {
            Definition definition = definition(connection, measureId);
            long lastSequence =
                    known == null ? Long.MAX_VALUE : stream.lastSequenceAt(connection, request.districtId(), known);
            List<Point> points = ObservationTable.points(
                    connection, series, first, last == null ? LAST_DAY : last, lastSequence, length + 1);
            Visibility visibility = request.may("small-cells")
                    ? Visibility.WHOLE
                    : disclosure.of(
                            connection,
                            series,
                            definition,
                            points.stream().map(Point::periodStart).toList());
            return Page.of(
                    points.stream()
                            .map(point -> view(series, point, definition, visibility))
                            .toList(),
                    length,
                    seen -> Cursor.of(seen.periodStart().toString()));
        });
    }

    /** Which series there are. */
    @GET
    @Path("{measureId}/series-keys")
    @Operation(summary = "Sites and student groups of which the measure has, or had, observations")
    @APIResponse(responseCode = "200", description = "A page of keys, by site and student group")
    @APIResponse(responseCode = "404", description = "The district has defined no such measure")
    public Page<SeriesKey> seriesKeys(
            @PathParam("measureId") String id,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        UUID measureId = Parameters.uuid("measureId", id);
        List<String> keys = Cursor.keys(cursor, 2);
        SeriesKey after = keys.isEmpty() ? new SeriesKey("", "") : new SeriesKey(keys.get(0), keys.get(1));
        return reads.read(connection -> {
            definition(connection, measureId);
            return Page.of(
                    ObservationTable.seriesKeys(connection, request.districtId(), measureId, after, length + 1),
                    length,
                    last -> Cursor.of(last.siteId(), last.studentGroup()));
        });
    }

    private Definition definition(Connection connection, UUID measureId) throws SQLException {
        MeasureKey key = new MeasureKey(request.districtId(), measureId);
        Definition definition = definitions.find(connection, List.of(key)).get(key);
        if (definition == null) {
            throw new NotFound("measure");
        }
        return definition;
    }

    private static PointView view(Series series, Point point, Definition definition, Visibility visibility) {
        ReportingPeriod period = ReportingPeriod.starting(definition.period(), point.periodStart());
        return new PointView(
                series.key(period.start()).observationId(),
                period.text(),
                period.start(),
                period.end(),
                ShownNumbers.of(
                        point.status(),
                        point.numbers(),
                        definition,
                        visibility.hides(definition, point.periodStart(), point.districtSeq(), point.numbers())),
                point.version(),
                point.recordedAt(),
                point.districtSeq());
    }

    private static LocalDate after(String cursor, LocalDate from) {
        List<String> keys = Cursor.keys(cursor, 1);
        if (keys.isEmpty()) {
            return from == null ? FIRST_DAY : from;
        }
        try {
            LocalDate seen = LocalDate.parse(keys.getFirst());
            if (seen.isBefore(FIRST_DAY) || seen.isAfter(LAST_DAY)) {
                throw Cursor.notOurs();
            }
            return seen.plusDays(1);
        } catch (DateTimeException e) {
            throw Cursor.notOurs();
        }
    }

    private static String readable(String name, String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw Problems.invalid(name, "Send it as the observations have it.");
        }
        return value;
    }
}
