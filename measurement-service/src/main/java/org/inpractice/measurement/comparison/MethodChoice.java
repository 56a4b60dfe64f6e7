package org.inpractice.measurement.comparison;

import java.util.Locale;

/**
 * Which method two samples of values ask for. The rule is the one that introductory statistics teaches (Moore DS, McCabe GP,
 * Craig BA. Introduction to the Practice of Statistics, "Robustness of the t procedures"): with 40 values or more on both
 * sides together a comparison of means can be trusted whatever their shape; below that, not with outliers or strong skew.
 *
 * @param ranks whether ranks are compared (Mann–Whitney) rather than means (Welch)
 * @param why one sentence
 */
public record MethodChoice(boolean ranks, String why) {
    /** As many values on both sides together make a mean trustworthy, whatever the shape (Moore, McCabe and Craig). */
    public static final int MANY_VALUES = 40;

    /** An outlier lies more than three times the box beyond it: "far out" in Tukey, Exploratory Data Analysis, 1977. */
    static final double FAR_OUT = 3;

    /** Beyond 1 a distribution is highly skewed (Bulmer MG. Principles of Statistics, 1979). */
    static final double STRONG_SKEW = 1;

    /** Skewness of fewer values says nothing (D'Agostino RB. Biometrika 1970;57:679-681 begins at 8). */
    static final int FEWEST_FOR_SKEW = 8;

    /** Always the same for the same values. */
    public static MethodChoice of(Sample before, Sample after) {
        if (Math.min(before.size(), after.size()) < Welch.FEWEST_VALUES) {
            return new MethodChoice(true, "A side with fewer than two values has no spread, so ranks are compared.");
        }
        if (before.size() + after.size() >= MANY_VALUES) {
            return new MethodChoice(
                    false, "There are %d values or more, so means are compared.".formatted(MANY_VALUES));
        }
        String reason = reason(before, after);
        return reason == null
                ? new MethodChoice(
                        false,
                        "There are fewer than %d values, without far outliers or strong skew, so means are compared."
                                .formatted(MANY_VALUES))
                : new MethodChoice(
                        true,
                        "There are fewer than %d values and %s, so ranks are compared.".formatted(MANY_VALUES, reason));
    }

    private static String reason(Sample before, Sample after) {
        if (hasOutlier(before) || hasOutlier(after)) {
            return "one lies more than three times the interquartile range beyond the quartiles of its side";
        }
        double skew = Math.max(skew(before), skew(after));
        return skew > STRONG_SKEW ? String.format(Locale.ROOT, "a side is strongly skewed (%.1f)", skew) : null;
    }

    private static boolean hasOutlier(Sample sample) {
        double reach = FAR_OUT * (sample.upperQuartile() - sample.lowerQuartile());
        return sample.largest() > sample.upperQuartile() + reach || sample.smallest() < sample.lowerQuartile() - reach;
    }

    private static double skew(Sample sample) {
        return sample.size() < FEWEST_FOR_SKEW ? 0 : Math.abs(sample.skewness());
    }
}
