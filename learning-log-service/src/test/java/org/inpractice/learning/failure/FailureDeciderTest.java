package org.inpractice.learning.failure;

import static org.inpractice.learning.failure.FailureExamples.ACTION;
import static org.inpractice.learning.failure.FailureExamples.FAILURE;
import static org.inpractice.learning.failure.FailureExamples.KEY;
import static org.inpractice.learning.failure.FailureExamples.NOW;
import static org.inpractice.learning.failure.FailureExamples.REVIEWED_ON;
import static org.inpractice.learning.failure.FailureExamples.complete;
import static org.inpractice.learning.failure.FailureExamples.completed;
import static org.inpractice.learning.failure.FailureExamples.draft;
import static org.inpractice.learning.failure.FailureExamples.drafted;
import static org.inpractice.learning.failure.FailureExamples.factorsByCode;
import static org.inpractice.learning.failure.FailureExamples.refused;
import static org.inpractice.learning.failure.FailureExamples.report;
import static org.inpractice.learning.failure.FailureExamples.reported;
import static org.inpractice.learning.failure.FailureExamples.review;
import static org.inpractice.learning.failure.FailureExamples.reviewed;
import static org.inpractice.learning.failure.FailureExamples.sealed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.inpractice.learning.failure.FailureCommand.CloseFailure;
import org.inpractice.learning.failure.FailureCommand.DismissFailure;
import org.inpractice.learning.failure.FailureCommand.RedactFailure;
import org.inpractice.learning.failure.FailureCommand.TriageFailure;
import org.inpractice.learning.failure.FailureEvent.FailureClosed;
import org.inpractice.learning.failure.FailureEvent.FailureDismissed;
import org.inpractice.learning.failure.FailureEvent.FailureRedacted;
import org.inpractice.learning.failure.FailureEvent.FailureTriaged;
import org.inpractice.stream.DeciderSpecification;
import org.inpractice.stream.EventCodec;
import org.junit.jupiter.api.Test;

/** The way of a failure: reported, triaged, in review, reviewed, closed; or dismissed. */
class FailureDeciderTest {
    private static final FailureTriaged TRIAGED =
            new FailureTriaged(FAILURE, LocalDate.of(2025, 11, 28), sealed("principal of Alder"), null);
    private static final FailureDismissed DISMISSED = new FailureDismissed(FAILURE, sealed("told twice"));
    private static final FailureClosed CLOSED = new FailureClosed(FAILURE, null);

    private final DeciderSpecification<FailureCommand, Failure, FailureEvent> failures = FailureExamples.failures();

    @Test
    void reports_a_failure() {
        failures.given().when(report(FailureExamples.HAPPENED)).then(reported());
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
        refused(
                failures.given(reported()).when(report(FailureExamples.HAPPENED)),
                FailureRule.FAILURE_ALREADY_REPORTED,
                null);
    }

    @Test
    void triages_a_failure_and_may_think_again() {
        failures.given(reported()).when(triage(28)).then(TRIAGED);
        failures.given(reported(), TRIAGED).when(triage(28)).then(TRIAGED);
    }

    @Test
    void refuses_a_triage_to_a_day_that_has_passed_everywhere() {
        failures.given(reported()).when(triage(20));
        refused(failures.given(reported()).when(triage(19)), FailureRule.REVIEW_DUE_IN_THE_PAST, "reviewBy");
        refused(
                failures.given(reported()).when(new TriageFailure(FAILURE, LocalDate.of(2200, 1, 1), null, null, NOW)),
                FailureRule.REVIEW_DUE_IN_THE_PAST,
                "reviewBy");
    }

    @Test
    void refuses_a_triage_when_the_review_has_begun_or_is_completed() {
        refused(
                failures.given(reported(), drafted(factorsByCode("workload"))).when(triage(28)),
                FailureRule.FAILURE_IN_REVIEW,
                null);
        refused(failures.given(reported(), reviewed()).when(triage(28)), FailureRule.FAILURE_ALREADY_REVIEWED, null);
        refused(failures.given().when(triage(28)), FailureRule.FAILURE_NOT_REPORTED, null);
    }

    @Test
    void dismisses_a_failure_at_any_time_before_its_review_is_completed() {
        DismissFailure dismissal = new DismissFailure(FAILURE, sealed("told twice"));
        failures.given(reported()).when(dismissal).then(DISMISSED);
        failures.given(reported(), TRIAGED).when(dismissal).then(DISMISSED);
        failures.given(reported(), drafted(factorsByCode("workload")))
                .when(dismissal)
                .then(DISMISSED);
        refused(failures.given(reported(), reviewed()).when(dismissal), FailureRule.FAILURE_ALREADY_REVIEWED, null);
        refused(failures.given(reported(), DISMISSED).when(dismissal), FailureRule.FAILURE_DISMISSED, null);
    }

