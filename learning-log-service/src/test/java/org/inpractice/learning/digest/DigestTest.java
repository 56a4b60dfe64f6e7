package org.inpractice.learning.digest;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.history.ForeignService;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A month of a district, told. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class DigestTest {
    private static final String MARCH = "?from=2026-03-01&to=2026-03-31";
    private static final UUID CYCLE = UUID.fromString("0198c310-22f1-7b09-b6c5-2e47d1a9f406");
    private static final UUID MEASURE = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");

    private final ADistrict district = ADistrict.fresh();
    private final ForeignService measurement = ForeignService.measurement(district.id());
    private final ForeignService cycles = ForeignService.cycles(district.id());
    private final List<RecordedEvent> measures = new ArrayList<>();
    private final List<RecordedEvent> steps = new ArrayList<>();

    @Test
    void tells_what_began_was_studied_and_decided_with_the_names_that_came_before() {
        // given
        step("2026-02-20T18:00:00Z", "cycle.planned", "cycle", CYCLE, "{\"changeIdea\":\"Call home early\"}");
        step("2026-03-02T18:00:00Z", "aim.set", "aim", UUID.randomUUID(), """
                {"statement":"From 11 to 6 percent","by":"2026-06-12"}""");
        step("2026-03-03T18:00:00Z", "cycle.started", "cycle", CYCLE, """
                {"changeIdea":"Call home early","prediction":{"statement":"Two points less"}}""");
        step("2026-03-20T18:00:00Z", "cycle.studied", "cycle", CYCLE, """
                {"cycleId":"%s","learned":"Calls work","feedback":{"verdict":"no_signal_yet"}}""".formatted(CYCLE));
        step("2026-03-21T18:00:00Z", "cycle.decided", "cycle", CYCLE, """
                {"cycleId":"%s","decision":"adapt","rationale":"Let teachers call"}""".formatted(CYCLE));
        arrive();
        // then
        digest(MARCH)
                .body("events", equalTo(4))
                .body(
                        items("began") + ".what",
                        equalTo(List.of("Aim: From 11 to 6 percent", "Cycle started: Call home early")))
                .body(items("began") + "[1].facts", hasItem(Map.of("name", "Predicted", "text", "Two points less")))
                .body(
                        items("began") + "[1].eventId",
                        equalTo(steps.get(2).eventId().toString()))
                .body(items("studied") + ".what", equalTo(List.of("Call home early")))
                .body(
                        items("studied") + "[0].facts",
                        hasItem(Map.of("name", "Verdict at the time", "text", "no signal yet")))
                .body(items("decided") + ".what", equalTo(List.of("Adapted: Call home early")))
                .body(items("decided") + "[0].on", equalTo("2026-03-21"))
                .body(items("failures"), hasSize(0));
    }

    @Test
    void tells_what_moved_and_which_data_came_late() {
        // given
        step("2026-02-20T18:00:00Z", "cycle.planned", "cycle", CYCLE, "{\"changeIdea\":\"Call home early\"}");
        measured("2026-02-01T18:00:00Z", "measure.defined", "measure", MEASURE, "{\"name\":\"Chronic absence\"}");
        measured("2026-03-05T18:00:00Z", "feedback.changed", "feedback", CYCLE, """
                {"cycleId":"%s","verdictBefore":"no_signal_yet","verdict":"improved","why":"A shift"}""".formatted(CYCLE));
        measured("2026-03-05T18:00:00Z", "signal.detected", "feedback", CYCLE, """
                {"cycleId":"%s","measureId":"%s","better":true,"meaning":"6 points below"}""".formatted(CYCLE, MEASURE));
        UUID caughtUp = UUID.randomUUID();
        late("2026-03-11T12:00:00Z", caughtUp, "A");
        late("2026-03-11T12:00:00Z", UUID.randomUUID(), "B");
        late("2026-02-11T12:00:00Z", UUID.randomUUID(), "C");
        measured("2026-03-14T12:00:00Z", "feed.caught-up", "delivery", caughtUp, "{}");
        measured("2026-03-15T12:00:00Z", "observation.recorded", "observation", UUID.randomUUID(), "{}");
        arrive();
        // then
        digest(MARCH)
                .body(
                        items("moved") + ".what",
                        equalTo(List.of(
                                "The verdict on \u201cCall home early\u201d: no signal yet \u2192 improved",
                                "Chronic absence (for the better): 6 points below")))
                .body(items("data_late") + ".what", equalTo(List.of("Chronic absence, 2026-02")))
                .body(items("data_late") + "[0].facts", hasItem(Map.of("name", "Late", "text", "2 places")))
                .body(
                        items("data_late") + "[0].facts",
                        hasItem(Map.of("name", "Still missing at the end", "text", "1 place: B")))
                .body("counted.'improvement.observation.recorded.v1'", equalTo(1));
    }

    @Test
    void tells_failures_reviews_and_actions_in_clear_and_which_actions_are_overdue_at_the_end() {
        // given
        String failure =
                district.post("failures", """
                        {"kind": "near_failure", "whatHappened": "The <b>bus</b> list was old", "happenedAt":
                         "2026-03-03T18:00:00Z", "impact": "none", "occurredAt": "2026-03-03T19:00:00Z"}
                        """).then().statusCode(201).extract().path("failureId");
        List<String> actions = district.post("failures/" + failure + "/review", """
                        {"contributingFactors": ["haste"], "lessons": ["Date the lists"], "reviewedOn": "2026-03-05",
                         "occurredAt": "2026-03-05T19:00:00Z",
                         "actions": [{"what": "print daily", "owner": "clerk", "due": "2026-03-10"},
                                     {"what": "ask the company", "owner": "clerk", "due": "2026-03-12"},
                                     {"what": "look again", "owner": "clerk", "due": "2026-04-12"}]}
                        """)
                .then()
                .statusCode(200)
                .extract()
                .path("actions.actionId");
        district.post(
                        "failures/" + failure + "/actions/" + actions.getFirst() + "/completion",
                        "{\"completedOn\": \"2026-03-09\", \"occurredAt\": \"2026-03-09T19:00:00Z\"}")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> digest(MARCH).body("events", equalTo(3)));
        // then
        digest(MARCH)
                .body(items("failures") + ".what", equalTo(List.of("Near-failure: The <b>bus</b> list was old")))
                .body(items("reviews") + ".what", equalTo(List.of("The <b>bus</b> list was old")))
                .body(items("reviews") + "[0].facts", hasItem(Map.of("name", "Lessons", "text", "Date the lists")))
                .body(items("actions_done") + ".what", equalTo(List.of("print daily")))
                .body(items("actions_overdue") + ".what", equalTo(List.of("ask the company")))
                .body(items("actions_overdue") + "[0].on", equalTo("2026-03-12"));
        digest("?from=2026-03-01&to=2026-03-08")
                .body(items("actions_overdue"), hasSize(0))
                .body(items("actions_done"), hasSize(0));
        page("text/html", MARCH)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("Near-failure: The &lt;b&gt;bus&lt;/b&gt; list was old"))
                .body(not(containsString("<b>bus")));
        page("text/markdown", MARCH)
                .then()
                .statusCode(200)
                .contentType("text/markdown;charset=UTF-8")
                .body(containsString("Near-failure: The \\<b\\>bus\\</b\\> list was old"));
    }

    @Test
    void days_are_those_of_the_zone() {
        // given half past eleven at night of February 28 in California
        step("2026-03-01T07:30:00Z", "aim.set", "aim", UUID.randomUUID(), "{\"statement\":\"Less\"}");
        arrive();
        // then
        digest(MARCH).body("events", equalTo(0)).body("zone", equalTo("America/Los_Angeles"));
        digest("?from=2026-02-28&to=2026-02-28").body(items("began") + "[0].on", equalTo("2026-02-28"));
        digest(MARCH + "&zone=America/New_York").body(items("began") + "[0].on", equalTo("2026-03-01"));
    }

    @Test
    void as_of_an_instant_what_was_recorded_later_is_not_told() {
        // given recorded one minute after the start of the series
        step("2026-03-02T18:00:00Z", "aim.set", "aim", UUID.randomUUID(), "{\"statement\":\"Less\"}");
        arrive();
        // then
        Instant recorded = steps.getFirst().recordedAt();
        digest(MARCH + "&asOf=" + recorded).body("events", equalTo(1));
        digest(MARCH + "&asOf=" + recorded.minusSeconds(1))
                .body("events", equalTo(0))
                .body(items("began"), hasSize(0));
    }

    @Test
    void another_district_reads_nothing_of_it() {
        ADistrict.fresh()
                .ana()
                .get(district.path("history/digest" + MARCH))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-03-32&to=2026-03-31",
                "from=2026-04-01&to=2026-03-31",
                "to=2026-03-31&zone=UTC&from",
                "zone=Mars/Olympus&from=2026-03-01&to=2026-03-31",
                "to=2027-12-31&from=2026-03-01",
                "asOf=x&from=2026-03-01&to=2026-03-31"
            })
    void refuses_rubbish_with_a_problem_that_names_it(String query) {
        Response answer = district.get("history/digest?" + query);
        assertEquals(400, answer.statusCode());
        String field = answer.path("field");
        assertEquals(query.startsWith("to=2026") ? "from" : query.substring(0, query.indexOf('=')), field);
    }

    private static String items(String section) {
        return "sections.find { it.key == '" + section + "' }.items";
    }

    private void late(String when, UUID delivery, String site) {
        measured(when, "feed.late", "delivery", delivery, """
                {"measureId":"%s","siteId":"%s","period":"%s","dueOn":"2026-03-10"}""".formatted(
                        MEASURE, site, when.startsWith("2026-03") ? "2026-02" : "2026-01"));
    }

    private void step(String when, String type, String aggregate, UUID id, String data) {
        steps.add(at(when, cycles.event(steps.size() + 1L, "improvement." + type, aggregate, id, data)));
    }

    private void measured(String when, String type, String aggregate, UUID id, String data) {
        measures.add(at(when, measurement.event(measures.size() + 1L, "improvement." + type, aggregate, id, data)));
    }

    private static RecordedEvent at(String when, RecordedEvent event) {
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
                Instant.parse(when),
                event.recordedAt(),
                event.actor(),
                event.causationId(),
                event.traceparent(),
                event.data());
    }

    private void arrive() {
        cycles.send(steps);
        measurement.send(measures);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        steps.size() + measures.size(),
                        district.get("history?limit=1").<Map<String, Integer>>path("complete").values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()));
    }

    private ValidatableResponse digest(String query) {
        return district.get("history/digest" + query).then().statusCode(200);
    }

    private Response page(String type, String query) {
        return district.ana().accept(type).get(district.path("history/digest" + query));
    }
}
