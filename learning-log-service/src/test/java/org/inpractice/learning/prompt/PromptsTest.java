package org.inpractice.learning.prompt;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;

/** What the other services tell opens prompts. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class PromptsTest extends PromptCalls {
    @Test
    void a_signal_in_the_wrong_direction_and_the_verdict_it_led_to_open_one_prompt_with_both_as_evidence() {
        // given
        UUID observation = UUID.randomUUID();
        practice.signal(practice.balancing(), "balancing", true, null);
        RecordedEvent signal = practice.signal(practice.outcome(), "outcome", false, observation);
        RecordedEvent verdict = practice.verdict("worsened", 2.5, observation);
        // when
        practice.told().send();
        // then
        awaitPrompts(1)
                .body("items[0].cause", equalTo("wrong_way_signal"))
                .body("items[0].kind", equalTo("failure"))
                .body("items[0].state", equalTo("open"))
                .body("items[0].causeHolds", equalTo(true))
                .body("items[0].cycleId", equalTo(practice.cycle().toString()))
                .body("items[0].siteId", equalTo(APractice.SITE))
                .body(
                        "items[0].evidence.eventId",
                        equalTo(List.of(
                                signal.eventId().toString(), verdict.eventId().toString())))
                .body("items[0].evidence[0].source", equalTo("measurement-service"))
                .body("items[0].evidence[0].sequence", equalTo((int) signal.districtSeq()))
                .body("items[0].evidence[0].type", equalTo("improvement.signal.detected.v1"));
    }

    @Test
    void every_kind_of_cause_opens_one_prompt_and_sent_again_or_rebuilt_none() {
        // given
        practice.verdict("improved_at_expense", -1, null);
        practice.told().cycles("cycle.studied", """
                {"cycleId": "%s", "comparedWithPrediction": "short", "whatHappened": "little", "learned": "much",
                 "studiedOn": "2025-12-01"}
                """.formatted(practice.cycle()));
        practice.decided("abandon");
        UUID feed = UUID.randomUUID();
        practice.late(feed, "1", "2025-09");
        practice.late(feed, "2", "2025-09");
        // when
        practice.told().send();
        // then
        List<String> causes = List.of("improved_at_expense", "prediction_missed", "cycle_abandoned", "feed_silent");
        awaitPrompts(4).body("items.cause", containsInAnyOrder(causes.toArray()));
        district.get("prompts?cause=prediction_missed")
                .then()
                .body("items[0].what", containsString("25 % of the way"))
                .body("items[0].measureId", equalTo(practice.outcome().toString()));
        String before = district.get("prompts").asString();
        // when
        practice.told().sendAllAgain();
        rebuild("followed");
        rebuild("prompts");
        practice.late(UUID.randomUUID(), "3", "2025-10");
        practice.told().send();
        // then
        awaitPrompts(5);
        assertEquals(before, district.get("prompts?to=" + lastOpened()).asString());
    }

    @Test
    void a_feed_is_silent_once_whatever_it_holds_back_and_the_prompt_says_when_all_has_arrived() {
        // given
        UUID feed = UUID.randomUUID();
        practice.late(feed, "1", "2025-09");
        practice.late(feed, "2", "2025-09");
        practice.late(feed, "1", "2025-10");
        practice.caughtUp(feed, "1", "2025-09");
        practice.caughtUp(feed, "2", "2025-09");
        practice.told().send();
        awaitPrompts(1).body("items[0].causeHolds", equalTo(true)).body("items[0].evidence", hasSize(1));
        // when
        practice.caughtUp(feed, "1", "2025-10");
        practice.told().send();
        // then
        await().atMost(SOON)
                .untilAsserted(() -> district.get("prompts?causeHolds=false")
                        .then()
                        .body("items", hasSize(1))
                        .body("items[0].state", equalTo("open"))
                        .body("items[0].causeEnded.why", containsString("has arrived"))
                        .body("items[0].feedId", equalTo(feed.toString())));
        // when
        practice.late(feed, "1", "2025-11");
        practice.told().send();
        // then
        awaitPrompts(2);
    }

    @Test
    void a_verdict_corrected_away_leaves_its_prompt_with_a_cause_that_does_not_hold() {
        // given
        practice.verdict("worsened", 2, null);
        practice.told().send();
        awaitPrompts(1).body("items[0].cause", equalTo("worsened"));
        String before = lastOpened();
        // when
        RecordedEvent better = practice.verdict("no_signal_yet", 0.1, null);
        practice.told().send();
        // then
        await().atMost(SOON)
                .untilAsserted(() -> district.get("prompts?cause=worsened")
                        .then()
                        .body("items[0].causeHolds", equalTo(false))
                        .body("items[0].state", equalTo("open"))
                        .body(
                                "items[0].evidence[1].eventId",
                                equalTo(better.eventId().toString())));
        district.get("prompts?asOf=" + before)
                .then()
                .body("items", hasSize(1))
                .body("items[0].causeHolds", equalTo(true))
                .body("items[0].causeEnded", nullValue())
                .body("items[0].evidence", hasSize(1));
        district.get("prompts?asOf=2020-01-01T00:00:00Z").then().body("items", hasSize(0));
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() {
        // given
        for (int i = 0; i < 5; i++) {
            practice.late(UUID.randomUUID(), "1", "2025-09");
        }
        practice.told().send();
        awaitPrompts(5);
        List<String> all = district.get("prompts").path("items.promptId");
        // when
        String next = district.get("prompts?limit=2").path("next");
        var second = district.get("prompts?limit=2&cursor=" + next);
        var third = district.get("prompts?limit=2&cursor=" + second.path("next"));
        // then
        assertEquals(all.subList(2, 4), second.path("items.promptId"));
        assertEquals(all.subList(4, 5), third.path("items.promptId"));
        third.then().body("next", nullValue());
    }

    @Test
    void what_is_sent_is_as_promised() {
        // given
        practice.verdict("worsened", 2, null);
        practice.told().send();
        awaitPrompts(1);
        practice.verdict("improved", -5, null);
        practice.told().send();
        await().atMost(SOON)
                .untilAsserted(
                        () -> district.get("prompts?causeHolds=false").then().body("items", hasSize(1)));
        dismiss(promptOf("worsened"), "It was a slip.").statusCode(200);
        // then
        EventContract contract = EventContract.ofThisRepository();
        var published = PublishedRecords.of(Topics.LEARNING, district.id(), 3);
        published.forEach(event -> assertEquals(
                List.of(),
                contract.violations(
                        PublishedRecords.header(event, "ce_type"), new String(event.value(), StandardCharsets.UTF_8))));
        assertEquals("learning-log-service", PublishedRecords.header(published.getFirst(), "ce_actor"));
        assertTrue(published.stream()
                .anyMatch(event ->
                        PublishedRecords.header(event, "ce_type").equals("improvement.prompt.cause-ended.v1")));
    }

    private String lastOpened() {
        return district.get("prompts").path("items[0].openedAt");
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
