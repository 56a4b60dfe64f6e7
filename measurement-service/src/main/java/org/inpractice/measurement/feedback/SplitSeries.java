package org.inpractice.measurement.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.measurement.feedback.FeedbackReport.LeftOut;

/**
 * A series cut at the start of a change. The period that holds the start belongs to neither side.
 *
 * @param before numbers whose period ended before the start
 * @param since numbers whose period began on the start day or later
 */
record SplitSeries(List<Observed> before, List<Observed> since, LeftOut leftOut) {

    static SplitSeries of(List<Observed> points, LocalDate startedOn) {
        List<Observed> before = new ArrayList<>();
        List<Observed> since = new ArrayList<>();
        int suppressed = 0;
        int notReported = 0;
        int inStartPeriod = 0;
        for (Observed point : points) {
            switch (point.use()) {
                case SUPPRESSED -> suppressed++;
                case NOT_REPORTED -> notReported++;
                case NUMBER -> {
                    if (point.end().isBefore(startedOn)) {
                        before.add(point);
                    } else if (!point.start().isBefore(startedOn)) {
                        since.add(point);
                    } else {
                        inStartPeriod++;
                    }
                }
            }
        }
        return new SplitSeries(before, since, new LeftOut(suppressed, notReported, inStartPeriod));
    }

    /** What is compared, both sides in the order of time. */
    List<Observed> used() {
        List<Observed> used = new ArrayList<>(before);
        used.addAll(since);
        return used;
    }

    static double[] values(List<Observed> points) {
        return points.stream().mapToDouble(Observed::value).toArray();
    }
}
