package org.inpractice.measurement.comparison;

/**
 * A coefficient of a regression.
 *
 * @param standardError NaN when no degree of freedom is left
 * @param statistic t: estimate divided by standard error; NaN when the line fits perfectly
 * @param probability two-sided p value; NaN with {@code statistic}
 */
public record Coefficient(
        double estimate, double standardError, double statistic, double probability, Interval interval) {

    static Coefficient of(double estimate, double variance, int degreesOfFreedom, double level) {
        double standardError = degreesOfFreedom > 0 ? Math.sqrt(Math.max(0, variance)) : Double.NaN;
        double statistic = standardError > 0 ? estimate / standardError : Double.NaN;
        return new Coefficient(
                estimate,
                standardError,
                statistic,
                Interval.studentProbability(statistic, degreesOfFreedom),
                Interval.student(estimate, standardError, degreesOfFreedom, level));
    }
}
