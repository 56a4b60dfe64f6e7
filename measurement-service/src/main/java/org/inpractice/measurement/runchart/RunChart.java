package org.inpractice.measurement.runchart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A run chart read by the rules of Perla, Provost and Murray, "The run chart: a simple analytical tool for learning from
 * variation in healthcare processes", BMJ Quality and Safety 2011;20:46-51.
 *
 * @param points how many points there are, missing ones left out
 * @param median the centre line: of the points, or frozen from a baseline; NaN when there is none
 * @param usefulPoints how many of them do not lie on the median
 * @param longestRun the longest run of useful points on one side of the median
 * @param crossings how often successive useful points lie on different sides
 * @param shifts every run of at least {@link #SHIFT_POINTS} useful points on one side of the median
 * @param trends every stretch of at least {@link #TREND_POINTS} points that all rise or all fall
 * @param longestTrend how many points the longest rising or falling stretch has, equal neighbours counted once
 */
public record RunChart(
        int points,
        double median,
        int usefulPoints,
        int longestRun,
        int crossings,
        List<Signal> shifts,
        List<Signal> trends,
        int longestTrend) {

    /** A shift is six or more consecutive points all above or all below the median (Perla 2011, rule 1). */
    public static final int SHIFT_POINTS = 6;

    /** A trend is five or more consecutive points all going up or all going down (Perla 2011, rule 2). */
    public static final int TREND_POINTS = 5;

    /** Which way a signal points. */
    public enum Way {
        /** Above the median, or rising. */
        UP,
        /** Below the median, or falling. */
        DOWN
    }

    /**
     * A rule that fired.
     *
     * @param points how many points made it fire
     * @param first index of its first point among all values given, from 0
     * @param last index of its last point
     */
    public record Signal(Way way, int points, int first, int last) {}

    /**
     * Reads values in order of time; NaN is a missing one and drops out. The median is theirs.
     */
    public static RunChart of(double[] values) {
        return of(values, median(values));
    }

    /** Reads values in order of time against a median frozen from somewhere else. */
    public static RunChart of(double[] values, double frozenMedian) {
        Runs runs = new Runs();
        Stretches stretches = new Stretches();
        int points = 0;
        for (int index = 0; index < values.length; index++) {
            if (!Double.isNaN(values[index])) {
                points++;
                runs.add(index, compare(values[index], frozenMedian));
                stretches.add(index, values[index]);
            }
        }
        runs.end();
        stretches.end();
        return new RunChart(
                points,
                frozenMedian,
                runs.useful,
                runs.longest,
                runs.crossings,
                List.copyOf(runs.shifts),
                List.copyOf(stretches.trends),
                stretches.longest);
    }

    /** The median of the values that are not NaN; NaN when there is none. */
    public static double median(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /**
     * Which side one value is of another: -1, 0, 1. Values that differ by less than a billionth of their size are the same:
     * a sum of decimals in binary (0.1 + 0.2) must still lie on a median of 0.3.
     */
    public static int compare(double one, double other) {
        double tolerance = 1e-9 * Math.max(Math.abs(one), Math.abs(other));
        return Double.isNaN(other) || Math.abs(one - other) <= tolerance ? 0 : Double.compare(one, other);
    }

    private static Way way(int side) {
        return side > 0 ? Way.UP : Way.DOWN;
    }

    /** Runs on one side of the median; a point on it neither counts nor breaks. */
    private static final class Runs {
        private final List<Signal> shifts = new ArrayList<>();
        private int useful;
        private int longest;
        private int crossings;
        private int side;
        private int length;
        private int first;
        private int last;

        void add(int index, int newSide) {
            if (newSide == 0) {
                return;
            }
            useful++;
            if (newSide != side) {
                crossings += side == 0 ? 0 : 1;
                end();
                side = newSide;
                length = 0;
                first = index;
            }
            length++;
            last = index;
        }

        void end() {
            longest = Math.max(longest, length);
            if (length >= SHIFT_POINTS) {
                shifts.add(new Signal(way(side), length, first, last));
            }
        }
    }

    /** Rising or falling stretches; an equal neighbour neither counts nor breaks, a turning point belongs to both. */
    private static final class Stretches {
        private final List<Signal> trends = new ArrayList<>();
        private int longest;
        private int way;
        private int length;
        private int first;
        private int last;
        private double previous = Double.NaN;

        void add(int index, double value) {
            int step = Double.isNaN(previous) ? 0 : compare(value, previous);
            if (Double.isNaN(previous)) {
                length = 1;
                first = index;
            } else if (step == 0) {
                return;
            } else if (step == way || way == 0) {
                length++;
            } else {
                end();
                length = 2;
                first = last;
            }
            way = step;
            last = index;
            previous = value;
        }

        void end() {
            longest = Math.max(longest, length);
            if (length >= TREND_POINTS) {
                trends.add(new Signal(RunChart.way(way), length, first, last));
            }
        }
    }
}
