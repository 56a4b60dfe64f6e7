package org.inpractice.measurement.controlchart;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.inpractice.measurement.Calls.observation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.List;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class ChartPrivacyTest {
    private final ChartCalls calls = ChartCalls.ofNewDistrict();

    @Test
    void keeps_small_groups_out_of_points_limits_and_pictures() {
        // given
        String measure = calls.district().measure("outcome", "rate", "decrease", "month");
        calls.post(observation(measure, "2025-01", "\"numerator\": 50, \"denominator\": 100"));
        calls.post(observation(measure, "2025-02", "\"numerator\": 7, \"denominator\": 7"));
        calls.post(observation(measure, "2025-03", "\"numerator\": 50, \"denominator\": 100"));
        calls.post(observation(measure, "2025-04", "\"status\": \"suppressed\""));

        // then
        calls.chart(measure, "")
                .body("points.status", contains("reported", "suppressed", "reported", "suppressed"))
                .body("points[1].value", nullValue())
                .body("points[1].numerator", nullValue())
                .body("points[1].denominator", nullValue())
                .body("points[1].lower", nullValue())
                .body("points[1].upper", nullValue())
                .body("points[1].centre", equalTo(0.5f))
                .body("phases[0].statistics.n", equalTo(2));
        for (String type : List.of("run", "i", "u", "p_prime", "u_prime", "moving_range")) {
            calls.chart(measure, "&type=" + type)
                    .body("points[1].value", nullValue())
                    .body("points[1].denominator", nullValue())
                    .body("phases[0].statistics.n", equalTo(type.equals("moving_range") ? 0 : 2));
        }
        String picture = calls.district()
                .call()
                .accept("image/svg+xml")
                .get(calls.path(measure, "chart?siteId=0019"))
                .asString();
        assertFalse(picture.contains("data-point=\"2\""));
        calls.district()
                .with(List.of("read", "small-cells"))
                .get(calls.path(measure, "chart?siteId=0019"))
                .then()
                .body("points[1].denominator", equalTo(7.0f))
                .body("points[0].centre", about(107 / 207.0))
                .body("points[3].status", equalTo("suppressed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "p_prime", "u", "u_prime", "i", "run", "moving_range"})
    void answers_the_same_whatever_a_small_group_holds(String type) {
        // given
        List<String> hidden = List.of(
                "\"numerator\": 0, \"denominator\": 3",
                "\"numerator\": 10, \"denominator\": 10",
                "\"numerator\": 90, \"denominator\": 100, \"groupSize\": 4",
                "\"status\": \"suppressed\"");

        // when
        List<String> answers = hidden.stream()
                .map(numbers -> chartWith(numbers, type))
                .distinct()
                .toList();

        // then
        assertEquals(1, answers.size(), answers.toString());
    }

    /** A chart of which one point is hidden, without what is of the district alone; and its picture. */
    private static String chartWith(String hidden, String type) {
        ChartCalls other = ChartCalls.ofNewDistrict();
        String measure = other.district().measure("outcome", "rate", "decrease", "month");
        int[] numerators = {40, 45, 50, 38, 44, 47};
        for (int i = 0; i < numerators.length; i++) {
            other.post(observation(
                    measure,
                    YearMonth.of(2025, 1).plusMonths(i).toString(),
                    i == 2 ? hidden : "\"numerator\": " + numerators[i] + ", \"denominator\": " + (90 + 7 * i)));
        }
        String json = other.chart(measure, "&type=" + type).extract().asString();
        String picture = other.district()
                .call()
                .accept("image/svg+xml")
                .get(other.path(measure, "chart?siteId=0019&type=" + type))
                .asString();
        return json.replaceAll("\"(chartId|measureId)\":\"[^\"]*\"", "") + picture;
    }

    private static org.hamcrest.Matcher<Float> about(double expected) {
        return new org.hamcrest.CustomTypeSafeMatcher<>("about " + expected) {
            @Override
            protected boolean matchesSafely(Float actual) {
                return closeTo(expected, 1e-6).matches(actual.doubleValue());
            }
        };
    }
}
