package org.inpractice.measurement.feedback;

import java.util.ArrayList;
import java.util.List;
import org.inpractice.measurement.feedback.MeasureNumbers.Completeness;
import org.inpractice.measurement.observation.ReportingPeriod;

/** How much of a series was told, period by period of its measure's calendar. Pure. */
final class SeriesCompleteness {
    private static final int MOST_NAMES = 24;

    private SeriesCompleteness() {}

    /** Null without any period told of. Reported, suppressed, not reported and missing are four things, and none is a zero. */
    static Completeness of(MeasuredSeries series) {
        List<Observed> points = series.points();
        if (points.isEmpty()) {
            return null;
        }
        int missing = 0;
        List<String> names = new ArrayList<>();
        ReportingPeriod period = ReportingPeriod.starting(
                series.definition().period(), points.getFirst().start());
        for (Observed point : points) {
            while (period.start().isBefore(point.start())) {
                missing++;
                if (names.size() < MOST_NAMES) {
                    names.add(period.text());
                }
                period = next(series, period);
            }
            period = next(series, period);
        }
        return new Completeness(
                points.getFirst().period(),
                points.getLast().period(),
                count(points, Observed.Use.NUMBER),
                count(points, Observed.Use.SUPPRESSED),
                count(points, Observed.Use.NOT_REPORTED),
                missing,
                names);
    }

    private static ReportingPeriod next(MeasuredSeries series, ReportingPeriod period) {
        return ReportingPeriod.starting(
                series.definition().period(), period.end().plusDays(1));
    }

    private static int count(List<Observed> points, Observed.Use use) {
        return (int) points.stream().filter(point -> point.use() == use).count();
    }
}
