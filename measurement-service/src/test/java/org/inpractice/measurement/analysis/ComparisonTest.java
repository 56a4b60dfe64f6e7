package org.inpractice.measurement.analysis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class ComparisonTest {
    private final Calls calls = Calls.ofNewDistrict();

    @Test
    void compares_means_where_the_data_allow_it() throws IOException {
        JsonNode answer = answer("{\"before\": [1, 3], \"after\": [4, null, 8]}");
        assertEquals("welch", answer.path("method").asText());
        assertEquals(4, answer.path("estimate").asDouble(), 1e-9);
        assertEquals("t", answer.at("/statistic/name").asText());
        assertEquals(25.0 / 17, answer.path("degreesOfFreedom").asDouble(), 1e-9);
        assertEquals(2, answer.at("/after/n").asInt());
    }

    @Test
    void compares_ranks_where_the_data_ask_for_it() throws IOException {
        JsonNode answer = answer("{\"before\": [1, 2, 3, 4, 5, 900], \"after\": [7, 8, 9, 10, 11]}");
        assertEquals("mann_whitney", answer.path("method").asText());
        assertTrue(answer.path("chosen").asText().contains("ranks are compared"));
    }

    @Test
    void agrees_with_a_published_interval_of_two_proportions() throws IOException {
        // when: Newcombe 1998, table II (a), method 10
        JsonNode answer = answer("""
                {"proportionsBefore": [{"numerator": 48, "denominator": 80}],
                 "proportionsAfter": [{"numerator": 56, "denominator": 70}]}""");
        // then
        assertEquals("two_proportions", answer.path("method").asText());
        assertEquals(0.0524, answer.at("/interval/low").asDouble(), 0.00006);
        assertEquals(0.3339, answer.at("/interval/high").asDouble(), 0.00006);
        assertEquals(1, answer.at("/overdispersion/factor").asDouble());
    }

    @Test
    void prints_the_caveat_of_a_segmented_regression() throws IOException {
        JsonNode answer = answer("""
                {"method": "segmented_regression", "series": [10, 12, 11, 13, 20, 17, 16, 14], "changeAfter": 4}""");
        assertEquals(4, answer.at("/regression/degreesOfFreedom").asInt());
        assertEquals(8, answer.at("/regression/fitted").size());
        assertTrue(answer.at("/caveats/0").asText().contains("autocorrelation"));
    }

    @Test
    void leaves_out_what_cannot_be_told() throws IOException {
        JsonNode answer = answer("{\"method\": \"welch\", \"before\": [5, 5], \"after\": [7, 7]}");
        assertEquals(2, answer.path("estimate").asDouble());
        assertFalse(answer.has("interval"));
        assertFalse(answer.has("pValue"));
        assertTrue(answer.at("/caveats/0").asText().contains("do not vary"));
    }

    @Test
    void refuses_what_no_comparison_can_use_and_says_what_to_send() {
        refused("{\"before\": [1, NaN], \"after\": [4, 8]}", "before");
        refused("{\"before\": [1, Infinity], \"after\": [4, 8]}", "before");
        refused("{\"before\": [1, \"NaN\"], \"after\": [4, 8]}", "before[1]");
        refused("{\"before\": [1, 2], \"after\": [4, 1" + "0".repeat(100_000) + "]}", null);
        refused("{\"before\": [1, 2], \"after\": [4, 1e999999999]}", "after[1]");
        refused("{\"before\": [1, 1e-999999999], \"after\": [4, 5]}", "before[1]");
        refused("{\"before\": [1], \"after\": [4, 5]}", "before");
        refused("{\"before\": [1, 2], \"after\": []}", "after");
        refused("{\"before\": [1, 2]}", "after");
        refused("{}", "before");
        refused("", null);
        refused("{\"before\": [1, 2], \"after\": [3, 4], \"confidenceLevel\": 95}", "confidenceLevel");
        refused("{\"before\": [1, 2], \"after\": [3, 4], \"baseline\": 95}", "baseline");
        refused("{\"before\": [1, 2], \"after\": [3, 4], \"method\": \"anova\"}", "method");
        refused("{\"before\": [1, 2], \"after\": [3, 4], \"method\": \"two_proportions\"}", "before");
        refused("{\"series\": [1, 2, 3, 4, 5], \"changeAfter\": 1}", "series");
        refused("{\"series\": [1, 2, 3, 4, 5], \"changeAfter\": -1}", "changeAfter");
        refused("{\"before\": [" + "1,".repeat(9_999) + "1], \"after\": [3, 4]}", "after");
    }

    @Test
    void refuses_proportions_that_are_none() {
        refusedProportion("{\"numerator\": 9, \"denominator\": 8}", "proportionsAfter[0].numerator");
        refusedProportion("{\"numerator\": -1, \"denominator\": 8}", "proportionsAfter[0].numerator");
        refusedProportion("{\"numerator\": 0, \"denominator\": 0}", "proportionsAfter[0].denominator");
        refusedProportion("{\"numerator\": 0}", "proportionsAfter[0]");
        refusedProportion("null", "proportionsAfter[0]");
    }

    @Test
    void needs_a_token_and_no_district() {
        given().contentType(ContentType.JSON)
                .body("{\"before\": [1, 3], \"after\": [4, 8]}")
                .post("/v1/analyses/comparison")
                .then()
                .statusCode(401);
    }

    private void refusedProportion(String proportion, String field) {
        refused(
                "{\"proportionsBefore\": [{\"numerator\": 1, \"denominator\": 8}], \"proportionsAfter\": [%s]}"
                        .formatted(proportion),
                field);
    }

    private JsonNode answer(String body) throws IOException {
        return new ObjectMapper()
                .readTree(compare(body).statusCode(200).extract().asByteArray());
    }

    private void refused(String body, String field) {
        compare(body).statusCode(400).contentType("application/problem+json").body("field", equalTo(field));
    }

    private ValidatableResponse compare(String body) {
        return calls.with(List.of("read", "measures:write"))
                .body(body)
                .post("/v1/analyses/comparison")
                .then();
    }
}
