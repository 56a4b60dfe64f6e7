package org.inpractice.measurement.chart;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The centre and the limits of one phase, point by point, and what they were computed from. NaN where there is none. */
final class Lines {
    final double centre;
    final double[] lower;
    final double[] upper;

    /** Two thirds of the way from the centre to a limit, before any clipping. */
    final double[] nearLower;

    final double[] nearUpper;

    double mean = Double.NaN;
    double sigmaHat = Double.NaN;
    double sigmaZ = Double.NaN;
    MovingRanges movingRanges;

    /** Without limits. */
    Lines(double centre, int length) {
        this.centre = centre;
        lower = missing(length);
        upper = missing(length);
        nearLower = missing(length);
        nearUpper = missing(length);
    }

    /** Of moving ranges: from 0 to 3.267 times their mean, unscreened. */
    static Lines ofMovingRanges(MovingRanges ranges, int length) {
        Lines lines = new Lines(ranges.mean, length);
        lines.mean = ranges.mean;
        for (int i = 0; i < length; i++) {
            lines.upper[i] = MovingRanges.UPPER_LIMIT * ranges.mean;
            lines.lower[i] = 0 * ranges.mean;
        }
        return lines;
    }

    /**
     * Sets the limits at a point.
     *
     * @param middle what they lie about, usually the centre
     * @param width from the middle to a limit
     */
    void about(int i, double middle, double width) {
        lower[i] = middle - width;
        upper[i] = middle + width;
        nearLower[i] = middle - width * 2 / 3;
        nearUpper[i] = middle + width * 2 / 3;
    }

    /** Where no value can lie, no limit does. */
    void clip(double least, double most) {
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Math.max(lower[i], least);
            upper[i] = Math.min(upper[i], most);
        }
    }

    /** Aligned with the points; null where the chart has none. */
    List<Double> ranges() {
        return movingRanges == null ? null : Collections.unmodifiableList(movingRanges.ranges);
    }

    private static double[] missing(int length) {
        double[] numbers = new double[length];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }
}
