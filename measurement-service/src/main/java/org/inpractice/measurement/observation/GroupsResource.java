package org.inpractice.measurement.observation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.measurement.disclosure.Dimensions;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.observation.GroupSeries.GroupPoint;
import org.inpractice.measurement.observation.ObservationTable.Point;
import org.inpractice.measurement.observation.ObservationTable.Series;
import org.inpractice.measurement.observation.ObservationTable.SeriesKey;
import org.inpractice.stream.DistrictStream;

/** The student groups of a site side by side, over REST. */
@Path("/v1/districts/{districtId}/measures/{measureId}/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Series")
public class GroupsResource {
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
     * Small multiples.
     *
     * @param reference the group the gaps are measured from
     * @param groups by name, the reference among them when it is asked for
     */
    @Schema(name = "StudentGroups")
    public record GroupsView(UUID measureId, String siteId, String reference, List<GroupSeries> groups) {}

    private record Shown(Point point, ShownNumbers numbers, BigDecimal number) {}

    /** Series and gaps. */
    @GET
    @Operation(
            summary = "The student groups of a site side by side, and the gaps between them",
            description = "A series a group, and at each point its difference from and ratio to a reference group (all,"
                    + " unless another is named). Hidden numbers are absent, and gaps come from shown ones alone."
                    + " The first reader without the scope small-cells who looks at the groups of a period fixes which"
                    + " of them are shown, for everybody and for good.")
    @APIResponse(
            responseCode = "200",
            description = "The groups",
            content = @Content(schema = @Schema(implementation = GroupsView.class)))
    @APIResponse(responseCode = "400", description = "siteId is missing, or the periods are more than 500")
    @APIResponse(responseCode = "404", description = "The district has defined no such measure")
    public GroupsView groups(
            @PathParam("measureId") String id,
            @Parameter(description = "Required.", required = true, example = "19647330112536") @QueryParam("siteId")
                    String siteId,
            @Parameter(
                            description =
                                    "race, gender, grade_span, or a group that is in none of them; all when absent.",
                            example = "race")
                    @QueryParam("dimension")
                    String dimension,
            @Parameter(description = "The group gaps are measured from; all when absent.", example = "all")
                    @QueryParam("reference")
                    String reference,
            @Parameter(description = "Periods that start on this day or later.", example = "2024-07-01")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "Periods that start on this day or earlier.", example = "2025-06-30")
                    @QueryParam("to")
                    String to,
            @Parameter(description = "What was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        UUID measureId = Parameters.uuid("measureId", id);
        if (siteId == null || siteId.isBlank() || siteId.indexOf('\0') >= 0) {
            throw Problems.invalid("siteId", "Name the site; GET series-keys tells which there are.");
        }
        LocalDate first = Parameters.date("from", from);
        LocalDate last = Parameters.date("to", to);
        Instant known = Parameters.instant("asOf", asOf);
        String base = reference == null ? Dimensions.ALL : reference;
        return reads.read(connection -> {
            long lastSequence =
                    known == null ? Long.MAX_VALUE : stream.lastSequenceAt(connection, request.districtId(), known);
            Site site = new Site(
                    connection,
                    measureId,
                    siteId,
                    definition(connection, measureId),
                    first == null ? FIRST_DAY : first,
                    last == null ? LAST_DAY : last,
                    lastSequence);
            return new GroupsView(measureId, siteId, base, series(site, dimension, base));
        });
    }

    private record Site(
            Connection connection,
            UUID measureId,
            String siteId,
            Definition definition,
            LocalDate from,
            LocalDate to,
            long lastSequence) {}

    private List<GroupSeries> series(Site site, String dimension, String reference) throws SQLException {
        Map<LocalDate, BigDecimal> base = new HashMap<>();
        if (reference.indexOf('\0') < 0) {
            shown(site, reference).forEach(one -> base.put(one.point().periodStart(), one.number()));
        }
        List<GroupSeries> series = new ArrayList<>();
        Set<String> dimensions = new TreeSet<>();
        for (SeriesKey key : ObservationTable.seriesKeys(
                site.connection(),
                request.districtId(),
                site.measureId(),
                new SeriesKey(site.siteId(), ""),
                Parameters.MAX_LIMIT)) {
            String of = Dimensions.of(key.studentGroup());
            if (key.siteId().equals(site.siteId())) {
                dimensions.add(of);
            }
            boolean wanted = dimension == null
                    || of.equals(dimension)
                    || key.studentGroup().equals(reference);
            if (key.siteId().equals(site.siteId()) && wanted) {
                series.add(new GroupSeries(
                        key.studentGroup(),
                        of,
                        shown(site, key.studentGroup()).stream()
                                .map(one -> point(one, site.definition(), base))
                                .toList()));
            }
        }
        refuseMissing(dimension, dimensions);
        return series;
    }

    /** A site nobody told of has no groups at all; one of whose groups some are told has no others by a misspelt name. */
    private static void refuseMissing(String dimension, Set<String> dimensions) {
        dimensions.remove(Dimensions.ALL);
        if (dimension != null && !dimensions.isEmpty() && !dimensions.contains(dimension)) {
            throw Problems.invalid(
                    "dimension", "Send one that is told of here: " + String.join(", ", dimensions) + ".");
        }
    }

    private static GroupPoint point(Shown one, Definition definition, Map<LocalDate, BigDecimal> base) {
        LocalDate start = one.point().periodStart();
        return GroupPoint.of(
                ReportingPeriod.starting(definition.period(), start).text(),
                start,
                one.numbers(),
                one.number(),
                base.get(start));
    }

    private List<Shown> shown(Site site, String group) throws SQLException {
        Series series = new Series(request.districtId(), site.measureId(), site.siteId(), group);
        List<Point> points = ObservationTable.points(
                site.connection(), series, site.from(), site.to(), site.lastSequence(), Parameters.MAX_LIMIT + 1);
        if (points.size() > Parameters.MAX_LIMIT) {
            throw Problems.invalid("from", "Ask for at most 500 periods at once, by from and to.");
        }
        Visibility visibility = request.may("small-cells")
                ? Visibility.WHOLE
                : disclosure.of(
                        site.connection(),
                        series,
                        site.definition(),
                        points.stream().map(Point::periodStart).toList());
        return points.stream()
                .map(point -> {
                    ShownNumbers numbers = ShownNumbers.of(
                            point.status(),
                            point.numbers(),
                            site.definition(),
                            visibility.hides(
                                    site.definition(), point.periodStart(), point.districtSeq(), point.numbers()));
                    return new Shown(point, numbers, GroupSeries.number(numbers, site.definition()));
                })
                .toList();
    }

    private Definition definition(Connection connection, UUID measureId) throws SQLException {
        MeasureKey key = new MeasureKey(request.districtId(), measureId);
        Definition definition = definitions.find(connection, List.of(key)).get(key);
        if (definition == null) {
            throw new NotFound("measure");
        }
        return definition;
    }
}
