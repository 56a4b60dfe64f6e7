package org.inpractice.measurement.chart;

import java.util.Arrays;

/** Sums, means, medians and an order of numbers that binary fractions do not upset. NaN is a missing number and drops out. */
final class Averages {
    /**
     * Numbers that differ by less than this part of their size are the same: a sum of decimals in binary (0.1 + 0.2) must
     * still lie on a median of 0.3. A double carries about 2.2e-16; some operations later the error is still far below this.
     */
    private static final double SAME = 1e-12;

    private Averages() {}

    /** Summed with its rounding errors kept (Neumaier 1974), so that the order of the numbers does not matter. */
    static double sum(double[] numbers) {
        double sum = 0;
        double lost = 0;
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                double next = sum + number;
                lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
                sum = next;
            }
        }
        return sum + lost;
    }

    /** NaN when there is no number. */
    static double mean(double[] numbers) {
        int present = (int)
                Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).count();
        return present == 0 ? Double.NaN : sum(numbers) / present;
    }

    /** NaN when there is no number. */
    static double median(double[] numbers) {
        double[] sorted = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /** The sample standard deviation, over n - 1; NaN below two numbers. */
    static double standardDeviation(double[] numbers) {
        double mean = mean(numbers);
        double[] squares = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .map(number -> (number - mean) * (number - mean))
                .toArray();
        return squares.length < 2 ? Double.NaN : Math.sqrt(sum(squares) / (squares.length - 1));
    }

    /** Which side one number is of another: -1, 0, 1; 0 too when one is missing. */
    static int compare(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return 0;
        }
        double tolerance = SAME * Math.max(Math.abs(one), Math.abs(other));
        return Math.abs(one - other) <= tolerance ? 0 : Double.compare(one, other);
    }

    /** For JSON, which has no word for NaN and infinity. */
    static Double finite(double number) {
        return Double.isFinite(number) ? Double.valueOf(number) : null;
    }
}
