package org.inpractice.learning.failure;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.failure.FailureCommand.CompleteAction;
import org.inpractice.learning.failure.FailureCommand.RedactFailure;
import org.inpractice.learning.failure.FailureCommand.ReportFailure;
import org.inpractice.learning.failure.FailureCommand.ReviewFailure;
import org.inpractice.learning.failure.FailureEvent.ActionCompleted;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureEvent.FailureRedacted;
import org.inpractice.learning.failure.FailureEvent.FailureReported;
import org.inpractice.learning.failure.FailureEvent.FailureReviewed;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.DeciderSpecification;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Refusal;
import org.junit.jupiter.api.Test;

class FailureDeciderTest {
    private static final UUID FAILURE = UUID.fromString("01992f6e-0000-7000-8000-000000000001");
    private static final UUID ACTION = UUID.fromString("01992f6e-0000-7000-8000-000000000002");
    private static final Instant HAPPENED = Instant.parse("2025-11-03T18:00:00Z");
    private static final Instant NOW = Instant.parse("2025-11-20T12:00:00Z");
    private static final LocalDate REVIEWED_ON = LocalDate.of(2025, 11, 5);
    private static final AgreedAction AGREED =
            new AgreedAction(ACTION, sealed("make the list"), sealed("clerk"), LocalDate.of(2025, 11, 21));

    private final DeciderSpecification<FailureCommand, Failure, FailureEvent> failures =
            specification(new FailureDecider());

    @Test
    void reports_a_failure() {
        failures.given().when(report(HAPPENED)).then(reported());
    }

    @Test
    void refuses_a_failure_that_has_not_happened_yet_but_forgives_a_clock_that_is_a_little_ahead() {
        failures.given().when(report(NOW.plusSeconds(299))).then(reported(NOW.plusSeconds(299)));
        refused(failures.given().when(report(NOW.plusSeconds(301))), FailureRule.HAPPENED_IN_THE_FUTURE, "happenedAt");
    }

    @Test
    void refuses_a_failure_of_another_age() {
        refused(
                failures.given().when(report(Instant.parse("1899-12-31T23:59:59Z"))),
                FailureRule.HAPPENED_TOO_LONG_AGO,
                "happenedAt");
    }

    @Test
    void refuses_to_report_the_same_failure_twice() {
        refused(failures.given(reported()).when(report(HAPPENED)), FailureRule.FAILURE_ALREADY_REPORTED, null);
    }

    @Test
    void reviews_a_failure_and_agrees_on_actions() {
        failures.given(reported())
                .when(review(REVIEWED_ON, List.of("by hand"), AGREED))
                .then(reviewed());
    }

    @Test
    void a_review_needs_no_action() {
        failures.given(reported())
                .when(review(REVIEWED_ON, List.of("by hand")))
                .then(new FailureReviewed(
                        FAILURE,
                        sealed(List.of("by hand")),
                        List.of(),
                        sealed(List.of("ask")),
                        List.of(),
                        REVIEWED_ON));
    }

    @Test
    void refuses_to_review_what_nobody_reported() {
        refused(failures.given().when(review(REVIEWED_ON, List.of("by hand"))), FailureRule.FAILURE_NOT_REPORTED, null);
    }

    @Test
    void refuses_a_review_without_a_contributing_factor() {
        Refusal refusal = refused(
                failures.given(reported()).when(review(REVIEWED_ON, List.of(), AGREED)),
                FailureRule.REVIEW_WITHOUT_CONTRIBUTING_FACTOR,
                "contributingFactors");
        assertTrue(refusal.getMessage().contains("contributing factor"), refusal.getMessage());
    }

    @Test
    void refuses_an_action_without_owner() {
        refused(
                reviewWith(AGREED, new AgreedAction(ACTION, sealed("call"), null, AGREED.due())),
                FailureRule.ACTION_WITHOUT_OWNER,
                "actions[1].owner");
    }

    @Test
    void refuses_an_action_without_due_date() {
        refused(
                reviewWith(new AgreedAction(ACTION, sealed("call"), sealed("clerk"), null)),
                FailureRule.ACTION_WITHOUT_DUE_DATE,
                "actions[0].due");
    }

    @Test
    void refuses_an_action_that_was_late_when_it_was_agreed() {
        refused(reviewWith(due(REVIEWED_ON.minusDays(1))), FailureRule.ACTION_DUE_BEFORE_REVIEW, "actions[0].due");
    }

    @Test
    void refuses_an_action_due_after_our_time() {
        refused(reviewWith(due(LocalDate.of(2200, 1, 1))), FailureRule.ACTION_DUE_TOO_FAR_AHEAD, "actions[0].due");
    }

