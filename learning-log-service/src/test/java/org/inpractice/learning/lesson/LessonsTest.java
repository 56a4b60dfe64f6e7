package org.inpractice.learning.lesson;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.OtherServices;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.junit.jupiter.api.Test;

/** Lessons: offered to similar cycles with the reasons, shared by an explicit act, counted over time. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class LessonsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String REDACTED = "Make the list by machine: <i> an old list worries families.";

    private final ADistrict district = ADistrict.fresh();
    private final ADistrict neighbour = ADistrict.fresh();
    private final OtherServices told = new OtherServices(district.id());

    @Test
    void lessons_of_similar_cycles_are_offered_with_the_reasons_and_others_are_not() {
        // given
        UUID idea = UUID.randomUUID();
        UUID measure = UUID.randomUUID();
        UUID before = planned(idea, measure, "Call families on the second day of absence", "7");
        UUID other = planned(UUID.randomUUID(), UUID.randomUUID(), "Serve lunch in the library", "8");
        UUID now = planned(idea, measure, "Call families on the first day of absence", "9");
        told.cycles("cycle.studied", """
                {"cycleId": "%s", "comparedWithPrediction": "Less", "whatHappened": "Calls", "studiedOn": "2025-11-17",
                 "learned": "The call works when the caller knows the family"}
                """.formatted(before));
        told.cycles("cycle.studied", """
                {"cycleId": "%s", "comparedWithPrediction": "Less", "whatHappened": "Lunch", "studiedOn": "2025-11-17",
                 "learned": "Soup is loud"}
                """.formatted(other));
        told.send();
        lesson(before, "Print the list before eight");
        lesson(null, "An absence that nobody calls about grows");
        lesson(null, "Order soup early");
        // then
        await().atMost(SOON).untilAsserted(() -> like(now).body("items", hasSize(3)));
        like(now)
                .body("items.text", not(hasItem("Soup is loud")))
                .body("items.text", not(hasItem("Order soup early")))
                .body("items[0].text", equalTo("The call works when the caller knows the family"))
                .body("items[0].because.what", equalTo(List.of("same_change_idea", "same_measure", "words_in_common")))
                .body("items[0].because[2].words", equalTo(List.of("call", "famili")))
                .body("items[0].score", greaterThan(6.0f))
                .body("items[2].because.what", equalTo(List.of("words_in_common")));
        String next = district.get("lessons?like=cycle:" + now + "&limit=2").path("next");
        district.get("lessons?like=cycle:" + now + "&limit=2&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        district.get("lessons").then().body("items", hasSize(5)).body("items[0].on", equalTo("2025-11-17"));
        district.get("lessons?to=2025-11-10").then().body("items", hasSize(3));
        district.get("lessons?like=cycle:" + UUID.randomUUID()).then().statusCode(404);
        district.get("lessons?like=aim:1").then().statusCode(400).body("field", equalTo("like"));
        district.get("lessons?like=cycle:1").then().statusCode(400).body("field", equalTo("like"));
        district.get("lessons?cursor=WyIxIiwiMiJd").then().statusCode(400);
        neighbour.get("lessons?like=cycle:" + now).then().statusCode(404);
    }

    @Test
    void sharing_is_an_explicit_act_and_others_read_the_redacted_version_without_the_district() {
        // given
        lesson(null, "Ask Ms. Rivera at Alder early");
        String lesson = district.get("lessons").path("items[0].lessonId");
        share(lesson, "{\"text\": \"%s\"}".formatted(REDACTED))
                .statusCode(400)
                .body("code", equalTo("SHARED_WITHOUT_APPROVAL"))
                .body("field", equalTo("namesNobody"));
        share(lesson, "{\"text\": \" \", \"namesNobody\": true}").statusCode(400);
        share(lesson, "{\"text\": \"a\\u0000\", \"namesNobody\": true}").statusCode(400);
        share(UUID.randomUUID().toString(), "{\"text\": \"a\", \"namesNobody\": true}")
                .statusCode(404);
        district.post("lessons/" + lesson + "/sharing-withdrawal", "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("LESSON_NOT_SHARED"));
        neighbour
                .post("lessons/" + lesson + "/sharing", "{\"text\": \"a\", \"namesNobody\": true}")
                .then()
                .statusCode(404);
        // when
        share(lesson, "{\"text\": \"%s\", \"namesNobody\": true}".formatted(REDACTED))
                .statusCode(200)
                .header("ETag", "\"1\"");
        // then
        String mine = "items.find { it.lessonId == '" + lesson + "' }";
        neighbour
                .get("shared-lessons?limit=500")
                .then()
                .body(mine + ".text", equalTo(REDACTED))
                .body(mine + ".from", nullValue())
                .body(mine + ".own", equalTo(false));
        assertEquals(-1, neighbour.get("shared-lessons?limit=500").asString().indexOf(district.id()));
        assertEquals(-1, neighbour.get("shared-lessons?limit=500").asString().indexOf("Rivera"));
        district.get("shared-lessons?q=worried family machine").then().body(mine + ".own", equalTo(true));
        district.get("lessons").then().body("items[0].shared", equalTo(true));
        // when
        share(lesson, "{\"text\": \"Ask early.\", \"namesNobody\": true, \"from\": \"Alder Unified\"}")
                .statusCode(200)
                .header("ETag", "\"2\"");
        // then
        neighbour
                .get("shared-lessons?limit=500")
                .then()
                .body(mine + ".text", equalTo("Ask early."))
                .body(mine + ".from", equalTo("Alder Unified"));
        // when
        district.post("lessons/" + lesson + "/sharing-withdrawal", "{}").then().statusCode(200);
        // then
        neighbour.get("shared-lessons?limit=500").then().body(mine, nullValue());
        district.get("lessons")
                .then()
                .body("items[0].shared", equalTo(false))
                .body("items[0].text", containsString("Rivera"));
        rebuild("shared-lessons");
        neighbour.get("shared-lessons?limit=500").then().body(mine, nullValue());
        EventContract contract = EventContract.ofThisRepository();
        for (var event : PublishedRecords.of(Topics.LEARNING, district.id(), 5)) {
            assertEquals(
                    List.of(),
                    contract.violations(
                            PublishedRecords.header(event, "ce_type"),
                            new String(event.value(), StandardCharsets.UTF_8)));
        }
    }

    @Test
    void what_recurs_and_how_long_it_took_is_counted_as_it_was_known() {
        // given
        String first = lesson(null, "Ask early");
        String known = district.get("failures/" + first).path("reportedAt");
        lesson(null, "Ask twice");
        // then
        district.get("trends/factors?by=school_year")
                .then()
                .body("reviewed", equalTo(2))
                .body("recurring", hasSize(1))
                .body("recurring[0].words", equalTo("By hand"))
                .body("recurring[0].failures", equalTo(2))
                .body("periods[0].period", equalTo("2025-26"));
        district.get("trends/factors?asOf=" + known).then().body("reviewed", equalTo(0));
        district.get("trends/near-failures?by=quarter")
                .then()
                .body("all.failures", equalTo(2))
                .body("all.nearFailures", equalTo(0))
                .body("all.caution", containsString("Fewer than 10"))
                .body("periods[0].period", equalTo("2025-Q4"));
        district.get("trends/days")
                .then()
                .body("all.eventToReview.days", equalTo(2.0f))
                .body("all.eventToReview.of", equalTo(2))
                .body("how", containsString("Calendar days"));
        // when
        district.post("failures/" + first + "/redaction", "{\"reason\": \"confidential\"}")
                .then()
                .statusCode(200);
        // then
        district.get("trends/factors").then().body("reviewed", equalTo(2)).body("recurring", hasSize(0));
        String live = district.get("trends/factors").asString();
        rebuild("trends");
        assertEquals(live, district.get("trends/factors").asString());
        district.get("trends/days?by=day").then().statusCode(400).body("field", equalTo("by"));
        district.get("trends/days?from=2026-01-01&to=2025-01-01")
                .then()
                .statusCode(400)
                .body("field", equalTo("to"));
        district.get("trends/factors?kind=poem").then().statusCode(400).body("field", equalTo("kind"));
    }

    private UUID planned(UUID idea, UUID measure, String text, String site) {
        UUID cycle = UUID.randomUUID();
        told.cycles("cycle.planned", """
                {"cycleId": "%s", "changeIdeaId": "%s", "changeIdea": "%s", "rung": 1, "studentGroup": "all",
                 "owner": "team", "siteId": "%s", "measures": [{"measureId": "%s", "role": "outcome"}]}
                """.formatted(cycle, idea, text, site, measure));
        return cycle;
    }

    private String lesson(UUID cycle, String text) {
        String failure = district.post(
                        "failures", """
                        {"kind": "failure", "whatHappened": "Something.", "happenedAt": "2025-11-03T18:00:00Z",
                         "impact": "None"%s}
                        """.formatted(cycle == null ? "" : ", \"cycleId\": \"" + cycle + "\""))
                .then()
                .statusCode(201)
                .extract()
                .path("failureId");
        district.post("failures/" + failure + "/review", """
                        {"contributingFactors": ["By hand"], "lessons": ["%s"], "reviewedOn": "2025-11-05", "actions": []}
                        """.formatted(text))
                .then()
                .statusCode(200);
        return failure;
    }

    private ValidatableResponse like(UUID cycle) {
        return district.get("lessons?like=cycle:" + cycle).then();
    }

    private ValidatableResponse share(String lesson, String body) {
        return district.post("lessons/" + lesson + "/sharing", body).then();
    }

    private void rebuild(String readModel) {
        district.ana()
                .post("/v1/admin/read-models/" + readModel + "/rebuild")
                .then()
                .statusCode(202);
        await().atMost(SOON)
                .untilAsserted(() -> district.ana()
                        .get("/v1/admin/read-models")
                        .then()
                        .body("rebuilds.find { it.readModel == '" + readModel + "' }.state", equalTo("done")));
    }
}
