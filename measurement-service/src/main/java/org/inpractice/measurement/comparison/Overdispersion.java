package org.inpractice.measurement.comparison;

import java.util.List;

/**
 * How much more the proportions of single periods spread than chance alone would let them: Pearson's chi-squared of the
 * periods around their own side's proportion, divided by its degrees of freedom (Spiegelhalter DJ. Handling over-dispersion
 * of performance indicators. Quality and Safety in Health Care 2005;14:347-351, multiplicative approach, without
 * winsorising).
 *
 * @param estimated that ratio; NaN when there are too few periods or nothing can spread
 * @param factor by which a variance is multiplied: {@code estimated}, but never below 1
 * @param periods on both sides together
 */
public record Overdispersion(double estimated, double factor, int periods) {
    /**
     * Ten periods, as many as a run chart needs for its median (Perla 2011): a variance estimated from fewer is itself too
     * uncertain to correct another one.
     */
    public static final int FEWEST_PERIODS = 10;

    /** Below two periods a side has no spread. */
    private static final int FEWEST_PERIODS_A_SIDE = 2;

    /** Nothing known, nothing widened. */
    public static Overdispersion unknown(int periods) {
        return new Overdispersion(Double.NaN, 1, periods);
    }

    /** Whether it widens an interval. */
    public boolean widens() {
        return factor > 1;
    }

    /** From the proportions of single periods. Periods of nobody tell nothing. */
    public static Overdispersion of(List<Proportion> before, List<Proportion> after) {
        List<Proportion> first = counted(before);
        List<Proportion> second = counted(after);
        int periods = first.size() + second.size();
        if (periods < FEWEST_PERIODS || Math.min(first.size(), second.size()) < FEWEST_PERIODS_A_SIDE) {
            return unknown(periods);
        }
        double squares = 0;
        int freedom = 0;
        for (List<Proportion> side : List.of(first, second)) {
            double share = side.stream().reduce(Proportion::plus).orElseThrow().value();
            if (share > 0 && share < 1) {
                squares += squares(side, share);
                freedom += side.size() - 1;
            }
        }
        double estimated = freedom == 0 ? Double.NaN : squares / freedom;
        return new Overdispersion(estimated, estimated > 1 ? estimated : 1, periods);
    }

    private static double squares(List<Proportion> periods, double share) {
        double squares = 0;
        for (Proportion period : periods) {
            double deviation = period.value() - share;
            squares += deviation * deviation * period.denominator() / (share * (1 - share));
        }
        return squares;
    }

    private static List<Proportion> counted(List<Proportion> periods) {
        return periods.stream().filter(period -> period.denominator() > 0).toList();
    }
}
