package org.inpractice.measurement.analysis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class ChartAnalysisTest {
    private static final String PATH = "/v1/analyses/chart";

    private final Calls caller = Calls.ofNewDistrict();

    @Test
    void answers_individual_values_with_limits_phases_signals_and_their_moving_ranges() {
        chart("""
                {"chartType": "i", "direction": "decrease", "title": "Late buses", "unit": "a week", "target": 5,
                 "points": [{"label": "W1", "value": 10}, {"label": "W2", "value": 12}, {"label": "W3"},
                            {"label": "W4", "value": 11}, {"label": "W5", "value": 13}, {"label": "W6", "value": 17}],
                 "baseline": {"to": 5}}""")
                .statusCode(200)
                .body("type", equalTo("i"))
                .body("title", equalTo("Late buses"))
                .body("rules.id", equalTo("anhoej-v1"))
                .body("limitFactor", equalTo("2.66"))
                .body("screening", equalTo("none"))
                .body("points", hasSize(6))
                .body("points[2].status", equalTo("not_reported"))
                .body("points[2].value", nullValue())
                .body("points[0].centre", equalTo(11.5f))
                .body("points[0].upper", equalTo(16.82f))
                .body("points[5].outside", equalTo(true))
                .body("phases[0].baselineTo", equalTo(5))
                .body("phases[0].frozen", equalTo(true))
                .body("phases[0].limits", equalTo("trial"))
                .body(
                        "phases[0].statistics.movingRanges",
                        contains(nullValue(), equalTo(2.0f), nullValue(), nullValue(), equalTo(2.0f), equalTo(4.0f)))
                .body("signals.rule", contains("outside_limits"))
                .body("signals[0].points", contains(6))
                .body("signals[0].meaning", equalTo("concern"))
                .body("signals[0].sentence", containsString("Less is better here: a concern."))
                .body("companion.type", equalTo("moving_range"))
                .body("companion.points[5].value", equalTo(4.0f))
                .body("icons", nullValue());
    }

    @Test
    void answers_phases_with_an_implied_first_one_and_icons() {
        chart("""
                {"chartType": "i", "ruleSet": "making-data-count", "direction": "increase", "target": 50,
                 "points": [{"value": 0}, {"value": 2}, {"value": 0}, {"value": 2},
                            {"value": 100}, {"value": 102}, {"value": 100}, {"value": 102}],
                 "phases": [{"from": 5, "name": "since"}], "exclude": [2]}""")
                .statusCode(200)
                .body("screening", equalTo("moving_ranges_once"))
                .body("points.phase", contains(1, 1, 1, 1, 2, 2, 2, 2))
                .body("points[1].excluded", equalTo(true))
                .body("phases.name", contains(nullValue(), equalTo("since")))
                .body("icons.variation", equalTo("common_cause"))
                .body("icons.assurance", equalTo("consistent_pass"))
                .body("points[0].label", equalTo("1"))
                .body("points[0].variation", equalTo("common_cause"));
    }

    @Test
    void answers_every_chart_type() {
        chart(series("p", "{\"numerator\": 5, \"denominator\": 10}"))
                .statusCode(200)
                .body("points[0].centre", equalTo(0.5f));
        chart(series("p_prime", "{\"numerator\": 5, \"denominator\": 10}")).statusCode(200);
        chart(series("u", "{\"count\": 5, \"size\": 2}")).statusCode(200).body("points[0].centre", equalTo(2.5f));
        chart(series("u_prime", "{\"numerator\": 15, \"denominator\": 10}")).statusCode(200);
        chart(series("c", "{\"count\": 9}")).statusCode(200).body("points[0].upper", equalTo(18.0f));
        chart(series("g", "{\"value\": 0}")).statusCode(200).body("centreLine", equalTo("median"));
        chart(series("t", "{\"value\": 3.5}")).statusCode(200);
        chart(series("run", "{\"numerator\": 3, \"denominator\": 2}")).statusCode(200);
        chart(series("moving_range", "{\"value\": 3.5}")).statusCode(200).body("rules.id", equalTo("shewhart-v1"));
        chart(series("s", "{\"values\": [1, 2, 3]}")).statusCode(200).body("points[0].value", equalTo(1.0f));
        chart(series("xbar", "{\"values\": [1, null, 3]}"))
                .statusCode(200)
                .body("points[0].value", equalTo(2.0f))
                .body("points[0].size", equalTo(2))
                .body("companion.type", equalTo("s"));
    }

    @Test
    void takes_suppressed_points_for_missing_ones() {
        chart(series("p", "{\"status\": \"suppressed\"}"))
                .statusCode(200)
                .body("points.status", contains("suppressed", "suppressed"))
                .body("phases[0].limits", equalTo("none"))
                .body("signals", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points[0].numerator | p | {\"numerator\": 11, \"denominator\": 10}",
                "points[0].numerator | p | {\"numerator\": -1, \"denominator\": 10}",
                "points[0].denominator | p_prime | {\"numerator\": 0, \"denominator\": 0}",
                "points[0].denominator | u | {\"numerator\": 1, \"denominator\": -4}",
                "points[0].count | u | {\"count\": -1, \"size\": 4}",
                "points[0] | p | {\"value\": 0.5}",
                "points[0] | i | {\"value\": 0.5, \"count\": 1}",
                "points[0] | i | {\"status\": \"reported\"}",
                "points[0] | i | {\"status\": \"suppressed\", \"value\": 3}",
                "points[0].count | c | {\"count\": -1}",
                "points[0].value | c | {\"value\": -1}",
                "points[0].value | t | {\"value\": 0}",
                "points[0].value | i | {\"value\": 1e999999999}",
                "points[0].value | i | {\"value\": 1e-999999999}",
                "points[0].value | i | {\"value\": 1234567890123456}",
                "points[0].values[1] | xbar | {\"values\": [1, 1e16]}",
                "points[0].label | i | {\"value\": 1, \"label\": \"a\\u0000b\"}",
                "points[0].value | i | {\"value\": \"NaN\"}",
                "points[0].values | i | {\"value\": 1, \"values\": 3}",
                "points[0].surprise | i | {\"value\": 1, \"surprise\": 3}",
                "points[0].status | i | {\"status\": \"unknown\"}",
                "points[0] | i | null",
            })
    void refuses_a_point_by_name(String field, String type, String point) {
        chart(series(type, point))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("detail", not(empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chartType | \"chartType\": \"pie\"",
                "ruleSet | \"chartType\": \"run\", \"ruleSet\": \"shewhart\"",
                "ruleSet | \"chartType\": \"i\", \"ruleSet\": \"nelson\"",
                "limitFactor | \"chartType\": \"t\", \"limitFactor\": \"2.66\"",
                "centreLine | \"chartType\": \"i\", \"centreLine\": \"mean\"",
                "screening | \"chartType\": \"run\", \"screening\": \"moving_ranges_once\"",
                "baseline.to | \"chartType\": \"i\", \"baseline\": {\"from\": 1, \"to\": 3}",
                "baseline.from | \"chartType\": \"i\", \"baseline\": {\"from\": 0, \"to\": 1}",
                "baseline.to | \"chartType\": \"i\", \"baseline\": {\"from\": 2, \"to\": 1}",
                "baseline | \"chartType\": \"i\", \"baseline\": {}",
                "baseline.to | \"chartType\": \"i\", \"baseline\": {\"to\": 2}, \"phases\": [{\"from\": 2}]",
                "baseline | \"chartType\": \"i\", \"baseline\": {\"to\": 2}, \"phases\": [{\"from\": 1, \"baseline\": {\"to\": 1}}]",
                "phases[0].from | \"chartType\": \"i\", \"phases\": [{\"from\": 3}]",
                "phases[0].from | \"chartType\": \"i\", \"phases\": [{}]",
                "phases[1].from | \"chartType\": \"i\", \"phases\": [{\"from\": 2}, {\"from\": 2}]",
                "phases[1].from | \"chartType\": \"i\", \"phases\": [{\"from\": 2}, {\"from\": 1}]",
                "phases[0].baseline.from | \"chartType\": \"i\", \"phases\": [{\"from\": 2, \"baseline\": {\"from\": 1}}]",
                "exclude[0] | \"chartType\": \"i\", \"exclude\": [3]",
                "exclude[1] | \"chartType\": \"i\", \"exclude\": [1, null]",
                "target | \"chartType\": \"i\", \"target\": 1e400",
                "title | \"chartType\": \"i\", \"title\": \"a\\u0007\"",
                "surprise | \"chartType\": \"i\", \"surprise\": 1",
            })
    void refuses_a_plan_by_name(String field, String plan) {
        chart("{" + plan + ", \"points\": [{\"value\": 1}, {\"value\": 2}]}")
                .statusCode(400)
                .body("field", equalTo(field));
    }

    @Test
    void names_values_that_it_takes_in_the_remedy_of_one_it_does_not() {
        for (String factor : List.of("rounded", "exact", "2.66", "3/1.128")) {
            chart("{\"chartType\": \"i\", \"limitFactor\": \"" + factor + "\", \"points\": [{\"value\": 1}]}")
                    .statusCode(200);
        }
        chart("{\"chartType\": \"i\", \"limitFactor\": \"3\", \"points\": [{\"value\": 1}]}")
                .statusCode(400)
                .body("detail", equalTo("Send one of: rounded, exact."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"chartType\": \"i\"}",
                "{\"points\": [{\"value\": 1}]}",
                "{\"chartType\": \"i\", \"points\": []}",
                "{\"chartType\": \"i\", \"points\": [{\"value\": NaN}]}",
                "{\"chartType\": \"i\", \"points\": [{\"value\": Infinity}]}",
            })
    void refuses_what_is_no_series(String body) {
        chart(body).statusCode(400).contentType("application/problem+json").body("detail", not(empty()));
    }

    @Test
    void refuses_a_number_of_a_hundred_thousand_digits() {
        chart(series("i", "{\"value\": " + "9".repeat(100_000) + "}"))
                .statusCode(400)
                .body("code", equalTo("JSON_LIMIT"));
    }

    @Test
    void charts_ten_thousand_points_and_refuses_one_more() {
        chart(many(10_000)).statusCode(200).body("points", hasSize(10_000));
        chart(many(10_001)).statusCode(400).body("field", equalTo("points"));
    }

    @Test
    void needs_a_token_and_is_described() {
        given().contentType(ContentType.JSON)
                .body(series("i", "{\"value\": 1}"))
                .post(PATH)
                .then()
                .statusCode(401);
        caller.call().get("/openapi").then().statusCode(200).body(containsString(PATH));
    }

    @Test
    void answers_the_picture_that_is_accepted_and_json_otherwise() {
        String series = series("i", "{\"value\": 1, \"label\": \"<b>\"}");
        accepting("image/svg+xml", series)
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Vary", containsString("Accept"))
                .body("svg.title", equalTo("I chart (individual values)"))
                .body("svg.@role", equalTo("img"));
        byte[] png = accepting("image/png", series)
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(png, 4));
        accepting("image/png;q=0.5, image/svg+xml", series).contentType("image/svg+xml");
        accepting("application/json, image/png;q=0.5", series).contentType(ContentType.JSON);
        accepting("*/*", series).contentType(ContentType.JSON).body("type", equalTo("i"));
        accepting("image/webp", series).statusCode(406);
        accepting("image/svg+xml", "{}").statusCode(400).contentType("application/problem+json");
    }

    @Test
    void draws_ten_thousand_points() {
        accepting("image/png", many(10_000)).statusCode(200);
        accepting("image/svg+xml", many(10_000)).statusCode(200);
    }

    @Test
    void asks_for_no_more_than_the_right_to_read() {
        caller.with(List.of("read"))
                .body(series("i", "{\"value\": 1}"))
                .post(PATH)
                .then()
                .statusCode(200);
        caller.with(List.of("measures:write"))
                .body(series("i", "{\"value\": 1}"))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse accepting(String types, String body) {
        return caller.call().accept(types).body(body).post(PATH).then();
    }

    private ValidatableResponse chart(String body) {
        return caller.call().body(body).post(PATH).then();
    }

    private static String series(String type, String point) {
        return "{\"chartType\": \"%s\", \"points\": [%s, %s]}".formatted(type, point, point);
    }

    private static String many(int points) {
        return IntStream.range(0, points)
                .mapToObj(i -> "{\"value\": " + i % 7 + "}")
                .collect(Collectors.joining(",", "{\"chartType\": \"i\", \"points\": [", "]}"));
    }
}
