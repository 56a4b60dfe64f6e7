package org.inpractice.learning.failure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.inpractice.learning.failure.FailureCalls.REVIEW;
import static org.inpractice.learning.failure.FailureCalls.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.EventJson;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class FailureResourceTest {
    private final ADistrict district = ADistrict.fresh();
    private final FailureCalls calls = new FailureCalls(district);

    @Test
    void a_failure_is_reported_reviewed_and_acted_upon() throws JsonProcessingException {
        // given
        UUID cycle = UUID.randomUUID();
        ValidatableResponse reported = district.post("failures", report("failure", cycle))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""));
        String failure = reported.extract().path("failureId");
        reported.header("Location", endsWith(district.path("failures/" + failure)));
        one(failure).body("state", equalTo("reported")).body("review", nullValue());
        // when
        ValidatableResponse reviewed = district.post(
                        "failures/" + failure + "/review", REVIEW.replace("2025-11-21", "2199-01-01"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        String action = reviewed.extract().path("actions[0].actionId");
        district.post("failures/" + failure + "/actions/" + action + "/completion", """
                        {"completedOn": "2025-11-19", "result": "The list is made by the system."}
                        """)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("state", equalTo("done"));
        // then
        one(failure)
                .header("ETag", equalTo("\"3\""))
                .body("kind", equalTo("failure"))
                .body("state", equalTo("reviewed"))
                .body("whatHappened", equalTo("<script>alert('nobody called')</script>"))
                .body("happenedAt", equalTo("2025-11-03T18:00:00Z"))
                .body("cycleId", equalTo(cycle.toString()))
                .body("siteId", equalTo("00196473301029"))
                .body("reportedBy", equalTo("ana"))
                .body("keptFromWorse", nullValue())
                .body("review.reviewedOn", equalTo("2025-11-05"))
                .body("review.contributingFactors", equalTo(List.of("By hand", "by hand", "no backup")))
                .body("review.wentWell", equalTo(List.of("noticed the same day")))
                .body("review.lessons", equalTo(List.of("ask early")))
                .body("review.actions.what", equalTo(List.of("make the list", "train a second clerk")))
                .body("review.actions.state", equalTo(List.of("done", "open")))
                .body("review.actions[0].completedOn", equalTo("2025-11-19"));
        district.get("events")
                .then()
                .body(
                        "events.type",
                        equalTo(List.of(
                                "improvement.failure.reported.v1",
                                "improvement.failure.reviewed.v1",
                                "improvement.action.completed.v1")))
                .body("events[0].data.kind", equalTo("failure"))
                .body("events[0].subject", equalTo("failure/" + failure))
                .body("events[1].data.actions[0].actionId", equalTo(action))
                .body("events[2].data.actionId", equalTo(action));
        assertEquals(List.of(), violations(district.get("events").asString()));
        await().untilAsserted(() -> district.get("history?aggregate=failure/" + failure)
                .then()
                .body("items.districtSeq", equalTo(List.of(1, 2, 3))));
    }

    @Test
    void lists_failures_newest_first_page_by_page() {
        // given
        UUID cycle = UUID.randomUUID();
        List<String> newestFirst = new ArrayList<>();
        for (int day : IntStream.rangeClosed(1, 9).toArray()) {
            String body = report(day % 2 == 0 ? "failure" : "near_failure", day == 3 ? cycle : UUID.randomUUID())
                    .replace("2025-11-03", "2025-10-0" + day);
            newestFirst.add(0, district.post("failures", body).then().extract().path("failureId"));
        }
        // when
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = district.get("failures?limit=4&cursor=" + cursor);
            seen.addAll(page.<List<String>>path("items.failureId"));
            cursor = page.path("next");
        } while (cursor != null);
        // then
        assertEquals(newestFirst, seen);
        district.get("failures?kind=failure").then().body("items", hasSize(4));
        district.get("failures?kind=near_failure&state=reported").then().body("items", hasSize(5));
        district.get("failures?state=reviewed").then().body("items", hasSize(0));
        district.get("failures?cycleId=" + cycle).then().body("items.failureId", equalTo(List.of(newestFirst.get(6))));
    }

    @Test
    void lists_reviews_by_what_recurs() {
        // given
        List<String> failures = IntStream.range(0, 3)
                .mapToObj(i -> calls.reviewed(REVIEW.replace("2025-11-05", "2025-11-0" + (5 + i))))
                .toList();
        String other = calls.reviewed(REVIEW.replace("y hand", "y phone"));
        // then
        Response first = district.get("reviews?factor=BY HAND&limit=2");
        assertEquals(List.of(failures.get(2), failures.get(1)), first.path("items.failureId"));
        district.get("reviews?factor=by hand&limit=2&cursor=" + first.path("next"))
                .then()
                .body("items.failureId", equalTo(List.of(failures.get(0))))
                .body("next", nullValue());
        district.get("reviews")
                .then()
                .body("items", hasSize(4))
                .body("items.failureId", hasItem(other))
                .body("items[0].contributingFactors", hasItem("By hand"));
        district.get("reviews?factor=nothing").then().body("items", hasSize(0));
    }

    @Test
    void lists_actions_overdue_first_and_done_last() {
        // given
        String failure = calls.reviewed(REVIEW);
        List<String> actions = district.get("failures/" + failure).path("review.actions.actionId");
        calls.reviewed(REVIEW);
        district.post(
                        "failures/" + failure + "/actions/" + actions.get(0) + "/completion",
                        "{\"completedOn\": \"2025-11-19\"}")
                .then()
                .statusCode(200);
        // then
        Response first = district.get("actions?limit=3");
        assertEquals(List.of("overdue", "open", "open"), first.path("items.state"));
        district.get("actions?cursor=" + first.path("next"))
                .then()
                .body("items.actionId", equalTo(List.of(actions.get(0))))
                .body("items.state", equalTo(List.of("done")));
        district.get("actions?state=open").then().body("items.state", equalTo(List.of("overdue", "open", "open")));
        district.get("actions?state=overdue").then().body("items.owner", equalTo(List.of("clerk")));
        district.get("actions?state=done").then().body("items.result", equalTo(Collections.singletonList(null)));
    }

    @Test
    void the_same_report_sent_again_with_its_key_is_the_same_failure() {
        // given
        String key = UUID.randomUUID().toString();
        String body = report("failure", UUID.randomUUID());
        String first = withKey(key, body).statusCode(201).extract().path("failureId");
        // then
        withKey(key, body).statusCode(201).body("failureId", equalTo(first));
        withKey(key, body.replace("41", "42")).statusCode(422);
        district.get("failures").then().body("items", hasSize(1));
    }

    private ValidatableResponse one(String failure) {
        return district.get("failures/" + failure).then().statusCode(200);
    }

    private ValidatableResponse withKey(String key, String body) {
        return district.ana()
                .header("Idempotency-Key", key)
                .body(body)
                .post(district.path("failures"))
                .then();
    }

    /** Where what is published departs from what partners were promised. */
    private static List<String> violations(String events) throws JsonProcessingException {
        EventContract contract = EventContract.ofThisRepository();
        List<String> violations = new ArrayList<>();
        for (JsonNode event : EventJson.mapper().readTree(events).get("events")) {
            violations.addAll(contract.violations(
                    event.get("type").asText(), event.get("data").toString()));
        }
        return violations;
    }
}
