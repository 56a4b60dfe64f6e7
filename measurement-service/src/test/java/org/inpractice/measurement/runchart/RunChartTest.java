package org.inpractice.measurement.runchart;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inpractice.measurement.runchart.RunChart.Signal;
import org.inpractice.measurement.runchart.RunChart.Way;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RunChartTest {
    private static final double MISSING = Double.NaN;

    @TestFactory
    Stream<DynamicTest> agrees_with_the_reference_cases() throws IOException {
        try (InputStream file = RunChartTest.class.getResourceAsStream("/run-chart-cases.json")) {
            JsonNode cases = new ObjectMapper().readTree(file);
            double tolerance = cases.get("tolerance").asDouble();
            return IntStream.range(0, cases.get("cases").size())
                    .mapToObj(index -> cases.get("cases").get(index))
                    .map(one -> DynamicTest.dynamicTest(one.get("id").asText(), () -> check(one, tolerance)));
        }
    }

    private static void check(JsonNode one, double tolerance) {
        double[] values = new double[one.get("y").size()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    one.get("y").get(i).isNull() ? MISSING : one.get("y").get(i).asDouble();
        }
        RunChart chart = RunChart.of(values);
        assertAll(
                () -> assertEquals(one.get("points").asInt(), chart.points()),
                () -> assertEquals(one.get("useful").asInt(), chart.usefulPoints()),
                () -> assertEquals(one.get("median").asDouble(), chart.median(), tolerance),
                () -> assertEquals(one.get("longestRun").asInt(), chart.longestRun()),
                () -> assertEquals(one.get("crossings").asInt(), chart.crossings()),
                () -> assertEquals(one.get("shift").asBoolean(), !chart.shifts().isEmpty()),
                () -> assertEquals(one.get("longestTrend").asInt(), chart.longestTrend()),
                () -> assertEquals(one.get("trend").asBoolean(), !chart.trends().isEmpty()));
    }

    @Test
    void takes_six_points_on_one_side_for_a_shift_and_not_five() {
        assertEquals(
                List.of(new Signal(Way.DOWN, 6, 0, 5)),
                RunChart.of(new double[] {4, 3, 4, 2, 4, 1}, 5).shifts());
        assertTrue(RunChart.of(new double[] {4, 3, 4, 2, 4}, 5).shifts().isEmpty());
    }

    @Test
    void neither_counts_nor_breaks_a_run_at_a_point_on_the_median_or_a_missing_one() {
        RunChart chart = RunChart.of(new double[] {9, 6, 5, 7, MISSING, 8, 6, 5, 9, 7, 1}, 5);
        assertEquals(List.of(new Signal(Way.UP, 7, 0, 9)), chart.shifts());
        assertEquals(8, chart.usefulPoints());
        assertEquals(1, chart.crossings());
    }

    @Test
    void takes_five_points_for_a_trend_with_equal_neighbours_counted_once() {
        RunChart chart = RunChart.of(new double[] {9, 1, 2, 2, 3, MISSING, 4, 4, 5}, 0);
        assertEquals(List.of(new Signal(Way.UP, 5, 1, 8)), chart.trends());
        assertTrue(RunChart.of(new double[] {1, 2, 2, 2, 3, 4}, 0).trends().isEmpty());
    }

    @Test
    void lets_a_turning_point_belong_to_both_stretches() {
        RunChart chart = RunChart.of(new double[] {1, 2, 3, 4, 5, 4, 3, 2, 1}, 0);
        assertEquals(List.of(new Signal(Way.UP, 5, 0, 4), new Signal(Way.DOWN, 5, 4, 8)), chart.trends());
    }

    @Test
    void finds_a_sum_of_decimals_on_the_median_it_equals() {
        assertEquals(0, RunChart.of(new double[] {0.1 + 0.2}, 0.3).usefulPoints());
    }

    @Test
    void has_no_median_and_no_signal_without_points() {
        RunChart chart = RunChart.of(new double[] {MISSING, MISSING});
        assertTrue(Double.isNaN(chart.median()));
        assertEquals(0, chart.points());
        assertTrue(chart.shifts().isEmpty() && chart.trends().isEmpty());
    }

    @Test
    void has_no_shift_against_a_median_that_does_not_exist() {
        RunChart chart = RunChart.of(new double[] {1, 2, 1, 2, 1, 2, 1}, MISSING);
        assertEquals(0, chart.usefulPoints());
        assertTrue(chart.shifts().isEmpty());
    }
}
