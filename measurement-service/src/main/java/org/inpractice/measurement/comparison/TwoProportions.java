package org.inpractice.measurement.comparison;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The difference of two proportions.
 *
 * @param difference proportion after minus proportion before
 * @param interval Newcombe's, from both score intervals: Newcombe RG. Interval estimation for the difference between
 *     independent proportions: comparison of eleven methods. Statistics in Medicine 1998;17:873-890, method 10
 * @param wald the simple interval with separate variances, clipped to −1 and 1 (as R's prop.test gives it)
 * @param chiSquared Pearson's with pooled variance, 1 degree of freedom, without continuity correction; NaN when both
 *     proportions are 0 or both are 1
 * @param probability its p value
 * @param overdispersion by which the variances were multiplied in all of the above
 */
public record TwoProportions(
        Proportion before,
        Proportion after,
        double difference,
        Interval interval,
        Interval wald,
        double chiSquared,
        double probability,
        Overdispersion overdispersion) {
    private static final ChiSquaredDistribution ONE_DEGREE_OF_FREEDOM = ChiSquaredDistribution.of(1);

    /** Compares two proportions with binomial variances. */
    public static TwoProportions of(Proportion before, Proportion after, double level) {
        return of(before, after, Overdispersion.unknown(0), level);
    }

    /**
     * Compares what periods add up to, with variances as large as the spread of the periods asks for: every denominator
     * counts for {@code denominator / factor}.
     */
    public static TwoProportions ofPeriods(List<Proportion> before, List<Proportion> after, double level) {
        Proportion nobody = new Proportion(0, 0);
        return of(
                before.stream().reduce(nobody, Proportion::plus),
                after.stream().reduce(nobody, Proportion::plus),
                Overdispersion.of(before, after),
                level);
    }

    private static TwoProportions of(Proportion before, Proportion after, Overdispersion overdispersion, double level) {
        double difference = after.value() - before.value();
        if (Double.isNaN(difference)) {
            return new TwoProportions(
                    before,
                    after,
                    Double.NaN,
                    Interval.unknown(level),
                    Interval.unknown(level),
                    Double.NaN,
                    Double.NaN,
                    overdispersion);
        }
        double factor = overdispersion.factor();
        double chiSquared = chiSquared(before, after) / factor;
        return new TwoProportions(
                before,
                after,
                difference,
                newcombe(before, after, factor, level),
                wald(before, after, factor, level),
                chiSquared,
                Double.isNaN(chiSquared) ? Double.NaN : ONE_DEGREE_OF_FREEDOM.survivalProbability(chiSquared),
                overdispersion);
    }

    private static Interval newcombe(Proportion before, Proportion after, double factor, double level) {
        Interval scoreBefore = before.score(factor, level);
        Interval scoreAfter = after.score(factor, level);
        double difference = after.value() - before.value();
        double down = Math.hypot(after.value() - scoreAfter.low(), scoreBefore.high() - before.value());
        double up = Math.hypot(scoreAfter.high() - after.value(), before.value() - scoreBefore.low());
        return new Interval(difference - down, difference + up, level);
    }

    private static Interval wald(Proportion before, Proportion after, double factor, double level) {
        double difference = after.value() - before.value();
        double reach = Interval.normalReach(level) * Math.sqrt(factor * (variance(before) + variance(after)));
        return new Interval(Math.max(-1, difference - reach), Math.min(1, difference + reach), level);
    }

    private static double variance(Proportion proportion) {
        return proportion.value() * (1 - proportion.value()) / proportion.denominator();
    }

    private static double chiSquared(Proportion before, Proportion after) {
        double pooled = before.plus(after).value();
        double difference = after.value() - before.value();
        double variance = pooled * (1 - pooled) * (1 / before.denominator() + 1 / after.denominator());
        return variance == 0 ? Double.NaN : difference * difference / variance;
    }
}
