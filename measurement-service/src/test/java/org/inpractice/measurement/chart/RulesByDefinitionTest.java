package org.inpractice.measurement.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules of Making Data Count and of runs against their definitions, tried window by window on random series. */
class RulesByDefinitionTest {
    private final Random random = new Random(20);

    @Test
    void making_data_count_marks_what_lies_in_a_window_that_its_definition_names() {
        for (int round = 0; round < 2_000; round++) {
            double[] values = wandering(1 + random.nextInt(40));
            Chart chart = Plans.of(ChartType.I, RuleSet.MAKING_DATA_COUNT, Direction.INCREASE, null)
                    .screened(round % 2 == 0)
                    .chart(values);
            for (Point point : chart.points()) {
                assertEquals(expected(chart, point.index() - 1), point.variationRule());
            }
        }
    }

    /** Outside, then trend, then two of three, then one side. */
    private static SignalRule expected(Chart chart, int at) {
        List<Point> points = chart.points();
        Point point = points.get(at);
        if (point.upper() == null) {
            return inWindow(chart, at, 7, from -> oneSide(points, from, 7)) ? SignalRule.SEVEN_POINTS_ONE_SIDE : null;
        }
        if (point.value() > point.upper() || point.value() < point.lower()) {
            return SignalRule.OUTSIDE_LIMITS;
        }
        if (inWindow(chart, at, 7, from -> rises(points, from) || falls(points, from))) {
            return SignalRule.SEVEN_POINT_TREND;
        }
        if (near(point)
                && inWindow(
                        chart,
                        at,
                        3,
                        from -> oneSide(points, from, 3)
                                && points.subList(from, from + 3).stream()
                                                .filter(RulesByDefinitionTest::near)
                                                .count()
                                        >= 2)) {
            return SignalRule.TWO_OF_THREE;
        }
        return inWindow(chart, at, 7, from -> oneSide(points, from, 7)) ? SignalRule.SEVEN_POINTS_ONE_SIDE : null;
    }

    private static boolean inWindow(Chart chart, int at, int length, IntPredicate fires) {
        return IntStream.rangeClosed(
                        Math.max(at - length + 1, 0),
                        Math.min(at, chart.points().size() - length))
                .anyMatch(fires);
    }

    private static boolean oneSide(List<Point> points, int from, int length) {
        Side side = points.get(from).side();
        return side != Side.ON && points.subList(from, from + length).stream().allMatch(point -> point.side() == side);
    }

    private static boolean rises(List<Point> points, int from) {
        return IntStream.range(from, from + 6)
                .allMatch(i -> points.get(i + 1).value() > points.get(i).value());
    }

    private static boolean falls(List<Point> points, int from) {
        return IntStream.range(from, from + 6)
                .allMatch(i -> points.get(i + 1).value() < points.get(i).value());
    }

    private static boolean near(Point point) {
        double width = (point.upper() - point.centre()) * 2 / 3;
        return !point.outside() && Math.abs(point.value() - point.centre()) > width * (1 + 1e-12);
    }

    @Test
    void runs_and_crossings_are_those_of_the_useful_points_written_side_by_side() {
        for (int round = 0; round < 2_000; round++) {
            double[] values = wandering(1 + random.nextInt(40));
            Statistics statistics =
                    Plans.of(ChartType.RUN).chart(values).phases().get(0).statistics();
            double median = Averages.median(values);
            List<Boolean> sides = new ArrayList<>();
            for (double value : values) {
                if (value != median) {
                    sides.add(value > median);
                }
            }
            int crossings = 0;
            int run = 0;
            int longest = 0;
            for (int i = 0; i < sides.size(); i++) {
                boolean crossed = i > 0 && !sides.get(i).equals(sides.get(i - 1));
                crossings += crossed ? 1 : 0;
                run = crossed ? 1 : run + 1;
                longest = Math.max(longest, run);
            }
            assertEquals(sides.size(), statistics.nUseful());
            assertEquals(sides.isEmpty() ? null : (Integer) crossings, statistics.crossings());
            assertEquals(sides.isEmpty() ? null : (Integer) longest, statistics.longestRun());
        }
    }

    /** Whole numbers with ties, shifts, trends and outliers, so that every rule fires now and then. */
    private double[] wandering(int length) {
        double[] values = new double[length];
        double level = 10;
        int slope = 0;
        for (int i = 0; i < length; i++) {
            slope = random.nextInt(8) == 0 ? random.nextInt(3) - 1 : slope;
            level += slope + (random.nextInt(12) == 0 ? random.nextInt(9) - 4 : 0);
            values[i] = level + random.nextInt(random.nextInt(6) == 0 ? 12 : 2);
        }
        return values;
    }
}
