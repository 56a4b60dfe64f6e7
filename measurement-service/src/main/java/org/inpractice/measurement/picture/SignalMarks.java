package org.inpractice.measurement.picture;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.Meaning;
import org.inpractice.measurement.chart.Signal;

/**
 * What signals say of the points: a shape and a colour for each meaning, so that neither is needed to read the other. A
 * signal of the whole phase, such as few crossings, marks its centre line and no point.
 */
final class SignalMarks {
    /** Of a point in several signals the first of these counts. */
    private static final List<Meaning> STRONGEST_FIRST = List.of(Meaning.CONCERN, Meaning.IMPROVEMENT, Meaning.NEITHER);

    private static final Map<Meaning, Ink> INKS = new EnumMap<>(
            Map.of(Meaning.IMPROVEMENT, Ink.IMPROVEMENT, Meaning.CONCERN, Ink.CONCERN, Meaning.NEITHER, Ink.NEITHER));

    private final Map<Integer, Meaning> meanings = new HashMap<>();

    SignalMarks(Chart chart) {
        for (Signal signal : chart.signals()) {
            if (marksPoints(signal)) {
                signal.points()
                        .forEach(index -> meanings.merge(
                                index,
                                signal.meaning(),
                                (a, b) -> STRONGEST_FIRST.indexOf(a) <= STRONGEST_FIRST.indexOf(b) ? a : b));
            }
        }
    }

    /** Whether a signal of the whole phase fired in it. */
    static boolean ofPhase(Chart chart, int phase) {
        return chart.signals().stream().anyMatch(signal -> signal.phase() == phase && !marksPoints(signal));
    }

    private static boolean marksPoints(Signal signal) {
        return switch (signal.rule()) {
            case FEW_CROSSINGS, TOO_FEW_RUNS, TOO_MANY_RUNS -> false;
            case LONG_RUN,
                    SHIFT,
                    TREND,
                    ASTRONOMICAL_POINT,
                    OUTSIDE_LIMITS,
                    SEVEN_POINT_TREND,
                    TWO_OF_THREE,
                    SEVEN_POINTS_ONE_SIDE -> true;
        };
    }

    /** What a point means; null when no signal names it. */
    Meaning of(int index) {
        return meanings.get(index);
    }

    boolean has(Meaning meaning) {
        return meanings.containsValue(meaning);
    }

    static Ink ink(Meaning meaning) {
        return INKS.get(meaning);
    }

    /** The outline around a place: a diamond for improvement, a square for concern, a triangle for neither. */
    static String outline(Meaning meaning, double x, double y, double radius) {
        return switch (meaning) {
            case IMPROVEMENT -> closed(x, y - radius, x + radius, y, x, y + radius, x - radius, y);
            case CONCERN -> {
                double half = radius * 0.82;
                yield closed(x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half);
            }
            case NEITHER ->
                closed(x, y - radius, x + radius * 0.95, y + radius * 0.7, x - radius * 0.95, y + radius * 0.7);
        };
    }

    static String name(Meaning meaning) {
        return switch (meaning) {
            case IMPROVEMENT -> "improvement";
            case CONCERN -> "concern";
            case NEITHER -> "neither";
        };
    }

    private static String closed(double... corners) {
        StringBuilder path = new StringBuilder("M");
        for (int i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? "" : "L")
                    .append(Svg.number(corners[i]))
                    .append(' ')
                    .append(Svg.number(corners[i + 1]));
        }
        return path.append('Z').toString();
    }
}
