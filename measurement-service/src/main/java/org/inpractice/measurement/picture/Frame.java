package org.inpractice.measurement.picture;

import org.inpractice.measurement.chart.Chart;

/**
 * Where the plot lies in the picture.
 *
 * @param first index of the first point; a chart may show a later part of its series
 * @param points how many there are
 */
record Frame(double left, double top, double right, double bottom, int first, int points, ValueAxis axis) {
    /** Between two points. */
    double step() {
        return (right - left) / Math.max(1, points);
    }

    /** Of a place in indices of points. */
    double x(double index) {
        return left + (index - first + 0.5) * step();
    }

    /** Of a value. */
    double y(double value) {
        return bottom - (value - axis.low()) / (axis.high() - axis.low()) * (bottom - top);
    }

    /** Whether a place is in the picture. */
    boolean shows(double index) {
        return index >= first - 0.5 && index <= first + points - 0.5;
    }

    Frame at(double newTop, double newBottom) {
        return new Frame(left, newTop, right, newBottom, first, points, axis);
    }

    static int first(Chart chart) {
        return chart.points().isEmpty() ? 1 : chart.points().getFirst().index();
    }
}
