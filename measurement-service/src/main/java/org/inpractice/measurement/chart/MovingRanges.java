package org.inpractice.measurement.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far each point is from the one before. A missing point leaves a gap on both sides; an excluded one is taken out as if
 * it had never been there, and its neighbours meet (as in qicharts2). Nothing reaches over the boundary of a phase.
 */
final class MovingRanges {
    /** Moving ranges as large as this multiple of their mean are screened: D4 of two points (Nelson 1982). */
    static final double UPPER_LIMIT = 3.267;

    /** The expected range of two points in standard deviations, d2 (Montgomery, appendix VI). */
    static final double D2 = 1.128;

    /** The ranges, aligned with the points; null where there is none. */
    final List<Double> ranges = new ArrayList<>();

    /** The mean of the baseline's, all of them. */
    final double mean;

    /** The mean of the baseline's, after screening. */
    final double screenedMean;

    /** How many of them were dropped. */
    final int screened;

    /**
     * Reckons them.
     *
     * @param plotted values, z values or transformed times; aligned with the phase's points
     */
    MovingRanges(double[] plotted, PhaseNumbers phase, Screening screening) {
        double[] baseline = new double[plotted.length];
        Arrays.fill(baseline, Double.NaN);
        int previous = -1;
        for (int i = 0; i < plotted.length; i++) {
            double range = previous < 0 || phase.excluded(i) ? Double.NaN : Math.abs(plotted[i] - plotted[previous]);
            ranges.add(Averages.finite(range));
            if (previous >= 0 && phase.inBaseline(i) && phase.inBaseline(previous)) {
                baseline[i] = range;
            }
            previous = phase.excluded(i) ? previous : i;
        }
        mean = Averages.mean(baseline);
        double[] kept = switch (screening) {
            case NONE -> baseline;
            case MOVING_RANGES_ONCE -> kept(baseline);
        };
        screened = present(baseline) - present(kept);
        screenedMean = Averages.mean(kept);
    }

    /** Those below the limit; all when they are all nothing, as a series without variation has no unusual step. */
    private double[] kept(double[] baseline) {
        return mean > 0
                ? Arrays.stream(baseline)
                        .map(range -> range < UPPER_LIMIT * mean ? range : Double.NaN)
                        .toArray()
                : baseline;
    }

    private static int present(double[] numbers) {
        return (int)
                Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).count();
    }
}
