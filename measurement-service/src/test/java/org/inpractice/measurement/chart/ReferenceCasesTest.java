package org.inpractice.measurement.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The charts against what established packages compute. */
class ReferenceCasesTest {

    @TestFactory
    Stream<DynamicTest> run_charts_agree_with_qicharts2() throws IOException {
        return ReferenceCase.ofKind("run", one -> {
            Chart anhoej = Plans.of(ChartType.RUN).chart(one.series());
            Chart perla = Plans.of(ChartType.RUN, RuleSet.PERLA, Direction.NEUTRAL, null)
                    .chart(one.series());
            JsonNode expected = one.expected();
            Statistics statistics = anhoej.phases().get(0).statistics();
            assertEquals(expected.get("n_obs").asInt(), statistics.n());
            runs(expected, statistics);
            one.near(expected.get("median"), anhoej.phases().get(0).centre());
            assertEquals(
                    expected.get("runs_signal").asBoolean(), !anhoej.signals().isEmpty());
            assertEquals(expected.get("long_run_signal").asBoolean(), fired(anhoej, SignalRule.LONG_RUN));
            assertEquals(expected.get("few_crossings_signal").asBoolean(), fired(anhoej, SignalRule.FEW_CROSSINGS));
            assertEquals(expected.get("number_of_runs").asInt(), statistics.runs());
            assertEquals(expected.get("shift").get("flag6").asBoolean(), fired(perla, SignalRule.SHIFT));
            assertEquals(expected.get("trend").get("longest_points").asInt(), statistics.longestTrend());
            assertEquals(expected.get("trend").get("flag_5_points").asBoolean(), fired(perla, SignalRule.TREND));
            JsonNode exact = expected.get("runs_test_exact");
            assertEquals(exact.get("lower").asInt(), statistics.runsLower());
            assertEquals(exact.get("upper").asInt(), statistics.runsUpper());
            assertEquals(
                    exact.get("verdict").asText().equals("as_expected"),
                    !fired(perla, SignalRule.TOO_FEW_RUNS) && !fired(perla, SignalRule.TOO_MANY_RUNS));
        });
    }

    @TestFactory
    Stream<DynamicTest> individuals_agree_by_both_factors_screened_and_not() throws IOException {
        return ReferenceCase.ofKind("i", one -> {
            JsonNode expected = one.expected();
            for (boolean screened : List.of(false, true)) {
                String key = screened ? "screened" : "unscreened";
                Plans plans = Plans.of(ChartType.I).screened(screened);
                Chart chart = plans.chart(one.series());
                limits(one, expected.get(key), chart);
                one.near(
                        expected.get(key).get("mr_bar"),
                        chart.phases().get(0).statistics().meanMovingRange());
                limits(
                        one,
                        expected.get("alt_3_over_1_128").get(key),
                        plans.with(LimitFactor.EXACT).chart(one.series()));
            }
            Chart chart = Plans.of(ChartType.I).chart(one.series());
            one.near(expected.get("cl"), chart.phases().get(0).centre());
            for (Point range : chart.companion().points()) {
                one.near(expected.get("mr").get(range.index() - 1), range.value());
                one.near(expected.get("mr_bar"), range.centre());
                one.near(expected.get("mr_ucl"), range.upper());
            }
            Statistics statistics = chart.phases().get(0).statistics();
            JsonNode runs = expected.get("runs_about_mean");
            assertEquals(runs.get("n_useful").asInt(), statistics.nUseful());
            assertEquals(runs.get("longest_run").asInt(), statistics.longestRun());
            assertEquals(runs.get("n_crossings").asInt(), statistics.crossings());
            Statistics screened = Plans.of(ChartType.I)
                    .screened(true)
                    .chart(one.series())
                    .phases()
                    .get(0)
                    .statistics();
            assertEquals(expected.get("screened").get("n_mr_removed").asInt(), screened.movingRangesScreened());
        });
    }

    @TestFactory
    Stream<DynamicTest> proportions_agree() throws IOException {
        return ReferenceCase.ofKind(
                "p", one -> perPoint(one, one.expected(), Plans.of(ChartType.P).chart(one.series())));
    }

