package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.sealing.Opener;

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
            ReviewView review,
            List<RedactionView> redactions) {
        static FailureView of(FailureRow row, ReviewView review, List<RedactionView> redactions, Opener opener) {
            return new FailureView(
                    row.failureId,
                    row.kind,
                    row.state,
                    opener.open(row.failureId, FailureTexts.WHAT_HAPPENED, row.whatHappened),
                    row.happenedAt,
                    opener.open(row.failureId, FailureTexts.IMPACT, row.impact),
                    opener.open(row.failureId, FailureTexts.KEPT_FROM_WORSE, row.keptFromWorse),
                    row.cycleId,
                    row.siteId,
                    row.reportedAt,
                    row.reportedBy,
                    row.reviewedOn,
                    review,
                    redactions);
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
        static ReviewView of(FailureRow row, LocalDate today, Opener opener) {
            return new ReviewView(
                    row.reviewedOn,
                    opener.open(row.failureId, FailureTexts.CONTRIBUTING_FACTORS, row.contributingFactors),
                    opener.open(row.failureId, FailureTexts.WENT_WELL, row.wentWell),
                    opener.open(row.failureId, FailureTexts.LESSONS, row.lessons),
                    row.actions.stream()
                            .map(action -> ActionView.of(action, today, opener))
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
        static ReviewedFailure of(FailureRow row, Opener opener) {
            return new ReviewedFailure(
                    row.failureId,
                    row.kind,
                    opener.open(row.failureId, FailureTexts.WHAT_HAPPENED, row.whatHappened),
                    row.happenedAt,
                    row.cycleId,
                    row.reviewedOn,
                    opener.open(row.failureId, FailureTexts.CONTRIBUTING_FACTORS, row.contributingFactors),
                    opener.open(row.failureId, FailureTexts.WENT_WELL, row.wentWell),
                    opener.open(row.failureId, FailureTexts.LESSONS, row.lessons));
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
        static ActionView of(ActionRow row, LocalDate today, Opener opener) {
            return new ActionView(
                    row.failureId,
                    row.actionId,
                    opener.open(row.failureId, FailureTexts.ACTIONS_WHAT, row.what),
                    opener.open(row.failureId, FailureTexts.ACTIONS_OWNER, row.owner),
                    row.due,
                    row.state(today),
                    row.completedOn,
                    opener.open(row.failureId, FailureTexts.RESULT, row.result));
        }
    }

    /** What a report answers. */
    @Schema(name = "ReportedFailure")
    public record ReportedFailure(UUID failureId, FailureState state) {}

    /**
     * Texts of a failure that are gone for good.
     *
     * @param fields which; absent when all are
     */
    @Schema(name = "Redaction")
    public record RedactionView(RedactionReason reason, List<String> fields, Instant redactedAt, String redactedBy) {
        static RedactionView of(RedactionRow row) {
            return new RedactionView(
                    row.reason, row.fields.isEmpty() ? null : row.fields, row.redactedAt, row.redactedBy);
        }
    }

    /**
     * What a review answers: the ids of the actions by which they are completed, in the order sent. An answer is kept beside
     * its idempotency key, so it repeats no text.
     */
    @Schema(name = "ReviewOutcome")
    public record ReviewOutcome(UUID failureId, FailureState state, List<ActionId> actions) {
        ReviewOutcome(UUID failureId, List<UUID> actionIds) {
            this(
                    failureId,
                    FailureState.REVIEWED,
                    actionIds.stream().map(ActionId::new).toList());
        }
    }

    /** An action by its id. */
    @Schema(name = "ActionId")
    public record ActionId(UUID actionId) {}

    /** What a redaction answers. */
    @Schema(name = "RedactedFailure")
    public record RedactedFailure(UUID failureId, RedactionReason reason, List<String> fields) {}

    /** What a completion answers. */
    @Schema(name = "CompletedAction")
    public record CompletedAction(UUID failureId, UUID actionId, ActionState state, LocalDate completedOn) {}
}
