package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What reads about failures answer. */
public final class FailureAnswers {
    private FailureAnswers() {}

    /** A failure; without review and actions in a list. */
    @Schema(name = "Failure")
    public record FailureView(
            UUID failureId,
            FailureKind kind,
            FailureState state,
            String whatHappened,
            Instant happenedAt,
            String impact,
            String keptFromWorse,
            UUID cycleId,
            String siteId,
            Instant reportedAt,
            String reportedBy,
            LocalDate reviewedOn,
            ReviewView review) {
        static FailureView of(FailureRow row, ReviewView review) {
            return new FailureView(
                    row.failureId,
                    row.kind,
                    row.state,
                    row.whatHappened,
                    row.happenedAt,
                    row.impact,
                    row.keptFromWorse,
                    row.cycleId,
                    row.siteId,
                    row.reportedAt,
                    row.reportedBy,
                    row.reviewedOn,
                    review);
        }
    }

    /** A failure's review with the actions it agreed on. */
    @Schema(name = "Review")
    public record ReviewView(
            LocalDate reviewedOn,
            List<String> contributingFactors,
            List<String> wentWell,
            List<String> lessons,
            List<ActionView> actions) {
        static ReviewView of(FailureRow row, LocalDate today) {
            return new ReviewView(
                    row.reviewedOn,
                    row.contributingFactors,
                    row.wentWell,
                    row.lessons,
                    row.actions.stream()
                            .map(action -> ActionView.of(action, today))
                            .toList());
        }
    }

    /** A review in the list of reviews, with what it is about. */
    @Schema(name = "ReviewedFailure")
    public record ReviewedFailure(
            UUID failureId,
            FailureKind kind,
            String whatHappened,
            Instant happenedAt,
            UUID cycleId,
            LocalDate reviewedOn,
            List<String> contributingFactors,
            List<String> wentWell,
            List<String> lessons) {
        static ReviewedFailure of(FailureRow row) {
            return new ReviewedFailure(
                    row.failureId,
                    row.kind,
                    row.whatHappened,
                    row.happenedAt,
                    row.cycleId,
                    row.reviewedOn,
                    row.contributingFactors,
                    row.wentWell,
                    row.lessons);
        }
    }

    /** An action and how it stands today. */
    @Schema(name = "Action")
    public record ActionView(
            UUID failureId,
            UUID actionId,
            String what,
            String owner,
            LocalDate due,
            ActionState state,
            LocalDate completedOn,
            String result) {
        static ActionView of(ActionRow row, LocalDate today) {
            return new ActionView(
                    row.failureId,
                    row.actionId,
                    row.what,
                    row.owner,
                    row.due,
                    row.state(today),
                    row.completedOn,
                    row.result);
        }
    }

    /** What a report answers. */
    @Schema(name = "ReportedFailure")
    public record ReportedFailure(UUID failureId, FailureState state) {}

    /** What a review answers: the ids of the actions by which they are completed. */
    @Schema(name = "ReviewOutcome")
    public record ReviewOutcome(UUID failureId, FailureState state, List<FailureEvent.AgreedAction> actions) {}

    /** What a completion answers. */
    @Schema(name = "CompletedAction")
    public record CompletedAction(UUID failureId, UUID actionId, ActionState state, LocalDate completedOn) {}
}
