package org.inpractice.measurement.comparison;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A two-sided confidence interval.
 *
 * @param low NaN when it cannot be told, as is {@code high} then
 * @param level the confidence that was asked for, for example 0.95
 */
public record Interval(double low, double high, double level) {
    /** The confidence everybody expects. */
    public static final double USUAL_LEVEL = 0.95;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Of a number about which nothing can be told. */
    public static Interval unknown(double level) {
        return new Interval(Double.NaN, Double.NaN, level);
    }

    /** Whether there are two limits. */
    public boolean isKnown() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Whether a number lies in it, the limits counted in. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** Estimate ± t · standard error, with Student's t of these degrees of freedom. */
    static Interval student(double estimate, double standardError, double degreesOfFreedom, double level) {
        if (!(degreesOfFreedom > 0) || !Double.isFinite(estimate) || !Double.isFinite(standardError)) {
            return unknown(level);
        }
        double reach = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2) * standardError;
        return new Interval(estimate - reach, estimate + reach, level);
    }

    /** The two-sided p value of Student's t; NaN when it cannot be told. */
    static double studentProbability(double statistic, double degreesOfFreedom) {
        if (!(degreesOfFreedom > 0) || Double.isNaN(statistic)) {
            return Double.NaN;
        }
        return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(statistic)));
    }

    /** The two-sided p value of a standard normal z; NaN when it cannot be told. */
    static double normalProbability(double statistic) {
        return Double.isNaN(statistic) ? Double.NaN : Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(statistic)));
    }

    /** How many standard deviations of a normal distribution the level reaches to each side: 1.96 for 0.95. */
    static double normalReach(double level) {
        return NORMAL.inverseSurvivalProbability((1 - level) / 2);
    }
}
