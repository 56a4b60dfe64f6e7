package org.inpractice.cycles;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.EventJson;
import org.junit.jupiter.api.Test;

/** A fully planned cycle over REST: what is kept with study and decision, pauses, giving up, and who may lead it. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class CyclePracticeTest extends FullCycles {
    @Test
    void the_study_keeps_what_the_service_itself_knew_beside_what_the_team_says() {
        // given
        MeasurementService measurement = new MeasurementService(district);
        String cycle = planned();
        step(cycle, "start", District.STARTED);
        measurement.defines(District.MEASURE);
        measurement.observes("2025-09-03T08:00:00Z", District.MEASURE, SITE, "2025-08", 24);
        measurement.observes("2025-11-03T08:00:00Z", District.MEASURE, SITE, "2025-10", 20);
        long verdict = measurement.judges("2025-11-04T08:00:00Z", cycle, "worsened", District.MEASURE, 3);
        measurement.send();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> district.get("cycles/" + cycle + "/verdicts"));
        district.get("cycles/" + cycle + "/known-feedback")
                .body("verdict", equalTo("worsened"))
                .body("data[0].pointsSince", equalTo(1));
        // when
        step(cycle, "study", District.STUDY);
        step(cycle, "decision", District.ADOPT);
        // then
        district.get("cycles/" + cycle)
                .body("study.feedback.verdict", equalTo("improved"))
                .body("study.known.verdict", equalTo("worsened"))
                .body("study.known.sequence", equalTo((int) verdict))
                .body("study.known.data[0].pointsSince", equalTo(1))
                .body("study.known.data[0].change", equalTo(-4))
                .body("study.predicted[0].probability", equalTo(0.8f))
                .body("decision.known.verdict", equalTo("worsened"))
                .body("missing.code", contains("STANDARD_WORK_MISSING"));
        district.put("cycles/" + cycle + "/standard-work", "\"4\"", STANDARD)
                .then()
                .statusCode(200)
                .body("missing", nullValue());
        district.get("cycles/" + cycle)
                .body("decision.standardWork.owner", equalTo("Principal"))
                .body("decision.rationale", equalTo("It works"))
                .body("missing", nullValue());
    }

    @Test
    void a_study_without_any_feedback_says_that_none_was_known_and_nobody_can_send_it_instead() {
        String cycle = planned();
        step(cycle, "start", District.STARTED);
        refused(
                district.post(
                        "cycles/" + cycle + "/study",
                        District.STUDY.replace("\"learned\"", "\"known\":{\"verdict\":\"improved\"},\"learned\"")),
                400,
                "UNKNOWN_PROPERTY");
        step(cycle, "study", District.STUDY);
        district.get("cycles/" + cycle)
                .body("study.known.verdict", nullValue())
                .body("study.known.statement", containsString("No feedback"))
                .body("study.known.data[0].pointsSince", equalTo(0));
    }

    @Test
    void a_cycle_is_paused_resumed_ticked_off_and_given_up() {
        String cycle = planned();
        district.get("cycles/" + cycle).body("missing", nullValue()).body("tasks", hasSize(2));
        step(cycle, "start", District.STARTED);
        step(cycle, "tasks/2/completion", "{\"on\":\"2025-09-30\",\"remark\":\"In Spanish\"}");
        refused(
                district.post("cycles/" + cycle + "/tasks/2/completion", "{\"on\":\"2025-09-30\"}"),
                409,
                "TASK_ALREADY_DONE");
        refused(
                district.post("cycles/" + cycle + "/tasks/9/completion", "{\"on\":\"2025-09-30\"}"),
                404,
                "TASK_UNKNOWN");
        step(cycle, "notes", District.NOTE.replace("}", ",\"kind\":\"deviation\"}"));
        step(cycle, "pause", HALT);
        district.get("cycles?state=paused").body("items.cycleId", contains(cycle));
        refused(district.post("cycles/" + cycle + "/study", District.STUDY), 409, "CYCLE_IS_PAUSED");
        step(cycle, "resumption", "{\"on\":\"2025-10-13\"}");
        district.get("cycles/" + cycle)
                .body("state", equalTo("started"))
                .body("pauses[0].until", equalTo("2025-10-13"))
                .body("tasks[1].doneOn", equalTo("2025-09-30"))
                .body("tasks[0].doneOn", nullValue())
                .body("notes.kind", contains("deviation"));
        step(cycle, "cancellation", HALT.replace("2025-10-06", "2025-10-20"));
        refused(district.post("cycles/" + cycle + "/study", District.STUDY), 409, "CYCLE_CANCELLED");
        refused(district.post("cycles/" + cycle + "/cancellation", HALT), 409, "CYCLE_CANCELLED");
        district.get("cycles/" + cycle)
                .body("state", equalTo("cancelled"))
                .body("cancelled.reason", equalTo("Callers on leave"));
        refused(
                district.post("cycles", District.plan("\"previousCycleId\":\"" + cycle + "\",")),
                409,
                "PREVIOUS_CYCLE_NOT_DECIDED");
    }

    @Test
    void whatever_a_cycle_tells_is_what_the_schemas_promise() throws Exception {
        // given
        MeasurementService measurement = new MeasurementService(district);
        String cycle = planned();
        step(cycle, "start", District.STARTED);
        step(cycle, "notes", District.NOTE.replace("}", ",\"kind\":\"unexpected\"}"));
        step(cycle, "tasks/1/completion", "{\"on\":\"2025-09-30\"}");
        step(cycle, "pause", HALT);
        step(cycle, "resumption", "{\"on\":\"2025-10-13\"}");
        measurement.defines(District.MEASURE);
        measurement.observes("2025-09-03T08:00:00Z", District.MEASURE, SITE, "2025-08", 24);
        measurement.observes("2025-11-03T08:00:00Z", District.MEASURE, SITE, "2025-10", 20);
        measurement.judges("2025-11-04T08:00:00Z", cycle, "improved", District.MEASURE, -4);
        measurement.send();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> district.get("cycles/" + cycle + "/verdicts"));
        step(cycle, "study", District.STUDY);
        step(
                cycle,
                "decision",
                District.ADOPT.replace(
                        "}",
                        "," + STANDARD.substring(1, STANDARD.length() - 1)
                                + ",\"scaling\":[{\"siteId\":\"2\",\"by\":\"2199-01-01\",\"who\":\"Principal\"}]}"));
        district.put(
                        "cycles/" + cycle + "/standard-work",
                        "\"8\"",
                        STANDARD.replace("Call before ten", "Call before nine"))
                .then()
                .statusCode(200);
        step(planned(), "cancellation", HALT);
        // when
        JsonNode told = EventJson.mapper()
                .readTree(district.get("events?after=0").extract().asString())
                .get("events");
        // then
        EventContract contract = EventContract.ofThisRepository();
        Set<String> types = new TreeSet<>();
        for (JsonNode event : told) {
            String type = event.get("type").asText();
            types.add(type);
            String data = event.get("data").toString();
            assertEquals(List.of(), contract.violations(type, data), data);
        }
        assertTrue(types.containsAll(List.of(
                "improvement.cycle.task-done.v1",
                "improvement.cycle.paused.v1",
                "improvement.cycle.resumed.v1",
                "improvement.cycle.cancelled.v1",
                "improvement.cycle.standardised.v1")));
        district.get("cycles/" + cycle).body("decision.known.data[0].change", equalTo(-4));
    }

    @Test
    void a_ladder_cannot_loop() {
        String first = district.decided(District.ADAPT);
        String second = district.get("cycles/" + first).extract().path("decision.nextCycleId");
        String loop = District.plan("\"previousCycleId\":\"" + second + "\",");
        refused(district.put("cycles/" + second + "/plan", "\"1\"", loop), 400, "LADDER_IS_FIXED");
        refused(district.put("cycles/" + first + "/plan", "\"4\"", loop), 400, "LADDER_IS_FIXED");
    }

    @Test
    void of_two_people_who_move_a_cycle_from_the_same_version_one_is_told() throws Exception {
        String cycle = planned();
        step(cycle, "start", District.STARTED);
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> moves = Stream.of("cancellation", "pause")
                    .map(path -> (Callable<Integer>) () -> district.as("ana")
                            .contentType(ContentType.JSON)
                            .header("If-Match", "\"2\"")
                            .body(HALT)
                            .post(district.path("cycles/" + cycle + "/" + path))
                            .statusCode())
                    .toList();
            List<Integer> answers = people.invokeAll(moves).stream()
                    .map(future -> future.resultNow())
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 412), answers);
        }
        district.get("cycles/" + cycle).body("version", equalTo(3));
    }

    @Test
    void nobody_who_has_left_leads_a_cycle_or_keeps_a_standard() {
        String cycle = district.post("cycles", District.plan("").replace("Attendance team", "Ana Ruiz"))
                .then()
                .statusCode(201)
                .extract()
                .path("cycleId");
        String adopted = district.decided(District.ADOPT);
        district.post("teams/" + team + "/members/Ana Ruiz/departure", "{\"leftOn\":\"2025-09-01\"}")
                .then()
                .statusCode(200);
        refused(district.post("cycles/" + cycle + "/start", District.STARTED), 409, "OWNER_HAS_LEFT");
        refused(
                district.post("cycles", District.plan("").replace("Attendance team", "ana ruiz")),
                409,
                "OWNER_HAS_LEFT");
        refused(
                district.put(
                        "cycles/" + adopted + "/standard-work", "\"4\"", STANDARD.replace("Principal", "Ana Ruiz")),
                409,
                "OWNER_HAS_LEFT");
        String unknown = "\"teamId\":\"0198c310-0000-7000-8000-000000000000\",";
        refused(district.post("cycles", District.plan(unknown)), 400, "TEAM_UNKNOWN");
        String studied = district.studied();
        refused(
                district.post(
                        "cycles/" + studied + "/decision",
                        District.ADAPT.replace("early\"", "early\",\"owner\":\"Ana Ruiz\"")),
                409,
                "OWNER_HAS_LEFT");
        district.get("cycles/" + studied).body("state", equalTo("studied"));
    }
}
