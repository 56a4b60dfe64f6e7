package org.inpractice.measurement.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.inpractice.measurement.chart.RunReading.Stretch;
import org.junit.jupiter.api.Test;

class RunReadingTest {
    private static final double MISSING = Double.NaN;

    @Test
    void takes_six_points_on_one_side_for_a_shift_and_not_five() {
        assertEquals(
                List.of(new Stretch(Way.DOWN, 6, 0, 5)),
                RunReading.of(new double[] {4, 3, 4, 2, 4, 1}, 5).shifts());
        assertTrue(RunReading.of(new double[] {4, 3, 4, 2, 4}, 5).shifts().isEmpty());
    }

    @Test
    void neither_counts_nor_breaks_a_run_at_a_point_on_the_median_or_a_missing_one() {
        RunReading chart = RunReading.of(new double[] {9, 6, 5, 7, MISSING, 8, 6, 5, 9, 7, 1}, 5);
        assertEquals(List.of(new Stretch(Way.UP, 7, 0, 9)), chart.shifts());
        assertEquals(8, chart.usefulPoints());
        assertEquals(1, chart.crossings());
    }

    @Test
    void takes_five_points_for_a_trend_with_equal_neighbours_counted_once() {
        RunReading chart = RunReading.of(new double[] {9, 1, 2, 2, 3, MISSING, 4, 4, 5}, 0);
        assertEquals(List.of(new Stretch(Way.UP, 5, 1, 8)), chart.trends());
        assertTrue(RunReading.of(new double[] {1, 2, 2, 2, 3, 4}, 0).trends().isEmpty());
    }

    @Test
    void lets_a_turning_point_belong_to_both_stretches() {
        RunReading chart = RunReading.of(new double[] {1, 2, 3, 4, 5, 4, 3, 2, 1}, 0);
        assertEquals(List.of(new Stretch(Way.UP, 5, 0, 4), new Stretch(Way.DOWN, 5, 4, 8)), chart.trends());
    }

    @Test
    void finds_a_sum_of_decimals_on_the_median_it_equals() {
        assertEquals(0, RunReading.of(new double[] {0.1 + 0.2}, 0.3).usefulPoints());
    }

    @Test
    void has_no_median_and_no_signal_without_points() {
        RunReading chart = RunReading.of(new double[] {MISSING, MISSING});
        assertTrue(Double.isNaN(chart.centre()));
        assertEquals(0, chart.points());
        assertTrue(chart.shifts().isEmpty() && chart.trends().isEmpty());
    }

    @Test
    void has_no_shift_against_a_median_that_does_not_exist() {
        RunReading chart = RunReading.of(new double[] {1, 2, 1, 2, 1, 2, 1}, MISSING);
        assertEquals(0, chart.usefulPoints());
        assertTrue(chart.shifts().isEmpty());
    }
}
