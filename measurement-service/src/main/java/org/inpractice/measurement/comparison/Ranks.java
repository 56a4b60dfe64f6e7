package org.inpractice.measurement.comparison;

/**
 * Two sorted samples ranked together.
 *
 * @param statistic pairs in which the second sample's value is the larger one; a tie counts a half
 * @param tieTerm the sum of t³ − t over all groups of t equal values; 0 without ties
 */
record Ranks(double statistic, double tieTerm) {

    static Ranks of(double[] first, double[] second) {
        double statistic = 0;
        double tieTerm = 0;
        int before = 0;
        int after = 0;
        while (before < first.length || after < second.length) {
            double value = next(first, before, second, after);
            int equalBefore = equals(first, before, value);
            int equalAfter = equals(second, after, value);
            statistic += equalAfter * (before + equalBefore / 2.0);
            double equal = (double) equalBefore + equalAfter;
            tieTerm += equal * equal * equal - equal;
            before += equalBefore;
            after += equalAfter;
        }
        return new Ranks(statistic, tieTerm);
    }

    private static double next(double[] first, int before, double[] second, int after) {
        if (before == first.length) {
            return second[after];
        }
        return after == second.length ? first[before] : Math.min(first[before], second[after]);
    }

    private static int equals(double[] sorted, int from, double value) {
        int count = 0;
        while (from + count < sorted.length && sorted[from + count] == value) {
            count++;
        }
        return count;
    }
}
