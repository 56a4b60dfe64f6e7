package org.inpractice.learning.failure;

import static org.inpractice.learning.failure.FailureExamples.ACTION;
import static org.inpractice.learning.failure.FailureExamples.AGREED;
import static org.inpractice.learning.failure.FailureExamples.FAILURE;
import static org.inpractice.learning.failure.FailureExamples.HAPPENED;
import static org.inpractice.learning.failure.FailureExamples.KEY;
import static org.inpractice.learning.failure.FailureExamples.NOW;
import static org.inpractice.learning.failure.FailureExamples.REVIEWED_ON;
import static org.inpractice.learning.failure.FailureExamples.TAXONOMY;
import static org.inpractice.learning.failure.FailureExamples.action;
import static org.inpractice.learning.failure.FailureExamples.draft;
import static org.inpractice.learning.failure.FailureExamples.drafted;
import static org.inpractice.learning.failure.FailureExamples.entry;
import static org.inpractice.learning.failure.FailureExamples.factorsByCode;
import static org.inpractice.learning.failure.FailureExamples.refused;
import static org.inpractice.learning.failure.FailureExamples.reported;
import static org.inpractice.learning.failure.FailureExamples.review;
import static org.inpractice.learning.failure.FailureExamples.reviewed;
import static org.inpractice.learning.failure.FailureExamples.sealed;
import static org.inpractice.learning.failure.FailureExamples.sections;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.inpractice.learning.failure.FailureCommand.AddToTimeline;
import org.inpractice.learning.failure.FailureCommand.ReviewFailure;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureEvent.FailureReviewed;
import org.inpractice.learning.failure.FailureEvent.TimelineAdded;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.DeciderSpecification;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.RecordedEvent;
import org.inpractice.stream.Refusal;
import org.junit.jupiter.api.Test;

/** How a review is written, and what a completed one has. */
class ReviewDeciderTest {
    private final DeciderSpecification<FailureCommand, Failure, FailureEvent> failures = FailureExamples.failures();

    @Test
    void reviews_a_failure_at_once_and_agrees_on_actions() {
        failures.given(reported())
                .when(review(REVIEWED_ON, List.of("by hand"), AGREED))
                .then(reviewed());
    }

    @Test
    void a_review_needs_no_action() {
        failures.given(reported())
                .when(review(REVIEWED_ON, List.of("by hand")))
                .then(reviewed(REVIEWED_ON, sections(List.of("by hand"), List.of("ask"), List.of())));
    }

    @Test
    void writes_a_review_in_steps_of_which_the_last_word_of_each_section_counts() {
        failures.given(reported()).when(draft(factorsByCode("workload"))).then(drafted(factorsByCode("workload")));
        failures.given(
                        reported(),
                        drafted(factorsByCode("workload")),
                        drafted(sections(null, List.of("first thought"), null)),
                        drafted(sections(null, List.of("ask"), List.of(AGREED))))
                .when(review(REVIEWED_ON, factorsByCode("communication")))
                .then(reviewed(
                        REVIEWED_ON,
                        factorsByCode("communication").then(sections(null, List.of("ask"), List.of(AGREED)))));
    }

    @Test
    void a_section_can_be_emptied_again() {
        refused(
                failures.given(reported(), drafted(sections(List.of("by hand"), null, null)))
                        .when(review(REVIEWED_ON, sections(List.of(), null, null))),
                FailureRule.REVIEW_WITHOUT_CONTRIBUTING_FACTOR,
                "contributingFactors");
    }

    @Test
    void a_step_may_leave_owner_and_day_of_an_action_open_but_a_completed_review_may_not() {
        AgreedAction idea = new AgreedAction(ACTION, sealed("call"), null, null, null);
        failures.given(reported())
                .when(draft(sections(List.of("by hand"), null, List.of(idea))))
                .then(drafted(sections(List.of("by hand"), null, List.of(idea))));
        refused(
                failures.given(reported(), drafted(sections(List.of("by hand"), null, List.of(idea))))
                        .when(review(REVIEWED_ON, ReviewContent.NOTHING)),
                FailureRule.ACTION_WITHOUT_OWNER,
                "actions[0].owner");
    }

