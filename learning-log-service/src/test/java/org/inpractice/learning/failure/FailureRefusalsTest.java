package org.inpractice.learning.failure;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.inpractice.learning.failure.FailureCalls.REVIEW;
import static org.inpractice.learning.failure.FailureCalls.report;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class FailureRefusalsTest {
    private final ADistrict district = ADistrict.fresh();
    private final FailureCalls calls = new FailureCalls(district);

    @Test
    void refusals_name_the_missing_step() {
        String failure = calls.reported();
        calls.problem(
                        failure + "/review",
                        REVIEW.replaceFirst("\\[.*?]", "[]"),
                        400,
                        "REVIEW_WITHOUT_CONTRIBUTING_FACTOR")
                .body("type", equalTo("urn:inpractice:problem:review-without-contributing-factor"))
                .body("field", equalTo("contributingFactors"))
                .body("detail", containsString("at least one contributing factor"));
        calls.problem(failure + "/review", REVIEW.replace("\"owner\": \"clerk\", ", ""), 400, "ACTION_WITHOUT_OWNER")
                .body("field", equalTo("actions[0].owner"));
        calls.problem(
                        failure + "/review",
                        REVIEW.replace(", \"due\": \"2025-11-21\"", ""),
                        400,
                        "ACTION_WITHOUT_DUE_DATE")
                .body("field", equalTo("actions[0].due"));
        calls.problem(
                failure + "/actions/" + UUID.randomUUID() + "/completion",
                "{\"completedOn\": \"2025-11-19\"}",
                409,
                "REVIEW_MISSING");
        calls.problem(UUID.randomUUID() + "/review", REVIEW, 404, "FAILURE_NOT_REPORTED");
        district.get("failures/" + UUID.randomUUID()).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"failure\"}|400",
                "{\"kind\":\"accident\",\"whatHappened\":\"a\",\"impact\":\"b\",\"happenedAt\":\"2025-11-03T18:00:00Z\"}|400",
                "{\"kind\":0,\"whatHappened\":\"a\",\"impact\":\"b\",\"happenedAt\":\"2025-11-03T18:00:00Z\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\" \",\"impact\":\"b\",\"happenedAt\":\"2025-11-03T18:00:00Z\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":7,\"impact\":\"b\",\"happenedAt\":\"2025-11-03T18:00:00Z\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\\u0000\",\"impact\":\"b\",\"happenedAt\":\"2025-11-03T18:00:00Z\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\\ud800\",\"impact\":\"b\",\"happenedAt\":\"2025-11-03T18:00:00Z\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"impact\":\"b\",\"happenedAt\":\"yesterday\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"impact\":\"b\",\"happenedAt\":\"2999-11-03T18:00:00Z\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"impact\":\"b\",\"happenedAt\":\"-999999999-01-01T00:00:00Z\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"impact\":\"b\",\"happenedAt\":\"2025-11-03T18:00:00Z\",\"siteId\":\"a b\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"impact\":\"b\",\"happenedAt\":\"2025-11-03T18:00:00Z\",\"who\":\"x\"}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"links\":[\"javascript:alert(1)\"]}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"links\":[\"ftp://example.org\"]}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"links\":[\"https://a.b/<script>\"]}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"links\":[null]}|400",
                "{\"kind\":\"failure\",\"whatHappened\":\"a\",\"anonymous\":\"yes\"}|400",
                "{\"kind\":\"failure\",\"kind\":\"failure\"}|400",
                "null|400",
                "[]|400",
                "\"text\"|400",
                "{|400"
            })
    void refuses_a_report_that_cannot_be_read(String body, int status) {
        district.post("failures", body).then().statusCode(status).contentType("application/problem+json");
        district.get("failures").then().body("items", hasSize(0));
    }

    @Test
    void free_text_has_an_end_and_markup_stays_text() {
        String body = report("failure", UUID.randomUUID());
        district.post("failures", body.replace("41 families", "x".repeat(10_000)))
                .then()
                .statusCode(201);
        district.post("failures", body.replace("41 families", "x".repeat(10_001)))
                .then()
                .statusCode(400)
                .body("violations.message", hasItem("Shorten it to 10,000 characters."));
        String failure = calls.reported();
        calls.problem(failure + "/review", REVIEW.replace("no backup", "x".repeat(501)), 400, null)
                .body("violations.message", hasItem("Shorten it to 500 characters."));
        calls.problem(failure + "/review", REVIEW.replace("[\"noticed the same day\"]", "[null, \" \"]"), 400, null)
                .body("violations.message", hasItem("Say what went well or leave it out."));
        calls.problem(failure + "/review", REVIEW.replace("[{", "[null, {"), 400, null)
                .body("violations.message", hasItem("Describe the action or leave it out."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failures?kind=x",
                "failures?state=open",
                "failures?siteId=a%20b",
                "failures?aimId=1",
                "failures?from=yesterday",
                "failures?asOf=2025",
                "failures?factor=%00",
                "reviews?asOf=x",
                "failures/0198c310-22f1-7b09-b6c5-2e47d1a9f406?asOf=x",
                "factors?asOf=x",
                "failures?cycleId=1",
                "failures?cursor=x",
                "failures?limit=a",
                "failures/1",
                "failures?cursor=WyIrMTAwMDAwMDAwMC0wMS0wMVQwMDowMDowMFoiLCIxIl0",
                "reviews?cursor=WyIxIiwiMiJd",
                "reviews?factor=%00",
                "actions?state=late",
                "actions?cursor=WyIxIiwiMiIsIjMiXQ",
                "actions?limit=-1"
            })
    void refuses_rubbish_in_a_query(String query) {
        district.ana()
                .urlEncodingEnabled(false)
                .get(district.path(query))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", not(nullValue()));
    }

    @Test
    void only_those_who_may_write_write_and_only_in_their_district() {
        String body = report("failure", UUID.randomUUID());
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(district.path("failures"))
                .then()
                .statusCode(401);
        district.with(List.of("read"))
                .body(body)
                .post(district.path("failures"))
                .then()
                .statusCode(403);
        district.with(List.of("cycles:write"))
                .body(body)
                .post(district.path("failures"))
                .then()
                .statusCode(403);
        ADistrict other = ADistrict.fresh();
        other.ana().body(body).post(district.path("failures")).then().statusCode(404);
        String failure = calls.reported();
        other.get("failures/" + failure).then().statusCode(404);
        other.post("failures/" + failure + "/review", REVIEW).then().statusCode(404);
        other.get("failures").then().body("items", hasSize(0));
    }

    @Test
    void a_review_decided_on_an_old_version_is_refused() {
        String failure = calls.reviewed(REVIEW);
        district.ana()
                .header("If-Match", "\"1\"")
                .body(REVIEW)
                .post(district.path("failures/" + failure + "/review"))
                .then()
                .statusCode(412);
        calls.problem(failure + "/review", REVIEW, 409, "FAILURE_ALREADY_REVIEWED");
    }
}
