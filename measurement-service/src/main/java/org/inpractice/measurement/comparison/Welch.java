package org.inpractice.measurement.comparison;

/**
 * The difference of two means when their spreads may differ (Welch BL. The generalization of "Student's" problem when several
 * different population variances are involved. Biometrika 1947;34:28-35).
 *
 * @param difference mean after minus mean before
 * @param standardError of the difference
 * @param statistic t; NaN when the values are constant
 * @param degreesOfFreedom by Satterthwaite's formula (Biometrics Bulletin 1946;2:110-114); seldom whole
 * @param probability two-sided p value
 */
public record Welch(
        Sample before,
        Sample after,
        double difference,
        double standardError,
        double statistic,
        double degreesOfFreedom,
        double probability,
        Interval interval) {
    /** With fewer values a side has no spread. */
    public static final int FEWEST_VALUES = 2;

    /** A standard error this small beside the means is rounding, not spread (R's t.test: "data are essentially constant"). */
    private static final double ROUNDING = 10 * Math.ulp(1.0);

    /** Compares; what cannot be told of constant values, or of fewer than two on a side, is NaN. */
    public static Welch of(double[] before, double[] after, double level) {
        return of(Sample.of(before), Sample.of(after), level);
    }

    private static Welch of(Sample before, Sample after, double level) {
        double difference = after.mean() - before.mean();
        double first = before.squaredStandardError();
        double second = after.squaredStandardError();
        double standardError = Math.sqrt(first + second);
        double size = Math.max(Math.abs(before.mean()), Math.abs(after.mean()));
        if (!Double.isFinite(standardError) || standardError <= ROUNDING * size) {
            return new Welch(
                    before,
                    after,
                    difference,
                    standardError,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Interval.unknown(level));
        }
        double degreesOfFreedom = degreesOfFreedom(before, after, first / (first + second));
        double statistic = difference / standardError;
        return new Welch(
                before,
                after,
                difference,
                standardError,
                statistic,
                degreesOfFreedom,
                Interval.studentProbability(statistic, degreesOfFreedom),
                Interval.student(difference, standardError, degreesOfFreedom, level));
    }

    /** Written with the share that each side has in the variance, so that no fourth power overflows. */
    private static double degreesOfFreedom(Sample before, Sample after, double shareBefore) {
        double shareAfter = 1 - shareBefore;
        return 1 / (shareBefore * shareBefore / (before.size() - 1) + shareAfter * shareAfter / (after.size() - 1));
    }
}
