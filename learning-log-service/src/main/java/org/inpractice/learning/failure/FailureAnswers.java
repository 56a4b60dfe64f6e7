package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.failure.PersonAsCause.Hint;
import org.inpractice.learning.sealing.Opener;

/**
 * What reads and changes of failures answer. The answer to a change is kept beside its idempotency key, so it repeats no
 * text.
 */
public final class FailureAnswers {
    private FailureAnswers() {}

    /**
     * A failure as it is, or was, known; without review in a list.
     *
     * @param reportedBy absent when it was told anonymously
     * @param version its ETag, for what is read of the past too
     */
    @Schema(name = "Failure")
    public record FailureView(
            UUID failureId,
            FailureKind kind,
            FailureState state,
            String whatHappened,
            Instant happenedAt,
            String impact,
            String keptFromWorse,
            String where,
            String siteId,
            UUID cycleId,
            UUID aimId,
            UUID measureId,
            List<String> links,
            boolean anonymous,
            Instant reportedAt,
            String reportedBy,
            LocalDate reviewBy,
            String facilitator,
            String note,
            String dismissedBecause,
            LocalDate reviewedOn,
            ReviewView review,
            Instant closedAt,
            String openActionsBecause,
            List<RedactionView> redactions,
            long version) {
        static FailureView of(KnownFailure known, ReviewView review, List<RedactionView> redactions, Opener opener) {
            UUID id = known.failureId();
            return new FailureView(
                    id,
                    known.kind(),
                    known.state(),
                    opener.open(id, FailureTexts.WHAT_HAPPENED, known.whatHappened()),
                    known.happenedAt(),
                    opener.open(id, FailureTexts.IMPACT, known.impact()),
                    opener.open(id, FailureTexts.KEPT_FROM_WORSE, known.keptFromWorse()),
                    opener.open(id, FailureTexts.WHERE, known.where()),
                    known.siteId(),
                    known.cycleId(),
                    known.aimId(),
                    known.measureId(),
                    known.links() == null ? null : opener.open(id, FailureTexts.LINKS, known.links()),
                    known.anonymous(),
                    known.reportedAt(),
                    known.anonymous() ? null : known.reportedBy(),
                    known.reviewBy(),
                    opener.open(id, FailureTexts.FACILITATOR, known.facilitator()),
                    opener.open(id, FailureTexts.NOTE, known.triageNote()),
                    opener.open(id, FailureTexts.DISMISSED_BECAUSE, known.dismissedBecause()),
                    known.reviewedOn(),
                    review,
                    known.closedAt(),
                    opener.open(id, FailureTexts.OPEN_ACTIONS_BECAUSE, known.openActionsBecause()),
                    redactions,
                    known.version());
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
            List<String> factors,
            List<String> contributingFactors,
            List<String> wentWell,
            List<String> lessons) {
        static ReviewedFailure of(KnownFailure known, Opener opener) {
            ReviewView review = ReviewView.of(known, List.of(), opener);
            return new ReviewedFailure(
                    known.failureId(),
                    known.kind(),
                    opener.open(known.failureId(), FailureTexts.WHAT_HAPPENED, known.whatHappened()),
                    known.happenedAt(),
                    known.cycleId(),
                    known.reviewedOn(),
                    review.factors(),
                    review.contributingFactors(),
                    review.wentWell(),
                    review.lessons());
        }
    }

    /**
     * An action and how it stands today.
     *
     * @param owner absent in a draft that names none yet
     */
    @Schema(name = "Action")
    public record ActionView(
            UUID failureId,
            UUID actionId,
            String what,
            String owner,
            LocalDate due,
            UUID measureId,
            ActionState state,
            LocalDate completedOn,
            String result) {}

    /**
     * Texts of a failure that are gone for good.
     *
     * @param fields which; absent when all are
     */
    @Schema(name = "Redaction")
    public record RedactionView(RedactionReason reason, List<String> fields, Instant redactedAt, String redactedBy) {
        static RedactionView of(FailureTable.Redaction redaction) {
            return new RedactionView(
                    redaction.reason(),
                    redaction.fields().isEmpty() ? null : redaction.fields(),
                    redaction.redactedAt(),
                    redaction.redactedBy());
        }
    }

    /**
     * What a report and a step of its way answer.
     *
     * @param hints where the words might be others; absent when there is nothing to say
     */
    @Schema(name = "FailureOutcome")
    public record FailureOutcome(UUID failureId, FailureState state, List<Hint> hints) {}

    /**
     * What a step of a review answers.
     *
     * @param actions the ids of the actions sent, in their order
     */
    @Schema(name = "ReviewOutcome")
    public record ReviewOutcome(UUID failureId, FailureState state, List<ActionId> actions, List<Hint> hints) {
        static ReviewOutcome of(UUID failureId, FailureState state, List<UUID> actionIds, List<Hint> hints) {
            return new ReviewOutcome(
                    failureId, state, actionIds.stream().map(ActionId::new).toList(), hints);
        }
    }

    /** An action by its id. */
    @Schema(name = "ActionId")
    public record ActionId(UUID actionId) {}

    /** What an addition to the timeline answers. */
    @Schema(name = "TimelineEntryId")
    public record TimelineEntryId(UUID failureId, UUID entryId, List<Hint> hints) {}

    /** What a redaction answers. */
    @Schema(name = "RedactedFailure")
    public record RedactedFailure(UUID failureId, RedactionReason reason, List<String> fields) {}

    /** What a completion answers. */
    @Schema(name = "CompletedAction")
    public record CompletedAction(UUID failureId, UUID actionId, ActionState state, LocalDate completedOn) {}
}