    @TestFactory
    Stream<DynamicTest> overdispersed_proportions_agree_screened_and_not() throws IOException {
        return ReferenceCase.ofKind("pp", one -> {
            for (boolean screened : List.of(false, true)) {
                JsonNode expected = one.expected().get(screened ? "screened" : "unscreened");
                Chart chart = Plans.of(ChartType.P_PRIME).screened(screened).chart(one.series());
                one.near(one.expected().get("y"), chart, Point::value);
                perPoint(one, expected, chart);
                one.near(
                        expected.get("sigma_z"),
                        chart.phases().get(0).statistics().sigmaZ());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> subgroups_agree() throws IOException {
        return ReferenceCase.ofKind("xbar_s", one -> {
            Chart means = Plans.of(ChartType.XBAR).chart(one.series());
            one.near(one.expected().get("mean"), means, Point::value);
            perPoint(one, one.expected().get("xbar"), means);
            one.near(one.expected().get("sd"), means.companion(), Point::value);
            perPoint(one, one.expected().get("s"), means.companion());
            perPoint(one, one.expected().get("s"), Plans.of(ChartType.S).chart(one.series()));
            assertEquals(
                    ReferenceCase.integers(one.expected().get("n")),
                    means.points().stream().map(Point::size).toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> frozen_baselines_and_phases_agree() throws IOException {
        return ReferenceCase.ofKind("phases", one -> {
            JsonNode input = one.input();
            Plans plans = Plans.of(ChartType.valueOf(input.get("chart").asText().toUpperCase(Locale.ROOT)))
                    .screened(input.get("screen").asBoolean());
            if (input.has("freeze")) {
                plans = plans.with(PhasePlan.frozen(1, input.get("freeze").asInt()));
            }
            if (input.has("part")) {
                plans = plans.with(Stream.concat(
                                Stream.of(1),
                                ReferenceCase.integers(input.get("part")).stream()
                                        .map(last -> last + 1))
                        .map(PhasePlan::from)
                        .toArray(PhasePlan[]::new));
            }
            Chart chart = plans.chart(one.series());
            JsonNode expected = one.expected();
            one.near(expected.get("y"), chart, Point::value);
            perPoint(one, expected, chart);
            assertEquals(
                    ReferenceCase.integers(expected.get("part")),
                    chart.points().stream().map(Point::phase).toList());
            if (expected.has("alt_3_over_1_128")) {
                Chart exact = plans.with(LimitFactor.EXACT).chart(one.series());
                one.near(expected.get("alt_3_over_1_128").get("lcl"), exact, Point::lower);
                one.near(expected.get("alt_3_over_1_128").get("ucl"), exact, Point::upper);
            }
            for (JsonNode part : expected.get("parts")) {
                Phase phase = chart.phases().get(part.get("part").asInt() - 1);
                assertEquals(part.get("n_obs").asInt(), phase.statistics().n());
                runs(part, phase.statistics());
                assertEquals(
                        part.get("runs_signal").asBoolean(),
                        chart.signals().stream()
                                .anyMatch(signal -> signal.phase() == phase.number()
                                        && signal.rule() != SignalRule.OUTSIDE_LIMITS));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> making_data_count_agrees_with_NHSRplotthedots() throws IOException {
        return ReferenceCase.ofKind("nhs_xmr", one -> {
            JsonNode input = one.input();
            JsonNode expected = one.expected();
            Direction direction = Direction.valueOf(
                    input.get("improvement_direction").asText().toUpperCase(Locale.ROOT));
            Chart chart = Plans.of(
                            ChartType.I,
                            RuleSet.MAKING_DATA_COUNT,
                            direction,
                            input.get("target").asDouble())
                    .screened(input.get("screen_outliers").asBoolean())
                    .chart(one.series());
            one.near(expected.get("mean"), chart, Point::centre);
            one.near(expected.get("lpl"), chart, Point::lower);
            one.near(expected.get("upl"), chart, Point::upper);
            for (Point point : chart.points()) {
                int at = point.index() - 1;
                assertEquals(expected.get("point_type").get(at).asText(), lower(point.variation()));
                assertEquals(expected.get("special_cause_type").get(at).asText(), specialCause(point));
            }
            assertEquals(expected.get("variation").asText(), lower(chart.icons().variation()));
            assertEquals(expected.get("assurance").asText(), lower(chart.icons().assurance()));
            assertEquals(
                    expected.get("icons").get(0).asText(), lower(chart.icons().variationIcon()));
        });
    }

    private static String specialCause(Point point) {
        if (point.variationRule() == null) {
            return "Common Cause";
        }
        boolean up = point.variationWay() == Way.UP;
        String side = up ? "Above" : "Below";
        return switch (point.variationRule()) {
            case OUTSIDE_LIMITS -> up ? "Above UCL" : "Below LCL";
            case SEVEN_POINT_TREND -> up ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)";
            case TWO_OF_THREE -> "2 in 3 " + side + " CL";
            case SEVEN_POINTS_ONE_SIDE -> "7 Points " + side + " CL";
            case LONG_RUN, FEW_CROSSINGS, SHIFT, TREND, TOO_FEW_RUNS, TOO_MANY_RUNS, ASTRONOMICAL_POINT ->
                throw new IllegalStateException("not a rule of Making Data Count");
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static boolean fired(Chart chart, SignalRule rule) {
        return chart.signals().stream().anyMatch(signal -> signal.rule() == rule);
    }

    private static void runs(JsonNode expected, Statistics statistics) {
        assertEquals(expected.get("n_useful").asInt(), statistics.nUseful());
        assertEquals(expected.get("longest_run").asInt(), statistics.longestRun());
        assertEquals(expected.get("longest_run_max").asInt(), statistics.longestRunLimit());
        assertEquals(expected.get("n_crossings").asInt(), statistics.crossings());
        assertEquals(expected.get("n_crossings_min").asInt(), statistics.crossingsLimit());
    }

    private static void limits(ReferenceCase one, JsonNode expected, Chart chart) {
        assertTrue(chart.points().size() > 1);
        for (Point point : chart.points()) {
            one.near(expected.get("lcl"), point.lower());
            one.near(expected.get("ucl"), point.upper());
        }
        assertEquals(ReferenceCase.integers(expected.get("outside")), ReferenceCase.outside(chart));
    }

    private static void perPoint(ReferenceCase one, JsonNode expected, Chart chart) {
        one.near(expected.get("cl"), chart, Point::centre);
        one.near(expected.get("lcl"), chart, Point::lower);
        one.near(expected.get("ucl"), chart, Point::upper);
        assertEquals(ReferenceCase.integers(expected.get("outside")), ReferenceCase.outside(chart));
    }
}
