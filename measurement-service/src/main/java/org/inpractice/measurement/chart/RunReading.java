package org.inpractice.measurement.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The runs and trends of a series about a centre line. Pure: numbers in, counts and stretches out.
 *
 * @param points how many points there are, missing ones left out
 * @param centre the centre line: the median of the points, or one given; NaN when there is none
 * @param usefulPoints how many of them do not lie on the centre
 * @param longestRun the longest run of useful points on one side of the centre
 * @param crossings how often successive useful points lie on different sides
 * @param runs every run of useful points on one side
 * @param trends every stretch of at least {@link #TREND_POINTS} points that all rise or all fall
 * @param longestTrend how many points the longest rising or falling stretch has, equal neighbours counted once
 */
public record RunReading(
        int points,
        double centre,
        int usefulPoints,
        int longestRun,
        int crossings,
        List<Stretch> runs,
        List<Stretch> trends,
        int longestTrend) {

    /** A shift is six or more consecutive points all above or all below the median (Perla 2011, rule 1). */
    public static final int SHIFT_POINTS = 6;

    /** A trend is five or more consecutive points all going up or all going down (Perla 2011, rule 2). */
    public static final int TREND_POINTS = 5;

    /**
     * Points in a row that have something in common.
     *
     * @param points how many count; points on the centre, or equal to their neighbour, may lie between them
     * @param first index of its first point among all values given, from 0
     * @param last index of its last point
     */
    public record Stretch(Way way, int points, int first, int last) {}

    /** Reads values in order of time; NaN is a missing one and drops out. The centre is their median. */
    public static RunReading of(double[] values) {
        return of(values, median(values));
    }

    /** Reads values in order of time against a centre from somewhere else. */
    public static RunReading of(double[] values, double centre) {
        Sides sides = new Sides();
        Slopes slopes = new Slopes();
        int points = 0;
        for (int index = 0; index < values.length; index++) {
            if (!Double.isNaN(values[index])) {
                points++;
                sides.add(index, compare(values[index], centre));
                slopes.add(index, values[index]);
            }
        }
        sides.end();
        slopes.end();
        return new RunReading(
                points,
                centre,
                sides.useful,
                sides.longest,
                Math.max(sides.runs.size() - 1, 0),
                List.copyOf(sides.runs),
                List.copyOf(slopes.trends),
                slopes.longest);
    }

    /** Every run of at least {@link #SHIFT_POINTS} useful points on one side of the centre. */
    public List<Stretch> shifts() {
        return runs.stream().filter(run -> run.points() >= SHIFT_POINTS).toList();
    }

    /** The median of the values that are not NaN; NaN when there is none. */
    public static double median(double[] values) {
        return Averages.median(values);
    }

    /** Which side one value is of another: -1, 0, 1. Values that differ by no more than rounding are the same. */
    public static int compare(double one, double other) {
        return Averages.compare(one, other);
    }

    private static Way way(int side) {
        return side > 0 ? Way.UP : Way.DOWN;
    }

    /** Runs on one side of the centre; a point on it neither counts nor breaks. */
    private static final class Sides {
        private final List<Stretch> runs = new ArrayList<>();
        private int useful;
        private int longest;
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
            if (length > 0) {
                runs.add(new Stretch(way(side), length, first, last));
            }
        }
    }

    /** Rising or falling stretches; an equal neighbour neither counts nor breaks, a turning point belongs to both. */
    private static final class Slopes {
        private final List<Stretch> trends = new ArrayList<>();
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
                trends.add(new Stretch(RunReading.way(way), length, first, last));
            }
        }
    }
}
