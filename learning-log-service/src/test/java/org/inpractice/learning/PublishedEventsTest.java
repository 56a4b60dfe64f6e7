package org.inpractice.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.inpractice.learning.action.ActionEvent;
import org.inpractice.learning.factor.FactorEvent;
import org.inpractice.learning.failure.FailureEvent;
import org.inpractice.learning.guard.GuardEvent;
import org.inpractice.learning.lesson.LessonEvent;
import org.inpractice.learning.prompt.PromptEvent;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.inpractice.stream.EventCodec;
import org.junit.jupiter.api.Test;

/** What this service really sends, against what {@code docs/events} promises. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class PublishedEventsTest {
    private final EventContract contract = EventContract.ofThisRepository();
    private final ADistrict district = ADistrict.fresh();

    @Test
    void every_event_of_the_code_is_in_the_contract_and_no_other() {
        Set<String> ofTheCode = new TreeSet<>();
        for (EventCodec<?> codec : List.of(
                new EventCodec<>(FailureEvent.class),
                new EventCodec<>(ActionEvent.class),
                new EventCodec<>(FactorEvent.class),
                new EventCodec<>(GuardEvent.class),
                new EventCodec<>(LessonEvent.class),
                new EventCodec<>(PromptEvent.class))) {
            ofTheCode.addAll(codec.wireTypes());
        }
        assertEquals(contract.wireTypes(Topics.LEARNING), ofTheCode);
    }

    @Test
    void what_arrives_on_the_topic_is_as_promised_with_every_field_and_with_the_least() {
        // given
        String failure = reportReviewComplete("""
                {"kind": "near_failure", "whatHappened": "The list was a day old.", "happenedAt": "2025-10-02T17:15:00Z",
                 "impact": "Families worried.", "keptFromWorse": "A caller asked.", "siteId": "19647330112536",
                 "cycleId": "0198c310-22f1-7b09-b6c5-2e47d1a9f406"}
                """, """
                , "result": "In use."}""");
        reportReviewComplete("""
                {"kind": "failure", "whatHappened": "No calls.", "happenedAt": "2025-10-02T17:15:00Z",
                 "impact": "None known."}
                """, "}");

        goTheWholeWay();
        redact(failure, "{\"reason\": \"on_request\", \"fields\": [\"impact\"]}");
        redact(failure, "{\"reason\": \"names_a_person\"}");

        // when
        var published = PublishedRecords.of(Topics.LEARNING, district.id(), 19);

        // then
        Set<String> types = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> event : published) {
            String type = PublishedRecords.header(event, "ce_type");
            types.add(type);
            assertEquals(
                    new ArrayList<>(), contract.violations(type, new String(event.value(), StandardCharsets.UTF_8)));
        }
        Set<String> expected = new TreeSet<>(new EventCodec<>(FailureEvent.class).wireTypes());
        expected.addAll(new EventCodec<>(FactorEvent.class).wireTypes());
        assertEquals(expected, types);
    }

    private void goTheWholeWay() {
        ok("factors", """
                {"code": "bus-contract", "name": "Bus contract", "question": "Who decides on a delay?"}""", 201);
        ok("factors/bus-contract/retirement", "{}", 200);
        String failure = ok("failures", """
                {"kind": "failure", "whatHappened": "Late", "where": "Office", "anonymous": true,
                 "aimId": "0198c310-22f1-7b09-b6c5-2e47d1a9f406", "measureId": "0198c310-22f1-7b09-b6c5-2e47d1a9f406",
                 "links": ["https://example.org/a?b=c#d"]}
                """, 201).path("failureId");
        String path = "failures/" + failure;
        ok(path + "/dismissal", "{\"because\": \"Told twice\"}", 200);
        ok(path + "/triage", "{}", 200);
        ok(path + "/triage", "{\"reviewBy\": \"2199-01-01\", \"facilitator\": \"a\", \"note\": \"b\"}", 200);
        ok(path + "/review/steps", "{\"checklist\": [\"purpose_said\"]}", 200);
        ok(path + "/review/steps", """
                {"expected": "a", "happened": "b", "factors": ["workload"], "contributingFactors": ["c"],
                 "wentWell": ["d"], "luck": ["e"], "lessons": ["f"], "stillUnknown": ["g"],
                 "actions": [{"what": "h"}, {"what": "i", "owner": "j", "due": "2199-01-01",
                     "measureId": "0198c310-22f1-7b09-b6c5-2e47d1a9f406"}],
                 "participants": ["k"], "facilitator": "l", "checklist": ["several_factors"],
                 "links": ["http://example.org"]}
                """, 200);
        ok(path + "/review/timeline", "{\"at\": \"2025-10-02T17:15:00Z\", \"what\": \"m\"}", 201);
        ok(path + "/review", """
                {"reviewedOn": "%s", "actions": [{"what": "h", "owner": "i", "due": "2199-01-01"}]}
                """.formatted(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC)), 200);
        ok(path + "/closure", "{\"openActionsBecause\": \"n\"}", 200);
    }

    private Response ok(String path, String body, int status) {
        return district.post(path, body).then().statusCode(status).extract().response();
    }

    private void redact(String failure, String body) {
        district.post("failures/" + failure + "/redaction", body).then().statusCode(200);
    }

    private String reportReviewComplete(String report, String endOfCompletion) {
        String failure = district.post("failures", report)
                .then()
                .statusCode(201)
                .extract()
                .path("failureId");
        String action = district.post("failures/" + failure + "/review", """
                        {"contributingFactors": ["By hand"], "wentWell": [], "lessons": [], "reviewedOn": "2025-10-09",
                         "actions": [{"what": "Print the date", "owner": "Attendance office", "due": "2150-10-20"}]}
                        """)
                .then()
                .statusCode(200)
                .extract()
                .path("actions[0].actionId");
        district.post(
                        "failures/" + failure + "/actions/" + action + "/completion",
                        "{\"completedOn\": \"2025-10-16\"" + endOfCompletion)
                .then()
                .statusCode(200);
        return failure;
    }
}
