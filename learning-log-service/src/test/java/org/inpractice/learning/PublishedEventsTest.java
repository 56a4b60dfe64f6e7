package org.inpractice.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.inpractice.learning.action.ActionEvent;
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

        redact(failure, "{\"reason\": \"on_request\", \"fields\": [\"impact\"]}");
        redact(failure, "{\"reason\": \"names_a_person\"}");

        // when
        var published = PublishedRecords.of(Topics.LEARNING, district.id(), 8);

        // then
        Set<String> types = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> event : published) {
            String type = PublishedRecords.header(event, "ce_type");
            types.add(type);
            assertEquals(
                    new ArrayList<>(), contract.violations(type, new String(event.value(), StandardCharsets.UTF_8)));
        }
        assertEquals(new TreeSet<>(new EventCodec<>(FailureEvent.class).wireTypes()), types);
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
