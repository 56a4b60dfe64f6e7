package org.inpractice.measurement.comparison;

/**
 * The exact distribution of Mann and Whitney's U without ties: how likely each value is when both samples come from the same
 * place. The counts are the coefficients of a Gaussian binomial, ∏ (1 − qⁿ⁺ⁱ) / (1 − qⁱ) for i = 1 … m (Mann HB, Whitney DR.
 * Annals of Mathematical Statistics 1947;18:50-60), here divided by their sum at every step so that none overflows.
 */
final class RankSumDistribution {
    /** R's qwilcox takes this much away from a probability before it compares. */
    private static final double FUZZ = 10 * Math.ulp(1.0);

    private final double[] cumulative;
    private final long largest;

    /** Of samples of these sizes, at least one value each. */
    RankSumDistribution(int one, int other) {
        int smaller = Math.min(one, other);
        int larger = Math.max(one, other);
        largest = (long) one * other;
        // The lower half is enough: the distribution is symmetric.
        double[] weights = new double[(int) (largest / 2) + 1];
        weights[0] = 1;
        for (int i = 1; i <= smaller; i++) {
            double share = i / (double) (larger + i);
            for (int u = weights.length - 1; u >= 0; u--) {
                weights[u] = share * (weights[u] - (u >= larger + i ? weights[u - larger - i] : 0));
            }
            for (int u = i; u < weights.length; u++) {
                weights[u] += weights[u - i];
            }
        }
        for (int u = 1; u < weights.length; u++) {
            weights[u] += weights[u - 1];
        }
        cumulative = weights;
    }

    /** How many steps it takes to compute. */
    static double effort(int one, int other) {
        return (double) one * other * Math.min(one, other);
    }

    /** The probability of a U of at most this. */
    double atMost(long u) {
        if (u < 0) {
            return 0;
        }
        if (u < cumulative.length) {
            return Math.min(1, Math.max(0, cumulative[(int) u]));
        }
        return u >= largest ? 1 : 1 - atMost(largest - u - 1);
    }

    /** The smallest U that is not exceeded with at least this probability, up to one half. */
    long quantile(double probability) {
        long u = 0;
        while (u < largest && atMost(u) < probability - FUZZ) {
            u++;
        }
        return u;
    }
}
