package org.inpractice.measurement.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Centre lines and limits of three standard deviations, by chart type. The formulas are those of Montgomery, Introduction to
 * Statistical Quality Control (7th edition, chapters 6 and 7), as qicharts2 0.8.1 computes them.
 */
final class CentreAndLimits {
    /** 2.66 is 3 / 1.128 to two decimals (Wheeler, Understanding Variation, 1993). */
    private static final double ROUNDED_FACTOR = 2.66;

    private static final double EXACT_FACTOR = 3 / MovingRanges.D2;

    /** Times to this power are nearly normal (Nelson 1994; Montgomery 7.3.5). */
    private static final double NEARLY_NORMAL = 1 / 3.6;

    private CentreAndLimits() {}

    static Lines of(PhaseNumbers phase, ChartPlan plan) {
        return switch (plan.type()) {
            case RUN -> new Lines(Averages.median(phase.ofBaseline(phase.values)), phase.length());
            case I, MOVING_RANGE -> individuals(phase, plan);
            case P -> proportions(phase, plan, false);
            case P_PRIME -> proportions(phase, plan, true);
            case U -> rates(phase, plan, false);
            case U_PRIME -> rates(phase, plan, true);
            case C -> counts(phase);
            case XBAR -> Subgroups.means(phase);
            case S -> Subgroups.deviations(phase);
            case T -> times(phase, plan.screening());
            case G -> countsBetween(phase, plan.centreLine());
        };
    }

    /** Mean plus and minus 2.66 (or 3 / 1.128) mean moving ranges; not clipped. */
    private static Lines individuals(PhaseNumbers phase, ChartPlan plan) {
        double factor = switch (plan.limitFactor()) {
            case ROUNDED -> ROUNDED_FACTOR;
            case EXACT -> EXACT_FACTOR;
        };
        return individuals(phase.values, phase, factor, plan.screening());
    }

    private static Lines individuals(double[] values, PhaseNumbers phase, double factor, Screening screening) {
        Lines lines = new Lines(Averages.mean(phase.ofBaseline(values)), phase.length());
        lines.mean = lines.centre;
        lines.movingRanges = new MovingRanges(values, phase, screening);
        lines.sigmaHat = lines.movingRanges.screenedMean / MovingRanges.D2;
        for (int i = 0; i < phase.length(); i++) {
            lines.about(i, lines.centre, factor * lines.movingRanges.screenedMean);
        }
        return lines;
    }

    /** Individual values of the transformed times, transformed back; the lower limit is 0 where it would be negative. */
    private static Lines times(PhaseNumbers phase, Screening screening) {
        double[] transformed = Arrays.stream(phase.values)
                .map(time -> Math.pow(time, NEARLY_NORMAL))
                .toArray();
        Lines there = individuals(transformed, phase, EXACT_FACTOR, screening);
        Lines lines = new Lines(back(there.centre), phase.length());
        lines.mean = there.mean;
        lines.movingRanges = there.movingRanges;
        lines.sigmaHat = there.sigmaHat;
        for (int i = 0; i < phase.length(); i++) {
            lines.lower[i] = back(there.lower[i]);
            lines.upper[i] = back(there.upper[i]);
            lines.nearLower[i] = back(there.nearLower[i]);
            lines.nearUpper[i] = back(there.nearUpper[i]);
        }
        return lines;
    }

    private static double back(double transformed) {
        return Math.pow(Math.max(transformed, 0), 1 / NEARLY_NORMAL);
    }

    /** Binomial: sqrt(p (1 - p) / n) at each point (Montgomery 7.8), clipped to 0 and 1. */
    private static Lines proportions(PhaseNumbers phase, ChartPlan plan, boolean laney) {
        double centre = pooled(phase);
        double[] deviations = Arrays.stream(phase.denominators)
                .map(denominator -> Math.sqrt(Math.max(centre * (1 - centre), 0) / denominator))
                .toArray();
        Lines lines = attributes(phase, plan, centre, deviations, laney);
        lines.clip(0, 1);
        return lines;
    }

    /** Poisson: sqrt(u / n) at each point (Montgomery 7.19), clipped at 0. */
    private static Lines rates(PhaseNumbers phase, ChartPlan plan, boolean laney) {
        double centre = pooled(phase);
        double[] deviations = Arrays.stream(phase.denominators)
                .map(denominator -> Math.sqrt(centre / denominator))
                .toArray();
        Lines lines = attributes(phase, plan, centre, deviations, laney);
        lines.clip(0, Double.POSITIVE_INFINITY);
        return lines;
    }

    /** All numerators over all denominators of the baseline. */
    private static double pooled(PhaseNumbers phase) {
        return Averages.sum(phase.ofBaseline(phase.numerators)) / Averages.sum(phase.ofBaseline(phase.denominators));
    }

    /**
     * Laney's allowance: the standard deviations times sigma z, the mean moving range of the z values over 1.128 (Laney,
     * Improved control charts for attributes, Quality Engineering 2002;14:531-537).
     */
    private static Lines attributes(
            PhaseNumbers phase, ChartPlan plan, double centre, double[] deviations, boolean laney) {
        Lines lines = new Lines(centre, phase.length());
        lines.mean = centre;
        double sigmaZ = 1;
        if (laney) {
            double[] standardized = IntStream.range(0, phase.length())
                    .mapToDouble(i -> (phase.values[i] - centre) / deviations[i])
                    .toArray();
            lines.movingRanges = new MovingRanges(standardized, phase, plan.screening());
            sigmaZ = lines.movingRanges.screenedMean / MovingRanges.D2;
            lines.sigmaZ = sigmaZ;
        }
        for (int i = 0; i < phase.length(); i++) {
            lines.about(i, centre, 3 * sigmaZ * deviations[i]);
        }
        return lines;
    }

    /** Poisson with equal areas of opportunity: sqrt(c) (Montgomery 7.17), clipped at 0. */
    private static Lines counts(PhaseNumbers phase) {
        Lines lines = new Lines(Averages.mean(phase.ofBaseline(phase.values)), phase.length());
        lines.mean = lines.centre;
        lines.sigmaHat = Math.sqrt(lines.centre);
        for (int i = 0; i < phase.length(); i++) {
            lines.about(i, lines.centre, 3 * lines.sigmaHat);
        }
        lines.clip(0, Double.POSITIVE_INFINITY);
        return lines;
    }

    /** Geometric: sqrt(g (g + 1)) about the mean (Montgomery 7.3.5), clipped at 0; the centre line is named. */
    private static Lines countsBetween(PhaseNumbers phase, CentreLine centreLine) {
        double[] baseline = phase.ofBaseline(phase.values);
        double mean = Averages.mean(baseline);
        double centre = switch (centreLine) {
            case MEDIAN -> Averages.median(baseline);
            case MEAN -> mean;
        };
        Lines lines = new Lines(centre, phase.length());
        lines.mean = mean;
        lines.sigmaHat = Math.sqrt(mean * (mean + 1));
        for (int i = 0; i < phase.length(); i++) {
            lines.about(i, mean, 3 * lines.sigmaHat);
        }
        lines.clip(0, Double.POSITIVE_INFINITY);
        return lines;
    }
}
