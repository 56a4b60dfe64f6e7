package org.inpractice.measurement.comparison;

import java.util.Arrays;

/**
 * A side of a comparison of values, described.
 *
 * @param mean NaN without values, as all the rest
 * @param standardDeviation with n − 1 degrees of freedom; NaN below two values
 * @param skewness adjusted for the sample's size (G1 in Joanes and Gill, "Comparing measures of sample skewness and
 *     kurtosis", The Statistician 1998;47:183-189); 0 when all values are equal, NaN below three
 * @param lowerQuartile between neighbours (type 7 in Hyndman and Fan 1996, the one of R and of spreadsheets)
 */
public record Sample(
        int size,
        double mean,
        double median,
        double standardDeviation,
        double skewness,
        double smallest,
        double lowerQuartile,
        double upperQuartile,
        double largest) {

    /** Describes values in any order; NaN ones are missing and drop out. */
    public static Sample of(double[] values) {
        double[] sorted = sorted(values);
        double mean = mean(sorted);
        return new Sample(
                sorted.length,
                mean,
                quantile(sorted, 0.5),
                standardDeviation(sorted, mean),
                skewness(sorted, mean),
                quantile(sorted, 0),
                quantile(sorted, 0.25),
                quantile(sorted, 0.75),
                quantile(sorted, 1));
    }

    /** The values that are there, smallest first. */
    static double[] sorted(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                // a negative zero is a zero, and ties with it
                .map(value -> value + 0.0)
                .sorted()
                .toArray();
    }

    /** The square of the standard error of the mean. */
    double squaredStandardError() {
        return standardDeviation * standardDeviation / size;
    }

    private static double quantile(double[] sorted, double probability) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        double part = position - below;
        return part == 0 ? sorted[below] : (1 - part) * sorted[below] + part * sorted[below + 1];
    }

    /** In two passes: the second takes away what rounding left in the first. */
    private static double mean(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double first = Arrays.stream(values).map(value -> value / values.length).sum();
        double rest = Arrays.stream(values).map(value -> value - first).sum();
        return first + rest / values.length;
    }

    private static double standardDeviation(double[] values, double mean) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double skewness(double[] values, double mean) {
        int size = values.length;
        if (size < 3) {
            return Double.NaN;
        }
        if (values[0] == values[size - 1]) {
            return 0;
        }
        // In units of the largest deviation, so that no third power overflows or vanishes.
        double unit = Math.max(values[size - 1] - mean, mean - values[0]);
        double second = 0;
        double third = 0;
        for (double value : values) {
            double deviation = (value - mean) / unit;
            second += deviation * deviation / size;
            third += deviation * deviation * deviation / size;
        }
        return third / Math.pow(second, 1.5) * Math.sqrt((double) size * (size - 1)) / (size - 2);
    }
}