    @Test
    void refuses_a_dismissal_without_a_reason() {
        refused(
                failures.given(reported()).when(new DismissFailure(FAILURE, null)),
                FailureRule.DISMISSED_WITHOUT_REASON,
                "because");
    }

    @Test
    void a_dismissed_failure_is_not_reviewed_until_a_triage_takes_it_up_again_with_what_was_drafted() {
        refused(
                failures.given(reported(), DISMISSED).when(draft(factorsByCode("workload"))),
                FailureRule.FAILURE_DISMISSED,
                null);
        refused(
                failures.given(reported(), DISMISSED).when(review(REVIEWED_ON, List.of("by hand"))),
                FailureRule.FAILURE_DISMISSED,
                null);
        failures.given(reported(), drafted(factorsByCode("workload")), DISMISSED)
                .when(triage(28))
                .then(TRIAGED);
        failures.given(reported(), drafted(factorsByCode("workload")), DISMISSED, TRIAGED)
                .when(review(REVIEWED_ON, ReviewContent.NOTHING))
                .then(reviewed(REVIEWED_ON, factorsByCode("workload")));
    }

    @Test
    void closes_a_reviewed_failure_when_its_actions_are_done() {
        failures.given(reported(), reviewed(), completed())
                .when(new CloseFailure(FAILURE, null))
                .then(CLOSED);
        refused(
                failures.given(reported(), reviewed(), completed(), CLOSED).when(new CloseFailure(FAILURE, null)),
                FailureRule.FAILURE_ALREADY_CLOSED,
                null);
    }

    @Test
    void refuses_to_close_with_open_actions_unless_it_is_said_why() {
        refused(
                failures.given(reported(), reviewed()).when(new CloseFailure(FAILURE, null)),
                FailureRule.ACTIONS_STILL_OPEN,
                "openActionsBecause");
        failures.given(reported(), reviewed())
                .when(new CloseFailure(FAILURE, sealed("the school has closed")))
                .then(new FailureClosed(FAILURE, sealed("the school has closed")));
    }

    @Test
    void refuses_to_close_what_nobody_looked_at() {
        refused(
                failures.given(reported(), TRIAGED).when(new CloseFailure(FAILURE, null)),
                FailureRule.REVIEW_MISSING,
                null);
        refused(
                failures.given(reported(), DISMISSED).when(new CloseFailure(FAILURE, null)),
                FailureRule.REVIEW_MISSING,
                null);
    }

    @Test
    void completes_an_action_of_a_closed_failure_too() {
        failures.given(reported(), reviewed()).when(complete(ACTION, 19)).then(completed());
        failures.given(reported(), reviewed(), CLOSED)
                .when(complete(ACTION, 19))
                .then(completed());
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
        FailureRedacted redacted =
                new FailureRedacted(FAILURE, RedactionReason.ON_REQUEST, List.of("impact"), List.of(KEY));
        RedactFailure redact = new RedactFailure(FAILURE, RedactionReason.ON_REQUEST, List.of("impact"), List.of(KEY));
        failures.given(reported()).when(redact).then(redacted);
        failures.given(reported(), DISMISSED).when(redact).then(redacted);
        failures.given(reported(), reviewed(), completed(), CLOSED).when(redact).then(redacted);
        failures.given(reported(), redacted)
                .when(review(REVIEWED_ON, List.of("by hand"), FailureExamples.AGREED))
                .then(reviewed());
    }

    @Test
    void refuses_to_erase_what_is_not_there() {
        refused(
                failures.given(reported())
                        .when(new RedactFailure(FAILURE, RedactionReason.OTHER, List.of("impact"), List.of())),
                FailureRule.NOTHING_TO_REDACT,
                "fields");
        RedactFailure all = new RedactFailure(FAILURE, RedactionReason.OTHER, List.of(), List.of());
        refused(failures.given(reported()).when(all), FailureRule.NOTHING_TO_REDACT, null);
        refused(failures.given().when(all), FailureRule.FAILURE_NOT_REPORTED, null);
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
                        "improvement.failure.closed.v1",
                        "improvement.failure.dismissed.v1",
                        "improvement.failure.redacted.v1",
                        "improvement.failure.reported.v1",
                        "improvement.failure.review-drafted.v1",
                        "improvement.failure.reviewed.v1",
                        "improvement.failure.timeline-added.v1",
                        "improvement.failure.triaged.v1"),
                new EventCodec<>(FailureEvent.class).wireTypes());
    }

    private static TriageFailure triage(int day) {
        return new TriageFailure(FAILURE, LocalDate.of(2025, 11, day), sealed("principal of Alder"), null, NOW);
    }
}
