package org.inpractice.measurement.controlchart;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.inpractice.measurement.chart.Measurement;
import org.inpractice.measurement.chart.PointStatus;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.observation.ObservationTable;
import org.inpractice.measurement.observation.ObservationTable.Point;
import org.inpractice.measurement.observation.ObservationTable.Series;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.inpractice.measurement.observation.ShownNumbers;
import org.inpractice.measurement.observation.Sight;
import org.inpractice.measurement.observation.Visibility;

/**
 * A series as a reader may see it. What the reader may not see is not in it, and so in no centre, limit, run or count that
 * comes of it. Between the first and the last period one that nobody told of is a point without a number, so that neither
 * line nor moving range reaches over it; but not between days, for schools are closed on many.
 *
 * @param periods in order, one a point
 * @param points their numbers
 */
record VisibleSeries(List<ReportingPeriod> periods, List<Measurement> points) {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    /** Twenty-seven years of days: a bound, so that no chart can grow without end. */
    private static final int MOST_POINTS = 10_000;

    /**
     * Reads it as it was known at a sequence number.
     *
     * @param sight how its reader looks
     */
    static VisibleSeries read(
            Connection connection, Series series, Definition definition, long lastSequence, Sight sight)
            throws SQLException {
        List<ReportingPeriod> periods = new ArrayList<>();
        List<Measurement> points = new ArrayList<>();
        List<Point> told = ObservationTable.points(connection, series, FIRST_DAY, LAST_DAY, lastSequence, MOST_POINTS);
        Visibility visibility = sight.of(
                connection,
                series,
                definition,
                told.stream().map(Point::periodStart).toList());
        for (Point point : told) {
            ReportingPeriod period = ReportingPeriod.starting(definition.period(), point.periodStart());
            ShownNumbers shown = ShownNumbers.of(
                    point.status(),
                    point.numbers(),
                    definition,
                    visibility.hides(definition, point.periodStart(), point.districtSeq(), point.numbers()));
            if (!periods.isEmpty() && definition.period() != PeriodKind.DAY) {
                fillUpTo(period, periods, points);
            }
            periods.add(period);
            points.add(measurement(period.text(), shown));
        }
        return new VisibleSeries(periods, points);
    }

    private static void fillUpTo(ReportingPeriod next, List<ReportingPeriod> periods, List<Measurement> points) {
        LocalDate start = periods.getLast().end().plusDays(1);
        while (start.isBefore(next.start()) && points.size() < MOST_POINTS) {
            ReportingPeriod untold = ReportingPeriod.starting(next.kind(), start);
            periods.add(untold);
            points.add(Measurement.missing(untold.text(), PointStatus.NOT_REPORTED));
            start = untold.end().plusDays(1);
        }
    }

    private static Measurement measurement(String label, ShownNumbers shown) {
        return switch (shown.status()) {
            case SUPPRESSED -> Measurement.missing(label, PointStatus.SUPPRESSED);
            case NOT_REPORTED -> Measurement.missing(label, PointStatus.NOT_REPORTED);
            case REPORTED ->
                new Measurement(
                        label,
                        PointStatus.REPORTED,
                        number(shown.value() == null ? shown.count() : shown.value()),
                        number(shown.numerator()),
                        number(shown.denominator()),
                        null,
                        false,
                        null);
        };
    }

    private static Double number(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    /** How many points with a number lie in periods that start on such days. */
    int reported(Predicate<LocalDate> firstDay) {
        int reported = 0;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).status() == PointStatus.REPORTED
                    && firstDay.test(periods.get(i).start())) {
                reported++;
            }
        }
        return reported;
    }
}
