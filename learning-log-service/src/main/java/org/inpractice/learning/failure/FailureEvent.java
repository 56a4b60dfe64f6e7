package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.EventType;

/** What can have happened to a failure. */
public sealed interface FailureEvent {
    /** The failure it happened to. */
    UUID failureId();

    /** Somebody told of a failure or near-failure. */
    @EventType(name = "improvement.failure.reported")
    record FailureReported(
            UUID failureId,
            FailureKind kind,
            SealedText whatHappened,
            Instant happenedAt,
            SealedText impact,
            SealedText keptFromWorse,
            UUID cycleId,
            String siteId)
            implements FailureEvent {}

    /** The team looked at it together and agreed on what to do. */
    @EventType(name = "improvement.failure.reviewed")
    record FailureReviewed(
            UUID failureId,
            List<SealedText> contributingFactors,
            List<SealedText> wentWell,
            List<SealedText> lessons,
            List<AgreedAction> actions,
            LocalDate reviewedOn)
            implements FailureEvent {
        /** Copies the lists. */
        public FailureReviewed {
            contributingFactors = List.copyOf(contributingFactors);
            wentWell = List.copyOf(wentWell);
            lessons = List.copyOf(lessons);
            actions = List.copyOf(actions);
        }
    }

    /** An action that a review agreed on was done. */
    @EventType(name = "improvement.action.completed")
    record ActionCompleted(UUID failureId, UUID actionId, LocalDate completedOn, SealedText result)
            implements FailureEvent {}

    /**
     * Texts of it were erased for good.
     *
     * @param fields their places in the data of events; empty when all of them are gone
     * @param erasedKeys the keys that were deleted: what is sealed with them never opens again
     */
    @EventType(name = "improvement.failure.redacted")
    record FailureRedacted(UUID failureId, RedactionReason reason, List<String> fields, List<UUID> erasedKeys)
            implements FailureEvent {
        /** Copies the lists. */
        public FailureRedacted {
            fields = List.copyOf(fields);
            erasedKeys = List.copyOf(erasedKeys);
        }
    }

    /** What somebody will do, and until when. */
    record AgreedAction(UUID actionId, SealedText what, SealedText owner, LocalDate due) {}
}
