package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.comparison.Proportion;
import org.inpractice.measurement.feedback.FollowedEvent.CycleMeasure;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStarted;
import org.inpractice.measurement.measure.BetterDirection;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureKind;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.measure.ValueType;
import org.inpractice.measurement.observation.ObservationStatus;
import org.inpractice.measurement.observation.ObservationTable;
import org.inpractice.measurement.observation.ObservationTable.Point;
import org.inpractice.measurement.observation.ObservationTable.Series;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.inpractice.measurement.observation.Sight;
import org.inpractice.measurement.observation.Visibility;

/**
 * Reads the series that a cycle's feedback compares, as known at a sequence number and as its reader may see them.
 *
 * @param sight how its reader looks
 */
record CycleSeries(String districtId, CycleStarted cycle, long lastSequence, Sight sight) {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    /** Sixty years of days: a bound, so that no report can grow without end. */
    private static final int MOST_POINTS = 22_000;

    private record Measure(String name, String unit, Definition definition) {}

    /** A series for each of the cycle's measures, in the cycle's order; one not defined here is named, and empty. */
    List<MeasuredSeries> read(Connection connection) throws SQLException {
        List<CycleMeasure> wanted = cycle.measures() == null ? List.of() : cycle.measures();
        Map<UUID, Measure> measures = measures(connection, wanted);
        List<MeasuredSeries> read = new ArrayList<>();
        for (CycleMeasure one : wanted) {
            Measure measure = measures.get(one.measureId());
            read.add(
                    measure == null
                            ? MeasuredSeries.notFound(one.measureId(), one.role())
                            : series(connection, one, measure));
        }
        return read;
    }

    private MeasuredSeries series(Connection connection, CycleMeasure one, Measure measure) throws SQLException {
        String site = cycle.siteId() == null ? siteOfWholeDistrict(connection, one.measureId()) : cycle.siteId();
        List<Observed> observed = new ArrayList<>();
        if (site != null) {
            Series series = new Series(districtId, one.measureId(), site, group());
            List<Point> points =
                    ObservationTable.points(connection, series, FIRST_DAY, LAST_DAY, lastSequence, MOST_POINTS);
            Visibility visibility = sight.of(
                    connection,
                    series,
                    measure.definition(),
                    points.stream().map(Point::periodStart).toList());
            for (Point point : points) {
                observed.add(observed(point, measure, visibility));
            }
        }
        return new MeasuredSeries(
                one.measureId(), measure.name(), one.role(), measure.unit(), measure.definition(), site, observed);
    }

    private String group() {
        return cycle.studentGroup() == null ? "all" : cycle.studentGroup();
    }

    /**
     * The site of a cycle that names none: the district itself, when it is observed under its own id, or the only site there
     * is. Adding up sites would be a measure of its own.
     */
    private String siteOfWholeDistrict(Connection connection, UUID measureId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select min(site_id), max(site_id), bool_or(site_id = district_id) from (
                    (select district_id, site_id from observation
                     where district_id = ? and measure_id = ? order by site_id limit 1)
                    union all
                    (select district_id, site_id from observation
                     where district_id = ? and measure_id = ? order by site_id desc limit 1)
                    union all
                    (select district_id, site_id from observation
                     where district_id = ? and measure_id = ? and site_id = ? limit 1)) as ends
                """)) {
            for (int i = 0; i < 3; i++) {
                statement.setString(2 * i + 1, districtId);
                statement.setObject(2 * i + 2, measureId);
            }
            statement.setString(7, districtId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(3)) {
                    return districtId;
                }
                String first = row.getString(1);
                return first != null && first.equals(row.getString(2)) ? first : null;
            }
        }
    }

    private static Observed observed(Point point, Measure measure, Visibility visibility) {
        ReportingPeriod period = ReportingPeriod.starting(measure.definition().period(), point.periodStart());
        boolean hidden =
                visibility.hides(measure.definition(), point.periodStart(), point.districtSeq(), point.numbers());
        Observed.Use use = hidden || point.status() == ObservationStatus.SUPPRESSED
                ? Observed.Use.SUPPRESSED
                : point.status() == ObservationStatus.NOT_REPORTED ? Observed.Use.NOT_REPORTED : Observed.Use.NUMBER;
        boolean rate = measure.definition().valueType() == ValueType.RATE;
        return new Observed(
                period.text(),
                period.start(),
                period.end(),
                point.districtSeq(),
                use,
                use == Observed.Use.NUMBER ? number(point, measure) : Double.NaN,
                use == Observed.Use.NUMBER && rate ? proportion(point) : null);
    }

    private static Proportion proportion(Point point) {
        return new Proportion(
                point.numbers().amount().doubleValue(),
                point.numbers().denominator().doubleValue());
    }

    private static double number(Point point, Measure measure) {
        BigDecimal amount = point.numbers().amount();
        if (measure.definition().valueType() != ValueType.RATE) {
            return amount.doubleValue();
        }
        double rate = amount.doubleValue() / point.numbers().denominator().doubleValue();
        return CycleVerdict.isPercent(measure.unit()) ? 100 * rate : rate;
    }

    private Map<UUID, Measure> measures(Connection connection, List<CycleMeasure> wanted) throws SQLException {
        Map<UUID, Measure> measures = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select m.measure_id, m.name, m.unit, m.kind, m.value_type, m.direction, m.period, m.counts_people
                from measure m
                join event defined on (defined.stream_id, defined.stream_version, defined.district_id)
                    = (m.measure_id, 1, m.district_id)
                where m.district_id = ? and m.measure_id = any (?) and defined.district_seq <= ?
                """)) {
            statement.setString(1, districtId);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", wanted.stream().map(CycleMeasure::measureId).toArray()));
            statement.setLong(3, lastSequence);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Definition definition = new Definition(
                            MeasureKind.valueOf(row.getString(4)),
                            ValueType.valueOf(row.getString(5)),
                            BetterDirection.valueOf(row.getString(6)),
                            PeriodKind.valueOf(row.getString(7)),
                            row.getBoolean(8));
                    measures.put(
                            row.getObject(1, UUID.class), new Measure(row.getString(2), row.getString(3), definition));
                }
            }
        }
        return measures;
    }
}
