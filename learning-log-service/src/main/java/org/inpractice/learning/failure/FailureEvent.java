package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
            String whatHappened,
            Instant happenedAt,
            String impact,
            String keptFromWorse,
            UUID cycleId,
            String siteId)
            implements FailureEvent {}

    /** The team looked at it together and agreed on what to do. */
    @EventType(name = "improvement.failure.reviewed")
    record FailureReviewed(
            UUID failureId,
            List<String> contributingFactors,
            List<String> wentWell,
            List<String> lessons,
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
    record ActionCompleted(UUID failureId, UUID actionId, LocalDate completedOn, String result)
            implements FailureEvent {}

    /** What somebody will do, and until when. */
    record AgreedAction(UUID actionId, String what, String owner, LocalDate due) {}
}
