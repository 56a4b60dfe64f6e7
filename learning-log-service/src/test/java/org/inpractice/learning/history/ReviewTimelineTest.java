package org.inpractice.learning.history;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;

/** A review in the making: its sections, its checklist, and the timeline that the history writes for it. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class ReviewTimelineTest {
    private final ADistrict district = ADistrict.fresh();
    private final ForeignService cycles = ForeignService.cycles(district.id());
    private final ForeignService measurement = ForeignService.measurement(district.id());
    private final UUID cycle = UUID.randomUUID();

    @Test
    void the_history_writes_the_timeline_and_the_team_adds_to_it() {
        // given: events of September 2 to 5, 2025, and a failure on the fourth
        cycles.send(
                cycles.event(1, "improvement.cycle.planned", "cycle", cycle, "{}"),
                cycles.event(2, "improvement.cycle.started", "cycle", cycle, "{}"),
                cycles.event(3, "improvement.cycle.started", "cycle", UUID.randomUUID(), "{}"));
        measurement.send(
                measurement.event(1, "improvement.signal.detected", "cycle-feedback", UUID.randomUUID(), signal(cycle)),
                measurement.event(
                        2,
                        "improvement.signal.detected",
                        "cycle-feedback",
                        UUID.randomUUID(),
                        signal(UUID.randomUUID())));
        awaitHistory(5);
        String failure = reported("2025-09-04T12:00:00Z");
        // when
        district.post("failures/" + failure + "/review/timeline", """
                        {"at": "2025-09-03T09:00:00Z", "what": "<b>The export</b> failed"}
                        """)
                .then()
                .statusCode(201)
                .body("entryId", notNullValue());
        // then
        template(failure)
                .body("state", equalTo("in_review"))
                .body(
                        "timeline.what",
                        equalTo(List.of(
                                "cycle planned", "signal detected", "cycle started", "<b>The export</b> failed")))
                .body("timeline[2].subject", equalTo("cycle/" + cycle))
                .body("timeline[2].source", equalTo("improvement-cycles-service"))
                .body("timeline[3].source", equalTo("team"));
        // and when it is reviewed, what is learned later does not rewrite it
        district.post("failures/" + failure + "/review", """
                        {"factors": ["data"], "reviewedOn": "2025-09-10",
                         "timeline": [{"at": "2025-09-05T09:00:00Z", "what": "Called again"}]}
                        """).then().statusCode(200);
        cycles.send(later(cycles.event(4, "improvement.cycle.noted", "cycle", cycle, "{}")));
        awaitHistory(9);
        template(failure)
                .body("timeline", hasSize(5))
                .body("timeline.what", hasItem("Called again"))
                .body("timeline.what", not(hasItem("cycle noted")));
    }

    @Test
    void a_failure_long_before_or_after_has_nothing_of_it() {
        cycles.send(cycles.event(1, "improvement.cycle.planned", "cycle", cycle, "{}"));
        awaitHistory(1);
        template(reported("2025-10-03T12:00:00Z")).body("timeline", hasSize(0));
        template(reported("2025-08-20T12:00:00Z")).body("timeline", hasSize(0));
        template(reported("2025-09-30T12:00:00Z")).body("timeline", hasSize(1));
    }

    @Test
    void shows_what_is_written_what_is_ticked_and_what_nobody_has_said_yet() {
        // given
        String failure = reported("2025-09-04T12:00:00Z");
        template(failure)
                .body("state", equalTo("reported"))
                .body("checklist", hasSize(11))
                .body("checklist.ticked", everyItem(equalTo(false)))
                .body("notSaid", hasItems("expected", "contributingFactors", "stillUnknown", "participants"));
        Instant before = Instant.now();
        // when
        step(failure, """
                {"expected": "a", "checklist": ["purpose_said", "not_involved_myself"],
                 "actions": [{"what": "Ask the office"}]}""");
        step(failure, """
                {"expected": "every family is called", "luck": ["a caller asked"], "stillUnknown": []}""");
        // then
        template(failure)
                .body("state", equalTo("in_review"))
                .body("review.expected", equalTo("every family is called"))
                .body("review.luck", equalTo(List.of("a caller asked")))
                .body("review.actions.what", equalTo(List.of("Ask the office")))
                .body("checklist.findAll { it.ticked }.item", equalTo(List.of("not_involved_myself", "purpose_said")))
                .body("notSaid", not(hasItem("expected")))
                .body("notSaid", hasItem("stillUnknown"));
        district.get("failures/" + failure + "/review?asOf=" + before)
                .then()
                .statusCode(200)
                .body("notSaid", hasItem("expected"))
                .body("checklist.ticked", everyItem(equalTo(false)));
        ADistrict.fresh().get("failures/" + failure + "/review").then().statusCode(404);
    }

    @Test
    void a_district_adds_factors_of_its_own_and_retires_them() {
        // given
        String failure = reported("2025-09-04T12:00:00Z");
        Instant before = Instant.now();
        district.post("factors", """
                        {"code": "bus-contract", "name": "Bus contract", "question": "Who decides on a delay?"}
                        """).then().statusCode(201).header("ETag", equalTo("\"1\""));
        Instant added = Instant.now();
        // when
        step(failure, "{\"factors\": [\"bus-contract\", \"bus-contract\", \"workload\"]}");
        district.post("factors/bus-contract/retirement", "{}").then().statusCode(200);
        // then
        district.get("factors")
                .then()
                .body("items", hasSize(20))
                .body("items[0].source", not(equalTo("this district")));
        district.get("factors?asOf=" + before).then().body("items", hasSize(20));
        district.get("factors?asOf=" + added)
                .then()
                .body("items", hasSize(21))
                .body("items[20].code", equalTo("bus-contract"))
                .body("items[20].source", equalTo("this district"))
                .body("items[20].addedBy", equalTo("ana"));
        district.post("failures/" + failure + "/review", "{\"reviewedOn\": \"2025-09-10\"}")
                .then()
                .statusCode(200);
        district.get("reviews?factor=bus-contract")
                .then()
                .body("items[0].factors", equalTo(List.of("bus-contract", "workload")));
        district.post(
                        "failures/" + reported("2025-09-04T12:00:00Z") + "/review/steps",
                        "{\"factors\": [\"bus-contract\"]}")
                .then()
                .statusCode(400)
                .body("code", equalTo("FACTOR_UNKNOWN"));
        district.post("factors/workload/retirement", "{}").then().statusCode(404);
        district.post("factors", "{\"code\": \"Bus\", \"name\": \"a\", \"question\": \"b\"}")
                .then()
                .statusCode(400);
        ADistrict.fresh().get("factors").then().body("items", hasSize(20));
    }

    private static String signal(UUID cycle) {
        return EventContract.ofThisRepository()
                .sampleData("improvement.signal.detected.v1")
                .replaceFirst("\"cycleId\":\"[^\"]*\"", "\"cycleId\":\"" + cycle + "\"");
    }

    private static RecordedEvent later(RecordedEvent event) {
        return new RecordedEvent(
                event.source(),
                event.districtId(),
                event.districtSeq(),
                event.eventId(),
                event.streamType(),
                event.streamId(),
                event.streamVersion(),
                event.type(),
                event.schemaVersion(),
                event.occurredAt(),
                Instant.now().plusSeconds(60),
                event.actor(),
                null,
                null,
                event.data());
    }

    private String reported(String happenedAt) {
        return district.post("failures", """
                        {"kind": "failure", "whatHappened": "x", "happenedAt": "%s", "cycleId": "%s"}
                        """.formatted(happenedAt, cycle))
                .then()
                .statusCode(201)
                .extract()
                .path("failureId");
    }

    private void step(String failure, String body) {
        district.post("failures/" + failure + "/review/steps", body).then().statusCode(200);
    }

    private ValidatableResponse template(String failure) {
        return district.get("failures/" + failure + "/review").then().statusCode(200);
    }

    private void awaitHistory(int events) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> district.get("history").then().body("items", hasSize(events)));
    }
}
