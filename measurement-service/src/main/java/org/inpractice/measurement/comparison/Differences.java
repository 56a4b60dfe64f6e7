package org.inpractice.measurement.comparison;

/**
 * All differences between a value of one sample and a value of another, found by their rank without writing them down: of
 * two samples of a thousand there are a million.
 */
final class Differences {
    private final double[] before;
    private final double[] after;

    /** After minus before; both sorted, neither empty. */
    Differences(double[] before, double[] after) {
        this.before = before;
        this.after = after;
    }

    /** How many there are. */
    long count() {
        return (long) before.length * after.length;
    }

    /**
     * The median of all differences (Hodges JL, Lehmann EL. Estimates of location based on rank tests. Annals of
     * Mathematical Statistics 1963;34:598-611).
     */
    double median() {
        double upper = ranked(count() / 2 + 1);
        if (count() % 2 == 1) {
            return upper;
        }
        double lower = ranked(count() / 2);
        return lower + (upper - lower) / 2;
    }

    /**
     * The difference of a rank, from 1. Bisects the numbers themselves, whose bit patterns have their order, until one is
     * left: the smallest at or below which lie as many differences.
     */
    double ranked(long rank) {
        long low = ordered(after[0] - before[before.length - 1]);
        long high = ordered(after[after.length - 1] - before[0]);
        while (low < high) {
            long middle = Math.floorDiv(low, 2L) + Math.floorDiv(high, 2L) + (low & high & 1);
            if (atMost(number(middle)) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return number(low);
    }

    /** How many differences are at most a number: the smaller the value after, the more values before are near enough. */
    private long atMost(double number) {
        long count = 0;
        int tooSmall = before.length;
        for (int i = after.length - 1; i >= 0; i--) {
            while (tooSmall > 0 && after[i] - before[tooSmall - 1] <= number) {
                tooSmall--;
            }
            count += before.length - tooSmall;
        }
        return count;
    }

    private static long ordered(double number) {
        long bits = Double.doubleToLongBits(number + 0.0);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered >= 0 ? ordered : Long.MIN_VALUE - ordered);
    }
}
