package org.inpractice.measurement.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class EdgeCasesTest {
    private static final double MISSING = Double.NaN;

    @Test
    void no_chart_of_any_type_has_a_number_that_json_cannot_say() throws IOException {
        List<List<Measurement>> hard = new ArrayList<>();
        hard.add(List.of());
        hard.add(List.of(single(3, 3, 0)));
        hard.add(List.of(single(0, 0, 4)));
        hard.add(List.of(Measurement.missing("1", PointStatus.SUPPRESSED)));
        hard.add(List.of(
                Measurement.missing("1", PointStatus.SUPPRESSED), Measurement.missing("2", PointStatus.NOT_REPORTED)));
        hard.add(List.of(single(0, 0, 5), single(0, 0, 5), single(0, 0, 5)));
        hard.add(List.of(single(5, 5, 5), single(5, 5, 5), single(5, 5, 5)));
        hard.add(List.of(single(1e300, 1e300, 1e308), single(-1e308, 1e308, 1e-300), single(1e-308, 1e-308, 1e308)));
        for (ChartType type : ChartType.values()) {
            for (RuleSet rules : RuleSet.values()) {
                for (List<Measurement> series : hard) {
                    Chart chart = Plans.of(type, rules, Direction.INCREASE, 1.0).chart(series);
                    String json = new ObjectMapper().writeValueAsString(chart);
                    assertFalse(json.contains("NaN") || json.contains("Infinity"), () -> type + ": " + json);
                    assertEquals(series.size(), chart.points().size());
                }
            }
        }
    }

    @Test
    void nothing_gives_a_chart_without_points_and_phases() {
        Chart chart = Plans.of(ChartType.I).chart(List.of());
        assertTrue(chart.points().isEmpty()
                && chart.phases().isEmpty()
                && chart.signals().isEmpty());
    }

    @Test
    void one_point_has_a_centre_and_no_limits() {
        Chart chart = Plans.of(ChartType.I).chart(7);
        assertEquals(7.0, chart.points().get(0).centre());
        assertNull(chart.points().get(0).upper());
        assertEquals(LimitsState.TRIAL, chart.phases().get(0).limits());
        assertNull(chart.phases().get(0).statistics().longestRun());
    }

    @Test
    void a_series_without_variation_has_no_useful_point_and_no_signal() {
        Chart chart = Plans.of(ChartType.I).screened(true).chart(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        Statistics statistics = chart.phases().get(0).statistics();
        assertEquals(0, statistics.nUseful());
        assertNull(statistics.longestRun());
        assertNull(statistics.crossings());
        assertEquals(List.of(), chart.signals());
        assertEquals(0, chart.points().get(0).upper() - chart.points().get(0).lower(), 1e-15);
    }

    @Test
    void a_phase_without_any_number_has_no_limits() {
        Chart chart =
                Plans.of(ChartType.I).with(PhasePlan.from(1), PhasePlan.from(3)).chart(1, 2, MISSING, MISSING);
        assertEquals(LimitsState.NONE, chart.phases().get(1).limits());
        assertNull(chart.phases().get(1).centre());
    }

    @Test
    void limits_are_locked_from_twelve_points() {
        assertEquals(LimitsState.TRIAL, limits(11));
        assertEquals(LimitsState.LOCKED, limits(12));
    }

    @Test
    void a_zero_denominator_is_a_missing_point() {
        Chart chart = Plans.of(ChartType.P)
                .chart(List.of(single(0, 5, 10), single(0, 0, 0), single(0, 6, 12), single(0, 4, 8)));
        assertNull(chart.points().get(1).value());
        assertEquals(0.5, chart.points().get(0).centre());
        assertEquals(3, chart.phases().get(0).statistics().n());
    }

    @Test
    void a_proportion_chart_clips_at_both_ends() {
        Chart chart = Plans.of(ChartType.P).chart(List.of(single(0, 9, 10), single(0, 1, 10)));
        assertEquals(0.9743, chart.points().get(0).upper(), 1e-4);
        Chart high = Plans.of(ChartType.P).chart(List.of(single(0, 10, 10), single(0, 9, 10)));
        assertEquals(1, high.points().get(0).upper());
    }

    @Test
    void a_sum_of_decimals_lies_on_the_median_it_equals() {
        assertEquals(
                Side.ON,
                Plans.of(ChartType.RUN)
                        .chart(0.1 + 0.2, 0.3, 0.3, 0.3)
                        .points()
                        .get(0)
                        .side());
    }

    @Test
    void large_numbers_with_small_differences_are_told_apart() {
        Chart chart = Plans.of(ChartType.RUN).chart(1_000_000_001, 1_000_000_002, 1_000_000_003);
        assertEquals(2, chart.phases().get(0).statistics().nUseful());
    }

    @Test
    void limits_move_and_stretch_with_the_values() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] values = random.doubles(5 + random.nextInt(40), 0, 100).toArray();
            double by = random.nextDouble() * 1000 - 500;
            double times = 0.1 + random.nextDouble() * 10;
            Chart plain = Plans.of(ChartType.I).chart(values);
            Chart moved = Plans.of(ChartType.I)
                    .chart(DoubleStream.of(values).map(v -> v * times + by).toArray());
            for (int i = 0; i < values.length; i++) {
                assertEquals(
                        plain.points().get(i).upper() * times + by,
                        moved.points().get(i).upper(),
                        1e-8);
                assertEquals(
                        plain.points().get(i).outside(), moved.points().get(i).outside());
            }
            assertEquals(
                    plain.phases().get(0).statistics().crossings(),
                    moved.phases().get(0).statistics().crossings());
        }
    }

    @Test
    void a_mirrored_series_has_the_same_runs_and_the_other_ways() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            double[] values =
                    random.ints(12 + random.nextInt(30), 0, 6).asDoubleStream().toArray();
            double[] mirrored = DoubleStream.of(values).map(value -> -value).toArray();
            for (RuleSet rules : RuleSet.values()) {
                Plans plans = Plans.of(ChartType.I, rules, Direction.INCREASE, null);
                List<Signal> one = plans.chart(values).signals();
                List<Signal> other = plans.chart(mirrored).signals();
                assertEquals(
                        one.stream().map(Signal::points).toList(),
                        other.stream().map(Signal::points).toList());
                for (int i = 0; i < one.size(); i++) {
                    assertTrue(one.get(i).way() == null
                            || one.get(i).way() != other.get(i).way());
                }
            }
        }
    }

    @Test
    void missing_points_change_nothing_on_a_run_chart() {
        Chart without = Plans.of(ChartType.RUN).chart(1, 5, 2, 6, 3, 3, 7);
        Chart with = Plans.of(ChartType.RUN).chart(1, MISSING, 5, 2, 6, MISSING, MISSING, 3, 3, 7);
        assertEquals(without.phases().get(0).statistics(), with.phases().get(0).statistics());
    }

    @Test
    void ten_thousand_points_are_charted_at_once() {
        double[] values = new Random(3).doubles(10_000).toArray();
        for (ChartType type : List.of(ChartType.RUN, ChartType.I, ChartType.T, ChartType.C)) {
            for (RuleSet rules : RuleSet.values()) {
                assertEquals(
                        10_000,
                        Plans.of(type, rules, Direction.INCREASE, null)
                                .chart(values)
                                .points()
                                .size());
            }
        }
    }

    private static LimitsState limits(int points) {
        double[] values = new double[points];
        Arrays.setAll(values, i -> i % 3);
        return Plans.of(ChartType.I).chart(values).phases().get(0).limits();
    }

    /** One that every chart type can read. */
    private static Measurement single(double value, double numerator, double denominator) {
        return new Measurement(
                "1",
                PointStatus.REPORTED,
                value,
                numerator,
                denominator,
                List.of(value, numerator, value),
                false,
                null);
    }
}
