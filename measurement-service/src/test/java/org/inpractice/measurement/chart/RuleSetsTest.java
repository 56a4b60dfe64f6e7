package org.inpractice.measurement.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleSetsTest {

    @Test
    void anhoej_signals_a_long_run_with_its_points_and_what_it_means() {
        // given a frozen median of 5 and then eleven lower points, where more is better
        Chart chart = anhoej(Direction.INCREASE, 4, 6, 4, 6, 5, 1, 2, 1, 2, 1, 5, 2, 1, 2, 1, 2, 1);
        Signal signal = only(chart, SignalRule.LONG_RUN);
        // then points on the median neither count nor break: 7 and 12 are useful, 5 and 11 are not
        assertEquals(List.of(6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17), signal.points());
        assertEquals(Way.DOWN, signal.way());
        assertEquals(Meaning.CONCERN, signal.meaning());
        assertEquals(
                "Points 6 to 17: 11 in a row below the centre; chance gives at most 7 with 15 useful points."
                        + " More is better here: a concern.",
                signal.sentence());
        // and the same where less is better, or neither
        assertEquals(
                Meaning.IMPROVEMENT,
                only(anhoej(Direction.DECREASE, 4, 6, 4, 6, 1, 1, 1, 1, 1, 1, 1, 1, 1), SignalRule.LONG_RUN)
                        .meaning());
        assertEquals(
                Meaning.NEITHER,
                only(anhoej(Direction.NEUTRAL, 4, 6, 4, 6, 1, 1, 1, 1, 1, 1, 1, 1, 1), SignalRule.LONG_RUN)
                        .meaning());
    }

    @Test
    void anhoej_signals_few_crossings_without_a_way() {
        Chart chart = Plans.of(ChartType.RUN).chart(1, 2, 1, 2, 1, 8, 9, 8, 9, 8);
        Signal signal = only(chart, SignalRule.FEW_CROSSINGS);
        assertEquals(10, signal.points().size());
        assertNull(signal.way());
        assertEquals(Meaning.NEITHER, signal.meaning());
    }

    @Test
    void perla_signals_shift_trend_and_the_number_of_runs() {
        Plans perla = Plans.of(ChartType.RUN, RuleSet.PERLA, Direction.INCREASE, null);
        Chart chart = perla.chart(1, 2, 1, 2, 1, 2, 8, 9, 10, 11, 12, 9);
        assertEquals(
                2,
                chart.signals().stream()
                        .filter(one -> one.rule() == SignalRule.SHIFT)
                        .count());
        assertEquals(
                List.of(5, 6, 7, 8, 9, 10, 11), only(chart, SignalRule.TREND).points());
        assertEquals(Meaning.IMPROVEMENT, only(chart, SignalRule.TREND).meaning());
        assertEquals(12, only(chart, SignalRule.TOO_FEW_RUNS).points().size());
        Chart swinging = perla.chart(1, 9, 1, 9, 1, 9, 1, 9, 1, 9);
        assertTrue(only(swinging, SignalRule.TOO_MANY_RUNS).sentence().startsWith("10 runs where chance gives 3 to 9"));
    }

    @Test
    void an_astronomical_point_is_marked_by_a_person_and_never_by_a_machine() {
        Measurement far = Measurement.of("", 1000);
        Measurement marked = new Measurement("", PointStatus.REPORTED, 1000.0, null, null, null, true, "power cut");
        List<Measurement> series = IntStream.range(0, 9)
                .mapToObj(i -> i == 4 ? far : i == 7 ? marked : Measurement.of("", i % 2))
                .toList();
        Chart chart =
                Plans.of(ChartType.RUN, RuleSet.PERLA, Direction.DECREASE, null).chart(series);
        assertEquals(List.of(8), only(chart, SignalRule.ASTRONOMICAL_POINT).points());
        assertEquals("power cut", chart.points().get(7).annotation());
    }

    @Test
    void shewhart_signals_points_outside_and_nothing_else() {
        Chart chart = Plans.of(ChartType.I, RuleSet.SHEWHART, Direction.INCREASE, null)
                .with(PhasePlan.frozen(1, 4))
                .chart(1, 3, 1, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 9);
        assertEquals(List.of(SignalRule.OUTSIDE_LIMITS), rules(chart));
        assertEquals(
                "Point 15 lies above its upper limit. More is better here: an improvement.",
                chart.signals().get(0).sentence());
    }

    @Test
    void a_point_on_its_limit_is_not_outside() {
        // given 1 3 1 3: limits 2 ± 5.32
        Chart chart = Plans.of(ChartType.I).with(PhasePlan.frozen(1, 4)).chart(1, 3, 1, 3, 7.32, -3.32, 7.33);
        assertEquals(List.of(7), ReferenceCase.outside(chart));
    }

    @Test
    void making_data_count_takes_six_rises_and_an_equal_neighbour_breaks_them() {
        Plans plans = making(Direction.DECREASE, null).with(PhasePlan.frozen(1, 4));
        Chart chart = plans.chart(0, 50, 0, 50, 20, 21, 22, 23, 24, 26, 27);
        assertEquals(
                List.of(5, 6, 7, 8, 9, 10, 11),
                only(chart, SignalRule.SEVEN_POINT_TREND).points());
        assertEquals(Variation.SPECIAL_CAUSE_CONCERN, chart.icons().variation());
        assertEquals(VariationIcon.CONCERN_HIGH, chart.icons().variationIcon());
        assertEquals(
                List.of(),
                plans.chart(0, 50, 0, 50, 20, 21, 22, 22, 23, 24, 26, 27).signals());
    }

    @Test
    void making_data_count_breaks_a_row_at_a_point_on_the_mean() {
        Plans plans = making(Direction.INCREASE, null).with(PhasePlan.frozen(1, 4));
        assertEquals(
                List.of(SignalRule.SEVEN_POINTS_ONE_SIDE),
                rules(plans.chart(0, 50, 0, 50, 26, 27, 26, 27, 26, 27, 26)));
        assertEquals(List.of(), rules(plans.chart(0, 50, 0, 50, 26, 27, 26, 25, 27, 26, 27, 26, 25)));
    }

    @Test
    void making_data_count_marks_two_of_three_near_a_limit_and_not_one_outside() {
        // given limits 25 ± 133, near from 25 ± 88.67
        Plans plans = making(Direction.NEUTRAL, null).with(PhasePlan.frozen(1, 4));
        Chart chart = plans.chart(0, 50, 0, 50, 120, 30, 125, 20);
        assertEquals(List.of(5, 7), only(chart, SignalRule.TWO_OF_THREE).points());
        assertEquals(Variation.SPECIAL_CAUSE_NEUTRAL_HIGH, chart.points().get(4).variation());
        assertEquals(Variation.COMMON_CAUSE, chart.icons().variation());
        assertEquals(List.of(), rules(plans.chart(0, 50, 0, 50, 120, 20, 125, 20)));
        assertEquals(List.of(SignalRule.OUTSIDE_LIMITS), rules(plans.chart(0, 50, 0, 50, 120, 30, 225, 20)));
    }

    @Test
    void making_data_count_judges_assurance_by_the_latest_phase() {
        PhasePlan[] phases = {PhasePlan.from(1), PhasePlan.from(5)};
        double[] values = {0, 2, 0, 2, 100, 102, 100, 102};
        assertEquals(
                Assurance.CONSISTENT_PASS,
                making(Direction.INCREASE, 50.0)
                        .with(phases)
                        .chart(values)
                        .icons()
                        .assurance());
        assertEquals(
                Assurance.CONSISTENT_FAIL,
                making(Direction.DECREASE, 50.0)
                        .with(phases)
                        .chart(values)
                        .icons()
                        .assurance());
        assertEquals(
                Assurance.INCONSISTENT,
                making(Direction.INCREASE, 50.0).chart(values).icons().assurance());
        assertNull(making(Direction.NEUTRAL, 50.0)
                .with(phases)
                .chart(values)
                .icons()
                .assurance());
        assertNull(making(Direction.INCREASE, null)
                .with(phases)
                .chart(values)
                .icons()
                .assurance());
    }

    @Test
    void rule_sets_are_named_and_versioned() {
        assertEquals(
                List.of("anhoej-v1", "perla-v1", "making-data-count-v1", "shewhart-v1"),
                Arrays.stream(RuleSet.values()).map(one -> one.rules().id()).toList());
    }

    private static Chart anhoej(Direction direction, double... values) {
        return Plans.of(ChartType.RUN, RuleSet.ANHOEJ, direction, null)
                .with(PhasePlan.frozen(1, 4))
                .chart(values);
    }

    private static Plans making(Direction direction, Double target) {
        return Plans.of(ChartType.I, RuleSet.MAKING_DATA_COUNT, direction, target);
    }

    private static List<SignalRule> rules(Chart chart) {
        return chart.signals().stream().map(Signal::rule).toList();
    }

    private static Signal only(Chart chart, SignalRule rule) {
        List<Signal> fired =
                chart.signals().stream().filter(one -> one.rule() == rule).toList();
        assertEquals(1, fired.size(), () -> "signals: " + chart.signals());
        return fired.get(0);
    }
}