    @Test
    void refuses_a_review_before_the_failure_happened_anywhere() {
        failures.given(reported())
                .when(review(LocalDate.of(2025, 11, 3), List.of("by hand"), AGREED))
                .then(reviewed(LocalDate.of(2025, 11, 3)));
        refused(
                failures.given(reported()).when(review(LocalDate.of(2025, 11, 2), List.of("by hand"), AGREED)),
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
    void refuses_a_second_review() {
        refused(
                failures.given(reported(), reviewed()).when(review(REVIEWED_ON, List.of("by hand"), AGREED)),
                FailureRule.FAILURE_ALREADY_REVIEWED,
                null);
    }

    @Test
    void refuses_a_review_that_nobody_can_read() {
        refused(
                failures.given(reported())
                        .when(new ReviewFailure(
                                FAILURE,
                                sealed(List.of("by hand")),
                                List.of(),
                                List.of(),
                                List.of(),
                                FailureDecider.LONGEST_REVIEW + 1,
                                REVIEWED_ON,
                                NOW)),
                FailureRule.REVIEW_TOO_LONG,
                null);
    }

    @Test
    void completes_an_action() {
        failures.given(reported(), reviewed()).when(complete(ACTION, 19)).then(completed());
    }

    @Test
    void refuses_to_complete_an_action_before_a_review() {
        refused(failures.given(reported()).when(complete(ACTION, 19)), FailureRule.REVIEW_MISSING, null);
        refused(failures.given().when(complete(ACTION, 19)), FailureRule.FAILURE_NOT_REPORTED, null);
    }

    @Test
    void refuses_to_complete_an_unknown_action() {
        refused(failures.given(reported(), reviewed()).when(complete(FAILURE, 19)), FailureRule.ACTION_UNKNOWN, null);
    }

    @Test
    void refuses_to_complete_an_action_twice() {
        refused(
                failures.given(reported(), reviewed(), completed()).when(complete(ACTION, 20)),
                FailureRule.ACTION_ALREADY_COMPLETED,
                null);
    }

    @Test
    void refuses_an_action_done_before_the_failure_or_in_the_future() {
        refused(
                failures.given(reported(), reviewed()).when(complete(ACTION, 2)),
                FailureRule.COMPLETED_BEFORE_IT_HAPPENED,
                "completedOn");
        refused(
                failures.given(reported(), reviewed()).when(complete(ACTION, 22)),
                FailureRule.COMPLETED_IN_THE_FUTURE,
                "completedOn");
    }

    @Test
    void erases_texts_at_any_time() {
        UUID key = UUID.fromString("01992f6e-0000-7000-8000-000000000003");
        FailureRedacted redacted =
                new FailureRedacted(FAILURE, RedactionReason.ON_REQUEST, List.of("impact"), List.of(key));
        RedactFailure redact = new RedactFailure(FAILURE, RedactionReason.ON_REQUEST, List.of("impact"), List.of(key));
        failures.given(reported()).when(redact).then(redacted);
        failures.given(reported(), reviewed(), completed()).when(redact).then(redacted);
        failures.given(reported(), redacted)
                .when(review(REVIEWED_ON, List.of("by hand"), AGREED))
                .then(reviewed());
    }

    @Test
    void refuses_to_erase_what_is_not_there() {
        refused(
                failures.given(reported())
                        .when(new RedactFailure(FAILURE, RedactionReason.OTHER, List.of("impact"), List.of())),
                FailureRule.NOTHING_TO_REDACT,
                "fields");
        refused(
                failures.given(reported())
                        .when(new RedactFailure(FAILURE, RedactionReason.OTHER, List.of(), List.of())),
                FailureRule.NOTHING_TO_REDACT,
                null);
        refused(
                failures.given().when(new RedactFailure(FAILURE, RedactionReason.OTHER, List.of(), List.of())),
                FailureRule.FAILURE_NOT_REPORTED,
                null);
    }

    @Test
    void every_rule_has_a_title_that_says_it() {
        for (FailureRule rule : FailureRule.values()) {
            assertTrue(rule.title().length() > 10 && !rule.title().endsWith("."), rule.name());
        }
    }

    @Test
    void the_events_are_stored_under_their_names() {
        assertEquals(
                List.of(
                        "improvement.action.completed.v1",
                        "improvement.failure.redacted.v1",
                        "improvement.failure.reported.v1",
                        "improvement.failure.reviewed.v1"),
                new EventCodec<>(FailureEvent.class).wireTypes());
    }

    private static Refusal refused(
            DeciderSpecification.Decision<FailureEvent> decision, FailureRule rule, String field) {
        Refusal refusal = decision.thenRefused(rule);
        assertEquals(field, refusal.field());
        assertTrue(refusal.getMessage().matches("(?s)[A-Z].{20,}\\."), "no sentence: " + refusal.getMessage());
        return refusal;
    }

    private DeciderSpecification.Decision<FailureEvent> reviewWith(AgreedAction... actions) {
        return failures.given(reported()).when(review(REVIEWED_ON, List.of("by hand"), actions));
    }

    private static AgreedAction due(LocalDate due) {
        return new AgreedAction(ACTION, sealed("call"), sealed("clerk"), due);
    }

    private static ReportFailure report(Instant happenedAt) {
        return new ReportFailure(
                FAILURE,
                FailureKind.FAILURE,
                sealed("no calls"),
                happenedAt,
                sealed("41 families"),
                null,
                null,
                null,
                NOW);
    }

    private static ReviewFailure review(LocalDate on, List<String> factors, AgreedAction... actions) {
        return new ReviewFailure(
                FAILURE, sealed(factors), List.of(), sealed(List.of("ask")), List.of(actions), 100, on, NOW);
    }

    private static CompleteAction complete(UUID action, int day) {
        return new CompleteAction(FAILURE, action, LocalDate.of(2025, 11, day), sealed("done"), NOW);
    }

    private static FailureReported reported() {
        return reported(HAPPENED);
    }

    private static FailureReported reported(Instant happenedAt) {
        return new FailureReported(
                FAILURE, FailureKind.FAILURE, sealed("no calls"), happenedAt, sealed("41 families"), null, null, null);
    }

    private static FailureReviewed reviewed() {
        return reviewed(REVIEWED_ON);
    }

    private static FailureReviewed reviewed(LocalDate on) {
        return new FailureReviewed(
                FAILURE, sealed(List.of("by hand")), List.of(), sealed(List.of("ask")), List.of(AGREED), on);
    }

    private static SealedText sealed(String text) {
        return new SealedText(SealedText.PREFIX + text);
    }

    private static List<SealedText> sealed(List<String> texts) {
        return texts.stream().map(FailureDeciderTest::sealed).toList();
    }

    private static ActionCompleted completed() {
        return new ActionCompleted(FAILURE, ACTION, LocalDate.of(2025, 11, 19), sealed("done"));
    }
}
