package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.learning.sealing.SealedText;

/** What can be asked of a failure. {@code now} and new ids come in with it, texts are sealed. */
public sealed interface FailureCommand {
    /** The failure it is asked of. */
    UUID failureId();

    /** Tell of it. */
    record ReportFailure(
            UUID failureId,
            FailureKind kind,
            SealedText whatHappened,
            Instant happenedAt,
            SealedText impact,
            SealedText keptFromWorse,
            SealedText where,
            String siteId,
            UUID cycleId,
            UUID aimId,
            UUID measureId,
            List<SealedText> links,
            boolean anonymous,
            Instant now)
            implements FailureCommand {}

    /**
     * Say what becomes of it.
     *
     * @param decidedAt when that was decided
     */
    record TriageFailure(UUID failureId, LocalDate reviewBy, SealedText facilitator, SealedText note, Instant decidedAt)
            implements FailureCommand {}

    /** Say that there is nothing to review. */
    record DismissFailure(UUID failureId, SealedText because) implements FailureCommand {}

    /**
     * Write a step of the review.
     *
     * @param taxonomy the codes of all contributing factors that the district knows
     */
    record DraftReview(UUID failureId, ReviewContent step, Set<String> taxonomy) implements FailureCommand {}

    /** Add to the timeline what no event tells. */
    record AddToTimeline(UUID failureId, TimelineEntry entry, Instant now) implements FailureCommand {}

    /**
     * Complete the review: what was drafted, and what is sent along.
     *
     * @param taxonomy the codes of all contributing factors that the district knows
     */
    record ReviewFailure(
            UUID failureId,
            ReviewContent step,
            List<TimelineEntry> timeline,
            Set<String> taxonomy,
            LocalDate reviewedOn,
            Instant now)
            implements FailureCommand {
        /** Copies the list. */
        public ReviewFailure {
            timeline = List.copyOf(timeline);
        }
    }

    /** Tell that an agreed action is done. */
    record CompleteAction(UUID failureId, UUID actionId, LocalDate completedOn, SealedText result, Instant now)
            implements FailureCommand {}

    /** Say that it is learned and done. */
    record CloseFailure(UUID failureId, SealedText openActionsBecause) implements FailureCommand {}

    /**
     * Erase texts of it.
     *
     * @param fields empty for all
     * @param erasedKeys the keys that are deleted in the same transaction
     */
    record RedactFailure(UUID failureId, RedactionReason reason, List<String> fields, List<UUID> erasedKeys)
            implements FailureCommand {
        /** Copies the lists. */
        public RedactFailure {
            fields = List.copyOf(fields);
            erasedKeys = List.copyOf(erasedKeys);
        }
    }
}
