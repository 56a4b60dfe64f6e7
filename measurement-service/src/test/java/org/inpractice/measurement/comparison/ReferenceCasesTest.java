package org.inpractice.measurement.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Cases computed with R 4.2.2 (t.test, prop.test, wilcox.test, lm) and ratesci 1.0.0, and those of the files {@code peer-}
 * with scipy 1.17.1 and statsmodels 0.15.0, each within its own tolerance.
 */
class ReferenceCasesTest {

    @TestFactory
    List<DynamicTest> agrees_with_t_test() throws IOException {
        return cases("welch", (input, expected) -> {
            Welch welch = Welch.of(numbers(input, "before"), numbers(input, "after"), level(input));
            expected.whole("n_before", welch.before().size());
            expected.whole("n_after", welch.after().size());
            expected.number("mean_before", welch.before().mean());
            expected.number("mean_after", welch.after().mean());
            expected.number("sd_before", welch.before().standardDeviation());
            expected.number("sd_after", welch.after().standardDeviation());
            expected.number("difference", welch.difference());
            expected.number("se", welch.standardError());
            expected.number("t", welch.statistic());
            expected.number("df", welch.degreesOfFreedom());
            expected.number("p_value", welch.probability());
            expected.number("ci_low", welch.interval().low());
            expected.number("ci_high", welch.interval().high());
        });
    }

    @TestFactory
    List<DynamicTest> agrees_with_prop_test_and_newcombe() throws IOException {
        return cases("two_prop", (input, expected) -> {
            TwoProportions two = TwoProportions.of(
                    new Proportion(
                            input.get("x_before").asDouble(),
                            input.get("n_before").asDouble()),
                    new Proportion(
                            input.get("x_after").asDouble(),
                            input.get("n_after").asDouble()),
                    level(input));
            expected.number("p_before", two.before().value());
            expected.number("p_after", two.after().value());
            expected.number("difference", two.difference());
            expected.number("wald_ci_low", two.wald().low());
            expected.number("wald_ci_high", two.wald().high());
            expected.number("chi_squared", two.chiSquared());
            expected.number("p_value", two.probability());
            expected.number("newcombe_ci_low", two.interval().low());
            expected.number("newcombe_ci_high", two.interval().high());
        });
    }

    @TestFactory
    List<DynamicTest> agrees_with_wilcox_test() throws IOException {
        return cases("mann_whitney", (input, expected) -> {
            MannWhitney ranks = MannWhitney.of(numbers(input, "before"), numbers(input, "after"), level(input));
            assertEquals(expected.node.get("method").asText(), ranks.exact() ? "exact" : "normal");
            expected.number("W", ranks.statistic());
            expected.number(
                    "U_before", (double) ranks.before().size() * ranks.after().size() - ranks.statistic());
            expected.number("p_value", ranks.probability());
            expected.number("hodges_lehmann", ranks.difference());
            expected.number("ci_low", ranks.interval().low());
            expected.number("ci_high", ranks.interval().high());
        });
    }

    @TestFactory
    List<DynamicTest> agrees_with_lm() throws IOException {
        return cases("its", (input, expected) -> {
            SegmentedRegression lines = SegmentedRegression.of(
                    numbers(input, "y"), input.get("change_after").asInt(), 0.95);
            expected.whole("n", lines.points());
            expected.whole("df_residual", lines.degreesOfFreedom());
            coefficient(expected, "intercept", lines.intercept());
            coefficient(expected, "pre_slope", lines.slopeBefore());
            coefficient(expected, "level_change", lines.levelChange());
            coefficient(expected, "slope_change", lines.slopeChange());
            coefficient(expected, "level_change_at_k", lines.levelChangeAtLastBefore());
            expected.number("residual_sd", lines.residualDeviation());
            expected.number("r_squared", lines.explained());
            if (expected.node.has("durbin_watson")) {
                expected.number("durbin_watson", lines.durbinWatson());
            }
            for (int i = 0; i < lines.fitted().size(); i++) {
                expected.check(
                        "fitted " + i,
                        expected.node.get("fitted").get(i),
                        lines.fitted().get(i));
            }
        });
    }

    private static void coefficient(Expected expected, String name, Coefficient coefficient) {
        Expected own = new Expected(expected.node.get(name), expected.absolute, expected.relative);
        own.number("estimate", coefficient.estimate());
        own.number("se", coefficient.standardError());
        own.number("t", coefficient.statistic());
        own.number("p_value", coefficient.probability());
        own.number("ci_low", coefficient.interval().low());
        own.number("ci_high", coefficient.interval().high());
    }

    private interface Check {
        void run(JsonNode input, Expected expected);
    }

    private record Expected(JsonNode node, double absolute, double relative) {
        void number(String field, double actual) {
            check(field, node.get(field), actual);
        }

        void whole(String field, int actual) {
            assertEquals(node.get(field).asInt(), actual, field);
        }

        void check(String what, JsonNode expected, double actual) {
            if (expected.isNull()) {
                assertTrue(Double.isNaN(actual), what);
            } else {
                assertEquals(expected.asDouble(), actual, absolute + relative * Math.abs(expected.asDouble()), what);
            }
        }
    }

    private static List<DynamicTest> cases(String kind, Check check) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : List.of(kind, "peer-" + kind)) {
            try (InputStream file = ReferenceCasesTest.class.getResourceAsStream("/comparison/" + name + ".json")) {
                for (JsonNode one : new ObjectMapper().readTree(file).get("cases")) {
                    JsonNode tolerance = one.get("tolerance");
                    Expected expected = new Expected(
                            one.get("expected"),
                            tolerance.get("abs").asDouble(),
                            tolerance.get("rel").asDouble());
                    tests.add(DynamicTest.dynamicTest(
                            one.get("id").asText(), () -> check.run(one.get("input"), expected)));
                }
            }
        }
        return tests;
    }

    private static double level(JsonNode input) {
        return input.path("conf_level").asDouble(Interval.USUAL_LEVEL);
    }

    private static double[] numbers(JsonNode input, String field) {
        JsonNode array = input.get(field);
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).isNull() ? Double.NaN : array.get(i).asDouble();
        }
        return numbers;
    }
}
