package org.inpractice.measurement.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rules and icons of Making Data Count in a phase, as NHSRplotthedots 0.2.2 has them. */
final class MakingDataCount {
    /** Seven points on one side, and seven points rising or falling. */
    private static final int ROW = 7;

    private final ChartedPhase phase;
    private final Sentences sentences;

    /** Places of the points that count, in order. */
    private final int[] places;

    /** By place: 1 up, -1 down, 0 when the rule did not fire there. */
    private final int[] outside;

    private final int[] trend;
    private final int[] nearLimit;
    private final int[] oneSide;

    MakingDataCount(ChartedPhase phase) {
        this.phase = phase;
        this.sentences = new Sentences(phase.plan.direction());
        int length = phase.length();
        outside = new int[length];
        Arrays.setAll(outside, phase::outside);
        trend = new int[length];
        nearLimit = new int[length];
        oneSide = new int[length];
        List<Integer> counted = Charts.indices(0, length - 1, phase.numbers::counts);
        places = counted.stream().mapToInt(Integer::intValue).toArray();
        markTrends();
        markNearLimits();
        markSides();
    }

    /** A value here against one of the phase's lines. */
    private int against(int at, double line) {
        return Averages.compare(phase.numbers.values[places[at]], line);
    }

    private int side(int at) {
        return against(at, phase.lines.centre);
    }

    private int step(int at) {
        return against(at, phase.numbers.values[places[at - 1]]);
    }

    /** Six rises or six falls in a row; an equal neighbour breaks the row. A turning point belongs to what comes after it. */
    private void markTrends() {
        for (int last = ROW - 1; last < places.length; last++) {
            int way = step(last);
            boolean row = way != 0;
            for (int at = last - ROW + 2; row && at < last; at++) {
                row = step(at) == way;
            }
            for (int at = last - ROW + 1; row && at <= last; at++) {
                trend[places[at]] = way;
            }
        }
    }

    /** A point on the centre breaks the row. */
    private void markSides() {
        for (int last = ROW - 1; last < places.length; last++) {
            int way = side(last);
            boolean row = way != 0;
            for (int at = last - ROW + 1; row && at < last; at++) {
                row = side(at) == way;
            }
            for (int at = last - ROW + 1; row && at <= last; at++) {
                oneSide[places[at]] = way;
            }
        }
    }

    /** Three in a row on one side, two or more of them near the limit; only those are marked. */
    private void markNearLimits() {
        for (int last = 2; last < places.length; last++) {
            int way = side(last);
            if (way != 0 && side(last - 1) == way && side(last - 2) == way) {
                int near = near(last) + near(last - 1) + near(last - 2);
                for (int at = last - 2; near >= 2 && at <= last; at++) {
                    nearLimit[places[at]] = near(at) == 1 ? way : nearLimit[places[at]];
                }
            }
        }
    }

    /** 1 beyond two thirds of the way to a limit and not outside it, else 0. */
    private int near(int at) {
        boolean beyond = against(at, phase.lines.nearUpper[places[at]]) > 0
                || against(at, phase.lines.nearLower[places[at]]) < 0;
        return beyond && outside[places[at]] == 0 ? 1 : 0;
    }

    /** The first rule that fired at a place; null with common cause. */
    SignalRule rule(int place) {
        if (outside[place] != 0) {
            return SignalRule.OUTSIDE_LIMITS;
        }
        if (trend[place] != 0) {
            return SignalRule.SEVEN_POINT_TREND;
        }
        if (nearLimit[place] != 0) {
            return SignalRule.TWO_OF_THREE;
        }
        return oneSide[place] != 0 ? SignalRule.SEVEN_POINTS_ONE_SIDE : null;
    }

    /** Which way that rule points; null with common cause. */
    Way way(int place) {
        for (int[] marks : List.of(outside, trend, nearLimit, oneSide)) {
            if (marks[place] != 0) {
                return marks[place] > 0 ? Way.UP : Way.DOWN;
            }
        }
        return null;
    }

    /** Null without a value. */
    Variation variation(int place) {
        if (Double.isNaN(phase.numbers.values[place])) {
            return null;
        }
        Way way = way(place);
        if (way == null) {
            return Variation.COMMON_CAUSE;
        }
        return switch (sentences.meaning(way)) {
            case IMPROVEMENT -> Variation.SPECIAL_CAUSE_IMPROVEMENT;
            case CONCERN -> Variation.SPECIAL_CAUSE_CONCERN;
            case NEITHER -> way == Way.UP ? Variation.SPECIAL_CAUSE_NEUTRAL_HIGH : Variation.SPECIAL_CAUSE_NEUTRAL_LOW;
        };
    }