    @Test
    void refuses_a_step_that_says_nothing() {
        refused(failures.given(reported()).when(draft(ReviewContent.NOTHING)), FailureRule.STEP_WITHOUT_SECTION, null);
    }

    @Test
    void refuses_to_review_what_nobody_reported() {
        refused(failures.given().when(review(REVIEWED_ON, List.of("by hand"))), FailureRule.FAILURE_NOT_REPORTED, null);
        refused(failures.given().when(draft(factorsByCode("workload"))), FailureRule.FAILURE_NOT_REPORTED, null);
    }

    @Test
    void refuses_a_review_without_a_contributing_factor_of_either_kind() {
        Refusal refusal = refused(
                failures.given(reported()).when(review(REVIEWED_ON, List.of(), AGREED)),
                FailureRule.REVIEW_WITHOUT_CONTRIBUTING_FACTOR,
                "contributingFactors");
        assertTrue(refusal.getMessage().contains("contributing factor"), refusal.getMessage());
        failures.given(reported())
                .when(review(REVIEWED_ON, factorsByCode("workload")))
                .then(reviewed(REVIEWED_ON, factorsByCode("workload")));
    }

    @Test
    void refuses_a_factor_that_is_not_in_the_taxonomy() {
        refused(
                failures.given(reported()).when(review(REVIEWED_ON, factorsByCode("workload", "weather"))),
                FailureRule.FACTOR_UNKNOWN,
                "factors[1]");
        refused(
                failures.given(reported()).when(draft(factorsByCode("weather"))),
                FailureRule.FACTOR_UNKNOWN,
                "factors[0]");
    }

    @Test
    void a_factor_that_was_retired_since_it_was_drafted_stays() {
        failures.given(reported(), drafted(factorsByCode("retired-since")))
                .when(review(REVIEWED_ON, ReviewContent.NOTHING))
                .then(reviewed(REVIEWED_ON, factorsByCode("retired-since")));
    }

    @Test
    void refuses_an_action_without_owner_or_due_date() {
        refused(
                reviewWith(AGREED, new AgreedAction(ACTION, sealed("call"), null, AGREED.due(), null)),
                FailureRule.ACTION_WITHOUT_OWNER,
                "actions[1].owner");
        refused(
                reviewWith(new AgreedAction(ACTION, sealed("call"), sealed("clerk"), null, null)),
                FailureRule.ACTION_WITHOUT_DUE_DATE,
                "actions[0].due");
    }

    @Test
    void refuses_an_action_that_was_late_when_it_was_agreed_or_is_due_after_our_time() {
        refused(reviewWith(action(REVIEWED_ON.minusDays(1))), FailureRule.ACTION_DUE_BEFORE_REVIEW, "actions[0].due");
        refused(reviewWith(action(LocalDate.of(2200, 1, 1))), FailureRule.ACTION_DUE_TOO_FAR_AHEAD, "actions[0].due");
    }

    @Test
    void refuses_a_review_before_the_failure_happened_anywhere() {
        LocalDate sameDay = LocalDate.of(2025, 11, 3);
        failures.given(reported())
                .when(review(sameDay, List.of("by hand"), AGREED))
                .then(reviewed(sameDay));
        refused(
                failures.given(reported()).when(review(sameDay.minusDays(1), List.of("by hand"), AGREED)),
                FailureRule.REVIEWED_BEFORE_IT_HAPPENED,
                "reviewedOn");
    }

    @Test
    void refuses_a_review_that_has_not_taken_place() {
        refused(
                failures.given(reported()).when(review(LocalDate.of(2025, 11, 22), List.of("by hand"))),
                FailureRule.REVIEWED_IN_THE_FUTURE,
                "reviewedOn");
    }

    @Test
    void refuses_a_second_review_and_further_steps() {
        refused(
                failures.given(reported(), reviewed()).when(review(REVIEWED_ON, List.of("by hand"), AGREED)),
                FailureRule.FAILURE_ALREADY_REVIEWED,
                null);
        refused(
                failures.given(reported(), reviewed()).when(draft(factorsByCode("workload"))),
                FailureRule.FAILURE_ALREADY_REVIEWED,
                null);
    }

