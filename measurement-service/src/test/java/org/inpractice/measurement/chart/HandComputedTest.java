package org.inpractice.measurement.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small series whose charts can be followed with pencil and paper; the working stands beside each. */
class HandComputedTest {
    private static final double MISSING = Double.NaN;
    private static final double DIGITS = 1e-6;

    @Test
    void rates_have_limits_by_their_area_of_opportunity() {
        // given counts 2 4 6 8 30 in areas 1 1 2 2 4: u = 50 / 10 = 5
        Chart chart = Plans.of(ChartType.U).chart(ratios(new double[] {2, 4, 6, 8, 30}, new double[] {1, 1, 2, 2, 4}));
        // then 5 ± 3 √(5 / n): n 1: ± 6.708204, below 0 clipped; n 2: ± 4.743416; n 4: ± 3.354102
        assertLimits(chart, 5, new double[] {0, 0, 0.256584, 0.256584, 1.645898}, new double[] {
            11.708204, 11.708204, 9.743416, 9.743416, 8.354102
        });
        assertEquals(List.of(), ReferenceCase.outside(chart));
    }

    @Test
    void overdispersed_rates_are_widened_by_sigma_z() {
        // given counts 2 6 4 4 in areas of 1: u = 4, √(4 / 1) = 2, z = -1 1 0 0, moving ranges 2 1 0, their mean 1
        Chart chart = Plans.of(ChartType.U_PRIME).chart(ratios(new double[] {2, 6, 4, 4}, new double[] {1, 1, 1, 1}));
        // then sigma z = 1 / 1.128 = 0.886525, limits 4 ± 3 · 2 · 0.886525 = 4 ± 5.319149
        assertEquals(0.886525, statistics(chart).sigmaZ(), DIGITS);
        assertEquals(Arrays.asList(null, 2.0, 1.0, 0.0), statistics(chart).movingRanges());
        assertLimits(chart, 4, repeated(0, 4), repeated(9.319149, 4));
    }

    @Test
    void overdispersed_proportions_are_widened_by_sigma_z() {
        // given 45 55 50 50 of 100: p = 0.5, √(0.25 / 100) = 0.05, z = -1 1 0 0, mean moving range 1
        Chart chart = Plans.of(ChartType.P_PRIME)
                .chart(ratios(new double[] {45, 55, 50, 50}, new double[] {100, 100, 100, 100}));
        // then 0.5 ± 3 · 0.05 / 1.128 = 0.5 ± 0.132979
        assertLimits(chart, 0.5, repeated(0.367021, 4), repeated(0.632979, 4));
    }

    @Test
    void counts_have_the_root_of_their_mean_as_deviation() {
        // given 4 9 2 5: mean 5, 5 ± 3 √5 = 5 ± 6.708204, clipped at 0
        Chart chart = Plans.of(ChartType.C).chart(4, 9, 2, 5);
        assertLimits(chart, 5, repeated(0, 4), repeated(11.708204, 4));
        assertEquals(2.236068, statistics(chart).sigmaHat(), DIGITS);
    }

    @Test
    void times_between_events_are_charted_on_a_scale_where_they_are_nearly_normal() {
        // given 2^3.6 3^3.6 2^3.6 3^3.6: transformed 2 3 2 3, mean 2.5, mean moving range 1
        Chart chart = Plans.of(ChartType.T).chart(12.125733, 52.195912, 12.125733, 52.195912);
        // then 2.5 ± 3 / 1.128 = 2.5 ± 2.659574: below 0 gives 0; 2.5^3.6 = 27.076; 5.159574^3.6 = 367.5
        assertEquals(Math.pow(2.5, 3.6), chart.phases().get(0).centre(), 1e-5);
        assertEquals(0, chart.points().get(0).lower());
        assertEquals(Math.pow(5.1595745, 3.6), chart.points().get(0).upper(), 1e-3);
        assertEquals(4, statistics(chart).nUseful());
        assertEquals(3, statistics(chart).crossings());
    }

    @Test
    void counts_between_events_have_limits_about_the_mean_and_the_centre_that_is_named() {
        // given 3 0 5 2 10: mean 4, median 3, 4 + 3 √(4 · 5) = 17.416408, below 0 clipped
        double[] between = {3, 0, 5, 2, 10};
        Plans plans = Plans.of(ChartType.G);
        assertLimits(plans.chart(between), 3, repeated(0, 5), repeated(17.416408, 5));
        assertLimits(plans.with(CentreLine.MEAN).chart(between), 4, repeated(0, 5), repeated(17.416408, 5));
        assertEquals(4, statistics(plans.chart(between)).mean());
    }

    @Test
    void subgroups_of_varying_size_pool_their_standard_deviations() {
        // given {1 3} {2 4 6} {5 7}: means 2 4 6, s² = 2 4 2, n = 2 3 2
        Chart chart = Plans.of(ChartType.XBAR)
                .chart(List.of(
                        Measurement.of("1", List.of(1.0, 3.0)),
                        Measurement.of("2", List.of(2.0, 4.0, 6.0)),
                        Measurement.of("3", List.of(5.0, 7.0))));
        // then centre (4 + 12 + 12) / 7 = 4; pooled √((1 · 2 + 2 · 4 + 1 · 2) / 4) = √3 = 1.732051
        // A3(2) = 2.658681, A3(3) = 1.954410: 4 ± 4.604971, 4 ± 3.385138; B4(2) = 3.266531, B4(3) = 2.568169
        assertLimits(
                chart, 4, new double[] {-0.604971, 0.614862, -0.604971}, new double[] {8.604971, 7.385138, 8.604971});
        assertLimits(chart.companion(), 1.732051, repeated(0, 3), new double[] {5.657799, 4.448200, 5.657799});
    }

