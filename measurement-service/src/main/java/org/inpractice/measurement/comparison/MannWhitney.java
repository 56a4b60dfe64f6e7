package org.inpractice.measurement.comparison;

/**
 * Whether values after tend to be larger than values before, by their ranks, and by how much (Mann HB, Whitney DR 1947;
 * Hodges JL, Lehmann EL 1963; intervals as in Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, chapter 4).
 *
 * @param difference Hodges and Lehmann's: the median of all differences of a value after and a value before
 * @param statistic how many pairs have the larger value after; a tie counts a half (R's W)
 * @param probability two-sided p value; NaN when all values are the same
 * @param interval of the difference: limits are differences that occur
 * @param achievedLevel the confidence that an exact interval really has; below the one asked for when there are too few
 *     values for it; NaN of an approximation
 * @param exact whether p value and interval come from the exact distribution, otherwise from the normal one with
 *     corrections for ties and continuity
 */
public record MannWhitney(
        Sample before,
        Sample after,
        double difference,
        double statistic,
        double probability,
        Interval interval,
        double achievedLevel,
        boolean exact,
        boolean ties) {
    /** Steps allowed for an exact distribution, a fraction of a second: 450 values on each side. */
    private static final double MOST_EFFORT = 1e8;

    /** Compares; exact when there are no ties and not many hundreds of values. Everything is NaN with an empty side. */
    public static MannWhitney of(double[] before, double[] after, double level) {
        double[] first = Sample.sorted(before);
        double[] second = Sample.sorted(after);
        if (first.length == 0 || second.length == 0) {
            Interval unknown = Interval.unknown(level);
            return new MannWhitney(
                    Sample.of(first),
                    Sample.of(second),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    unknown,
                    Double.NaN,
                    false,
                    false);
        }
        Ranks ranks = Ranks.of(first, second);
        boolean ties = ranks.tieTerm() > 0;
        return ties || RankSumDistribution.effort(first.length, second.length) > MOST_EFFORT
                ? approximate(first, second, ranks, level)
                : exact(first, second, ranks.statistic(), level);
    }

    private static MannWhitney exact(double[] first, double[] second, double statistic, double level) {
        Differences differences = new Differences(first, second);
        RankSumDistribution distribution = new RankSumDistribution(first.length, second.length);
        long pairs = differences.count();
        // Symmetric: the smaller of the two tails, whichever side it is on.
        double tail = distribution.atMost(Math.min((long) statistic, pairs - (long) statistic));
        long rank = Math.max(1, distribution.quantile((1 - level) / 2));
        return new MannWhitney(
                Sample.of(first),
                Sample.of(second),
                differences.median(),
                statistic,
                Math.min(1, 2 * tail),
                new Interval(differences.ranked(rank), differences.ranked(pairs + 1 - rank), level),
                1 - 2 * distribution.atMost(rank - 1),
                true,
                false);
    }

    /** The interval's rank is Hollander and Wolfe's large-sample one, rounded down, without correction for ties. */
    private static MannWhitney approximate(double[] first, double[] second, Ranks ranks, double level) {
        Differences differences = new Differences(first, second);
        double pairs = differences.count();
        double all = first.length + (double) second.length;
        double variance = pairs / 12 * (all + 1 - ranks.tieTerm() / (all * (all - 1)));
        double distance = Math.abs(ranks.statistic() - pairs / 2);
        double z = Math.max(0, distance - 0.5) / Math.sqrt(variance);
        boolean allTheSame = !(variance > 0);
        double untied = Math.sqrt(pairs * (all + 1) / 12);
        long rank = Math.max(1, (long) Math.floor(pairs / 2 - Interval.normalReach(level) * untied));
        return new MannWhitney(
                Sample.of(first),
                Sample.of(second),
                differences.median(),
                ranks.statistic(),
                allTheSame ? Double.NaN : Interval.normalProbability(z),
                allTheSame
                        ? Interval.unknown(level)
                        : new Interval(
                                differences.ranked(rank), differences.ranked(differences.count() + 1 - rank), level),
                Double.NaN,
                false,
                ranks.tieTerm() > 0);
    }
}
