package org.inpractice.learning.failure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.junit.jupiter.api.Test;

/** From the report to its end, as everybody sees it, now and as of an instant. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class FailureWayTest {
    private static final String SHORT = "{\"kind\": \"near_failure\", \"whatHappened\": \"The list was a day old.\"}";

    private final ADistrict district = ADistrict.fresh();

    @Test
    void two_words_are_a_report() {
        // when
        Instant before = Instant.now().minusSeconds(1);
        String failure = reported(SHORT);
        // then
        ValidatableResponse one = one(failure)
                .body("state", equalTo("reported"))
                .body("impact", nullValue())
                .body("anonymous", equalTo(false))
                .body("reportedBy", equalTo("ana"));
        assertFalse(Instant.parse(one.extract().path("happenedAt")).isBefore(before));
    }

    @Test
    void goes_from_state_to_state_and_tells_what_it_was_at_any_time() {
        // given
        String failure = reported(SHORT);
        Instant reported = Instant.now();
        step(failure, "triage", "{\"reviewBy\": \"2199-01-01\", \"facilitator\": \"principal of Alder\"}", "triaged");
        Instant triaged = Instant.now();
        step(failure, "dismissal", "{\"because\": \"Reported twice\"}", "dismissed");
        Instant dismissed = Instant.now();
        step(failure, "triage", "{\"note\": \"It was another one\"}", "triaged");
        step(failure, "review/steps", "{\"factors\": [\"workload\"]}", "in_review");
        step(failure, "review", "{\"reviewedOn\": \"%s\"}".formatted(today()), "reviewed");
        Instant reviewed = Instant.now();
        step(failure, "closure", "{}", "closed");
        // then
        one(failure)
                .header("ETag", equalTo("\"7\""))
                .body("closedAt", notNullValue())
                .body("facilitator", equalTo("principal of Alder"))
                .body("note", equalTo("It was another one"))
                .body("dismissedBecause", nullValue())
                .body("review.factors", equalTo(List.of("workload")));
        asOf(failure, reported).body("state", equalTo("reported")).body("version", equalTo(1));
        asOf(failure, triaged).body("state", equalTo("triaged")).body("reviewBy", equalTo("2199-01-01"));
        asOf(failure, dismissed)
                .body("state", equalTo("dismissed"))
                .body("dismissedBecause", equalTo("Reported twice"))
                .body("review", nullValue());
        asOf(failure, reviewed).body("state", equalTo("reviewed")).body("closedAt", nullValue());
        district.get("failures/" + failure + "?asOf=2020-01-01T00:00:00Z")
                .then()
                .statusCode(404);
        district.get("failures?state=dismissed").then().body("items", hasSize(0));
        district.get("failures?state=dismissed&asOf=" + dismissed).then().body("items", hasSize(1));
        district.get("failures?asOf=2020-01-01T00:00:00Z").then().body("items", hasSize(0));
        district.get("reviews?asOf=" + dismissed).then().body("items", hasSize(0));
        district.get("reviews?asOf=" + reviewed).then().body("items", hasSize(1));
        district.get("failures?factor=workload").then().body("items.failureId", equalTo(List.of(failure)));
        district.get("reviews?factor=workload").then().body("items[0].factors", equalTo(List.of("workload")));
    }

    @Test
    void each_step_out_of_turn_says_how_to_go_on() {
        String failure = reported(SHORT);
        refused(failure, "closure", "{}", "REVIEW_MISSING");
        refused(failure, "dismissal", "{\"because\": \" \"}", "DISMISSED_WITHOUT_REASON")
                .body("field", equalTo("because"));
        refused(failure, "triage", "{\"reviewBy\": \"2020-01-01\"}", "REVIEW_DUE_IN_THE_PAST");
        refused(failure, "review/steps", "{}", "STEP_WITHOUT_SECTION");
        refused(failure, "review/steps", "{\"factors\": [\"weather\"]}", "FACTOR_UNKNOWN")
                .body("field", equalTo("factors[0]"));
        step(failure, "review/steps", "{\"factors\": [\"workload\"]}", "in_review");
        refused(failure, "triage", "{}", "FAILURE_IN_REVIEW");
        for (String path : List.of("triage", "dismissal", "closure", "review/steps", "review/timeline", "review")) {
            String nobody = "failures/" + UUID.randomUUID() + "/" + path;
            district.post(nobody, body(path)).then().statusCode(404).body("code", equalTo("FAILURE_NOT_REPORTED"));
            ADistrict.fresh()
                    .post("failures/" + failure + "/" + path, body(path))
                    .then()
                    .statusCode(404);
            district.with(List.of("read"))
                    .body(body(path))
                    .post(district.path("failures/" + failure + "/" + path))
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void nobody_learns_who_reported_anonymously() {
        // given
        String failure = district.ana()
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4799-00f067aa0ba902b7-01")
                .body(SHORT.replace("}", ", \"anonymous\": true}"))
                .post(district.path("failures"))
                .then()
                .statusCode(201)
                .extract()
                .path("failureId");
        // when
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> district.get("history").then().body("items", hasSize(1)));
        var onTopic = PublishedRecords.of(Topics.LEARNING, district.id(), 1).getFirst();
        // then
        one(failure).body("anonymous", equalTo(true)).body("reportedBy", nullValue());
        assertEquals("anonymous", PublishedRecords.header(onTopic, "ce_actor"));
        assertEquals(null, onTopic.headers().lastHeader("ce_traceparent"));
        assertEquals(null, onTopic.headers().lastHeader("traceparent"));
        for (String read : List.of("failures/" + failure, "failures", "history", "events")) {
            String answer = district.get(read).asString();
            assertFalse(answer.contains("\"ana\""), answer);
            assertFalse(answer.contains("0e0e4799"), answer);
        }
        step(failure, "triage", "{}", "triaged");
        one(failure).body("reportedBy", nullValue());
    }

    @Test
    void filters_by_everything_that_a_report_says() {
        // given
        UUID cycle = UUID.randomUUID();
        UUID aim = UUID.randomUUID();
        UUID measure = UUID.randomUUID();
        String mine = reported("""
                {"kind": "failure", "whatHappened": "a", "happenedAt": "2025-10-02T17:15:00Z", "siteId": "19647330112536",
                 "cycleId": "%s", "aimId": "%s", "measureId": "%s", "where": "office",
                 "links": ["https://example.org/a?b=c"]}
                """.formatted(cycle, aim, measure));
        reported(SHORT);
        // then
        for (String query : List.of(
                "kind=failure",
                "siteId=19647330112536",
                "cycleId=" + cycle,
                "aimId=" + aim,
                "measureId=" + measure,
                "from=2025-10-02T17:15:00Z&to=2025-10-02T17:15:01Z",
                "to=2025-10-03T00:00:00Z&state=reported&asOf=" + Instant.now())) {
            district.get("failures?" + query).then().body("items.failureId", equalTo(List.of(mine)));
        }
        district.get("failures?from=2025-10-02T17:15:01Z").then().body("items", hasSize(1));
        one(mine).body("where", equalTo("office")).body("links", equalTo(List.of("https://example.org/a?b=c")));
    }

    @Test
    void pages_of_a_past_instant_stay_as_they_were_while_others_write() {
        // given
        List<String> reported = Stream.generate(() -> reported(SHORT)).limit(5).toList();
        Instant then = Instant.now();
        Response first = district.get("failures?limit=2&asOf=" + then);
        // when
        reported.forEach(failure -> step(failure, "dismissal", "{\"because\": \"x\"}", "dismissed"));
        reported(SHORT);
        // then
        Response second = district.get("failures?limit=10&asOf=" + then + "&cursor=" + first.path("next"));
        assertEquals(List.of("reported", "reported", "reported"), second.path("items.state"));
        assertEquals(
                5,
                Stream.concat(
                                first.<List<String>>path("items.failureId").stream(),
                                second.<List<String>>path("items.failureId").stream())
                        .distinct()
                        .count());
    }

    @Test
    void of_two_people_with_the_same_etag_one_wins() {
        // given
        String failure = reported(SHORT);
        // when
        List<Integer> statuses = Stream.of("first", "second")
                .map(who -> CompletableFuture.supplyAsync(() -> district.ana()
                        .header("If-Match", "\"1\"")
                        .body("{\"expected\": \"%s\"}".formatted(who))
                        .post(district.path("failures/" + failure + "/review/steps"))
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        // then
        assertEquals(List.of(200, 412), statuses);
        one(failure).header("ETag", equalTo("\"2\""));
    }

    @Test
    void a_person_as_cause_is_hinted_at_and_never_refused() {
        district.post("failures", "{\"kind\": \"failure\", \"whatHappened\": \"Mr. Zweig forgot the list.\"}")
                .then()
                .statusCode(201)
                .body("hints.field", equalTo(List.of("whatHappened")))
                .body("hints[0].hint", containsString("made it possible"))
                .body("hints[0].hint", not(containsString("Zweig")));
        String failure = reported(SHORT);
        district.post("failures/" + failure + "/review", """
                        {"reviewedOn": "%s", "contributingFactors": ["By hand", "The clerk forgot"]}
                        """.formatted(today()))
                .then()
                .statusCode(200)
                .body("hints.field", equalTo(List.of("contributingFactors[1]")));
    }

    private static String body(String path) {
        return switch (path) {
            case "dismissal" -> "{\"because\": \"x\"}";
            case "review/steps" -> "{\"expected\": \"x\"}";
            case "review/timeline" -> "{\"at\": \"2025-11-03T17:10:00Z\", \"what\": \"x\"}";
            case "review" -> "{\"factors\": [\"workload\"], \"reviewedOn\": \"2025-11-05\"}";
            default -> "{}";
        };
    }

    private static String today() {
        return Instant.now().toString().substring(0, 10);
    }

    private String reported(String body) {
        return district.post("failures", body).then().statusCode(201).extract().path("failureId");
    }

    private ValidatableResponse one(String failure) {
        return district.get("failures/" + failure).then().statusCode(200);
    }

    private ValidatableResponse asOf(String failure, Instant instant) {
        return district.get("failures/" + failure + "?asOf=" + instant).then().statusCode(200);
    }

    private void step(String failure, String path, String body, String state) {
        district.post("failures/" + failure + "/" + path, body)
                .then()
                .statusCode(200)
                .body("state", equalTo(state));
        one(failure).body("state", equalTo(state));
    }

    private ValidatableResponse refused(String failure, String path, String body, String code) {
        return district.post("failures/" + failure + "/" + path, body).then().body("code", equalTo(code));
    }
}