    List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        for (int place = 0; place < outside.length; place++) {
            if (outside[place] != 0) {
                Way way = outside[place] > 0 ? Way.UP : Way.DOWN;
                int index = phase.index(place);
                signals.add(signal(SignalRule.OUTSIDE_LIMITS, List.of(index), way, sentences.outside(index, way)));
            }
        }
        rows(signals, SignalRule.SEVEN_POINT_TREND, trend);
        rows(signals, SignalRule.TWO_OF_THREE, nearLimit);
        rows(signals, SignalRule.SEVEN_POINTS_ONE_SIDE, oneSide);
        return List.copyOf(signals);
    }

    /** One signal for each row of marks the same way; near a limit one unmarked point may lie between two marked ones. */
    private void rows(List<Signal> signals, SignalRule rule, int[] marks) {
        int reach = rule == SignalRule.TWO_OF_THREE ? 2 : 1;
        List<Integer> row = new ArrayList<>();
        int way = 0;
        int lastAt = 0;
        for (int at = 0; at < places.length; at++) {
            int mark = marks[places[at]];
            if (mark != 0) {
                if (!row.isEmpty() && (mark != way || at - lastAt > reach)) {
                    signals.add(ofRow(rule, row, way));
                    row.clear();
                }
                way = mark;
                lastAt = at;
                row.add(phase.index(places[at]));
            }
        }
        if (!row.isEmpty()) {
            signals.add(ofRow(rule, row, way));
        }
    }

    private Signal ofRow(SignalRule rule, List<Integer> row, int mark) {
        Way way = mark > 0 ? Way.UP : Way.DOWN;
        String points = "%d to %d".formatted(row.getFirst(), row.getLast());
        String limit = "%d do not come by chance".formatted(ROW);
        String sentence = rule == SignalRule.TWO_OF_THREE
                ? sentences.nearLimit(points, way)
                : rule == SignalRule.SEVEN_POINT_TREND
                        ? sentences.trend(points, row.size(), way, limit)
                        : sentences.run(points, new RunReading.Stretch(way, row.size(), 0, 0), limit);
        return signal(rule, List.copyOf(row), way, sentence);
    }

    private Signal signal(SignalRule rule, List<Integer> points, Way way, String sentence) {
        return new Signal(rule, phase.number, points, way, sentences.meaning(way), sentence);
    }

    /** Variation by the last point that has a value, assurance by the last limits of the latest phase. */
    static Icons icons(ChartPlan plan, List<Point> points) {
        Point last = null;
        Point limits = null;
        for (Point point : points) {
            last = point.value() == null ? last : point;
            boolean limited = point.upper() != null
                    && point.lower() != null
                    && point.phase() == points.getLast().phase();
            limits = limited ? point : limits;
        }
        return last == null
                ? new Icons(null, null, null)
                : new Icons(last.variation(), icon(last), assurance(plan, limits));
    }

    private static VariationIcon icon(Point last) {
        boolean high = last.variationWay() == Way.UP;
        return switch (last.variation()) {
            case COMMON_CAUSE -> VariationIcon.COMMON_CAUSE;
            case SPECIAL_CAUSE_IMPROVEMENT -> high ? VariationIcon.IMPROVEMENT_HIGH : VariationIcon.IMPROVEMENT_LOW;
            case SPECIAL_CAUSE_CONCERN -> high ? VariationIcon.CONCERN_HIGH : VariationIcon.CONCERN_LOW;
            case SPECIAL_CAUSE_NEUTRAL_HIGH -> VariationIcon.NEUTRAL_HIGH;
            case SPECIAL_CAUSE_NEUTRAL_LOW -> VariationIcon.NEUTRAL_LOW;
        };
    }

    private static Assurance assurance(ChartPlan plan, Point limits) {
        if (plan.target() == null || plan.direction() == Direction.NEUTRAL || limits == null) {
            return null;
        }
        boolean increase = plan.direction() == Direction.INCREASE;
        if (Averages.compare(plan.target(), limits.upper()) > 0) {
            return increase ? Assurance.CONSISTENT_FAIL : Assurance.CONSISTENT_PASS;
        }
        if (Averages.compare(plan.target(), limits.lower()) < 0) {
            return increase ? Assurance.CONSISTENT_PASS : Assurance.CONSISTENT_FAIL;
        }
        return Assurance.INCONSISTENT;
    }
}