    @Test
    void a_missing_point_leaves_a_gap_between_moving_ranges() {
        // given 10 12 – 11 13: moving ranges 2 and 2, mean 2; mean 11.5 ± 2.66 · 2
        Chart chart = Plans.of(ChartType.I).chart(10, 12, MISSING, 11, 13);
        assertLimits(chart, 11.5, repeated(6.18, 5), repeated(16.82, 5));
        assertEquals(
                Arrays.asList(null, 2.0, null, null, 2.0), statistics(chart).movingRanges());
    }

    @Test
    void an_excluded_point_is_taken_out_as_if_never_there_and_still_judged() {
        // given 10 12 (50) 11 13: moving ranges 2 1 2, mean 5/3; mean 11.5 ± 2.66 · 5/3 = 11.5 ± 4.433333
        Chart chart = Plans.of(ChartType.I).without(3).chart(10, 12, 50, 11, 13);
        assertLimits(chart, 11.5, repeated(7.066667, 5), repeated(15.933333, 5));
        assertEquals(List.of(3), ReferenceCase.outside(chart));
        assertEquals(4, statistics(chart).n());
    }

    @Test
    void a_frozen_baseline_and_phases_go_together() {
        // given 1 3 1 3 9 9 | 20 24 20 24 30, the first phase frozen at its first four, the second at its first four
        Chart chart = Plans.of(ChartType.I)
                .with(new PhasePlan(1, "before", 1, 4), new PhasePlan(7, "after", 7, 10))
                .chart(1, 3, 1, 3, 9, 9, 20, 24, 20, 24, 30);
        // then 2 ± 2.66 · 2 = -3.32 … 7.32 and 22 ± 2.66 · 4 = 11.36 … 32.64; no moving range from 9 to 20
        assertEquals(
                List.of(7.32, 32.64),
                List.of(
                        round(chart.points().get(5).upper()),
                        round(chart.points().get(6).upper())));
        assertEquals(List.of(5, 6), ReferenceCase.outside(chart));
        assertNull(chart.phases().get(1).statistics().movingRanges().get(0));
        assertEquals(5, chart.phases().get(1).statistics().n());
        assertEquals(LimitsState.TRIAL, chart.phases().get(1).limits());
        assertEquals("after", chart.phases().get(1).name());
    }

    @Test
    void a_baseline_may_begin_after_the_first_point() {
        // given 100 | 10 12 11 13: the baseline is 2 to 5, moving ranges 2 1 2
        Chart chart = Plans.of(ChartType.I).with(new PhasePlan(1, null, 2, 5)).chart(100, 10, 12, 11, 13);
        assertLimits(chart, 11.5, repeated(7.066667, 5), repeated(15.933333, 5));
        assertEquals(List.of(1), ReferenceCase.outside(chart));
    }

    @Test
    void a_moving_range_of_the_limit_or_more_is_screened_once() {
        // given moving ranges 1 × 9 and 30: mean 3.9, limit 12.7413; without the 30: mean 1
        double[] values = {10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 41};
        Chart all = Plans.of(ChartType.I).chart(values);
        Chart screened = Plans.of(ChartType.I).screened(true).chart(values);
        assertEquals(3.9, statistics(all).meanMovingRange(), DIGITS);
        assertEquals(1, statistics(screened).meanMovingRange(), DIGITS);
        assertEquals(1, statistics(screened).movingRangesScreened());
        assertEquals(all.phases().get(0).centre(), screened.phases().get(0).centre());
        // and the chart of moving ranges keeps all: 3.267 · 3.9
        assertEquals(12.7413, screened.companion().points().get(0).upper(), DIGITS);
        assertEquals(List.of(11), ReferenceCase.outside(screened.companion()));
    }

    private static void assertLimits(Chart chart, double centre, double[] lower, double[] upper) {
        assertEquals(lower.length, chart.points().size());
        for (Point point : chart.points()) {
            assertEquals(centre, point.centre(), DIGITS);
            assertEquals(lower[point.index() - 1], point.lower(), DIGITS);
            assertEquals(upper[point.index() - 1], point.upper(), DIGITS);
        }
    }

    private static Statistics statistics(Chart chart) {
        return chart.phases().get(0).statistics();
    }

    private static double round(double number) {
        return Math.round(number * 1e6) / 1e6;
    }

    private static double[] repeated(double number, int times) {
        double[] numbers = new double[times];
        Arrays.fill(numbers, number);
        return numbers;
    }

    private static List<Measurement> ratios(double[] numerators, double[] denominators) {
        return IntStream.range(0, numerators.length)
                .mapToObj(i -> Measurement.of("", numerators[i], denominators[i]))
                .toList();
    }
}