    @Test
    void refuses_a_review_that_nobody_can_read_whether_at_once_or_in_steps() {
        ReviewContent half = new ReviewContent(
                null, null, null, List.of(long60k()), null, null, null, null, null, null, null, null, null);
        ReviewContent otherHalf = new ReviewContent(
                null, null, null, null, List.of(long60k()), null, null, null, null, null, null, null, null);
        failures.given(reported()).when(draft(half)).then(drafted(half));
        refused(failures.given(reported(), drafted(half)).when(draft(otherHalf)), FailureRule.REVIEW_TOO_LONG, null);
        refused(
                failures.given(reported()).when(review(REVIEWED_ON, half.then(otherHalf))),
                FailureRule.REVIEW_TOO_LONG,
                null);
    }

    @Test
    void adds_to_the_timeline_and_keeps_it_in_the_review() {
        TimelineEntry export = entry(HAPPENED.minusSeconds(3_000));
        failures.given(reported())
                .when(new AddToTimeline(FAILURE, export, NOW))
                .then(new TimelineAdded(FAILURE, List.of(export)));
        TimelineEntry call = entry(HAPPENED.plusSeconds(3_000));
        failures.given(reported(), new TimelineAdded(FAILURE, List.of(export)))
                .when(new ReviewFailure(FAILURE, factorsByCode("workload"), List.of(call), TAXONOMY, REVIEWED_ON, NOW))
                .then(new FailureReviewed(
                        FAILURE, factorsByCode("workload").completed(), List.of(export, call), REVIEWED_ON));
    }

    @Test
    void refuses_plans_and_legends_in_a_timeline_and_one_without_end() {
        refused(
                failures.given(reported()).when(new AddToTimeline(FAILURE, entry(NOW.plusSeconds(301)), NOW)),
                FailureRule.TIMELINE_IN_THE_FUTURE,
                "at");
        refused(
                failures.given(reported())
                        .when(new AddToTimeline(FAILURE, entry(Instant.parse("1899-01-01T00:00:00Z")), NOW)),
                FailureRule.HAPPENED_TOO_LONG_AGO,
                "at");
        List<TimelineEntry> full = Collections.nCopies(ReviewRules.LONGEST_TIMELINE, entry(HAPPENED));
        refused(
                failures.given(reported(), new TimelineAdded(FAILURE, full))
                        .when(new AddToTimeline(FAILURE, entry(HAPPENED), NOW)),
                FailureRule.TIMELINE_TOO_LONG,
                "timeline");
    }

    @Test
    void a_review_is_one_flat_object_in_its_event_and_is_read_again_as_it_was() {
        EventCodec<FailureEvent> codec = new EventCodec<>(FailureEvent.class);
        for (FailureEvent event : List.of(reviewed(), drafted(factorsByCode("workload")))) {
            String json = codec.write(event);
            assertTrue(!json.contains("content") && !json.contains("null"), json);
            assertEquals(
                    event, codec.read(stored(codec.typeOf(event).name(), json)).orElseThrow());
        }
    }

    @Test
    void the_checklist_says_each_of_its_items_in_a_sentence() {
        for (ChecklistItem item : ChecklistItem.values()) {
            assertTrue(item.text().matches("[A-Z].{20,150}\\."), item.text());
        }
    }

    private DeciderSpecification.Decision<FailureEvent> reviewWith(AgreedAction... actions) {
        return failures.given(reported()).when(review(REVIEWED_ON, List.of("by hand"), actions));
    }

    private static SealedText long60k() {
        byte[] sealed = "x".repeat(60_028).getBytes(StandardCharsets.UTF_8);
        return new SealedText(
                SealedText.PREFIX + KEY + "." + Base64.getUrlEncoder().encodeToString(sealed));
    }

    private static RecordedEvent stored(String type, String json) {
        return new RecordedEvent(
                "learning-log-service", "1", 1, KEY, "failure", FAILURE, 1, type, 1, NOW, NOW, "ana", null, null, json);
    }
}
