package org.inpractice.measurement.comparison;

/**
 * So many of so many.
 *
 * @param numerator 0 up to the denominator
 * @param denominator 0 or more
 */
public record Proportion(double numerator, double denominator) {
    /** Refuses what is no proportion. */
    public Proportion {
        if (!(numerator >= 0 && numerator <= denominator && Double.isFinite(denominator))) {
            throw new IllegalArgumentException("A numerator lies between 0 and its denominator.");
        }
    }

    /** Both parts added up. */
    public Proportion plus(Proportion other) {
        return new Proportion(
                Math.min(numerator + other.numerator, denominator + other.denominator),
                denominator + other.denominator);
    }

    /** Between 0 and 1; NaN of nobody. */
    public double value() {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }

    /**
     * The score interval (Wilson EB. Probable inference, the law of succession, and statistical inference. Journal of the
     * American Statistical Association 1927;22:209-212), without continuity correction.
     *
     * @param factor how much larger the variance is than a binomial one: the denominator counts for that many times fewer
     */
    Interval score(double factor, double level) {
        double size = denominator / factor;
        double reach = Interval.normalReach(level);
        double square = reach * reach;
        double share = value();
        double middle = share + square / (2 * size);
        double half = reach * Math.sqrt(share * (1 - share) / size + square / (4 * size * size));
        double whole = 1 + square / size;
        // A share of 0 or 1 is its own limit, whatever rounding says.
        double low = numerator == 0 ? 0 : Math.max(0, (middle - half) / whole);
        double high = numerator == denominator ? 1 : Math.min(1, (middle + half) / whole);
        return new Interval(low, high, level);
    }
}
