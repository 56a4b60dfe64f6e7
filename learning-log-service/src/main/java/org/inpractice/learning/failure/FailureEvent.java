package org.inpractice.learning.failure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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

    /**
     * Somebody told of a failure or near-failure.
     *
     * @param anonymous whether nobody may know who told; the event's actor is then {@code anonymous}
     */
    @EventType(name = "improvement.failure.reported")
    record FailureReported(
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
            boolean anonymous)
            implements FailureEvent {
        /** Copies the list. */
        public FailureReported {
            links = links == null ? null : List.copyOf(links);
        }
    }

    /** Somebody looked at it and said what becomes of it; a dismissed one is taken up again. */
    @EventType(name = "improvement.failure.triaged")
    record FailureTriaged(UUID failureId, LocalDate reviewBy, SealedText facilitator, SealedText note)
            implements FailureEvent {}

    /** There is nothing to review, for a reason. */
    @EventType(name = "improvement.failure.dismissed")
    record FailureDismissed(UUID failureId, SealedText dismissedBecause) implements FailureEvent {}

    /** A step of the review was written; its sections take the place of those before. */
    @EventType(name = "improvement.failure.review-drafted")
    record ReviewDrafted(UUID failureId, @JsonUnwrapped ReviewContent content) implements FailureEvent {}

    /** The team remembered something that no event tells. */
    @EventType(name = "improvement.failure.timeline-added")
    record TimelineAdded(UUID failureId, List<TimelineEntry> timeline) implements FailureEvent {
        /** Copies the list. */
        public TimelineAdded {
            timeline = List.copyOf(timeline);
        }
    }

    /** The team looked at it together and agreed on what to do. Carries the whole review. */
    @EventType(name = "improvement.failure.reviewed")
    record FailureReviewed(
            UUID failureId, @JsonUnwrapped ReviewContent content, List<TimelineEntry> timeline, LocalDate reviewedOn)
            implements FailureEvent {
        /** Copies the list. */
        public FailureReviewed {
            timeline = timeline == null ? null : List.copyOf(timeline);
        }
    }

    /** An action that a review agreed on was done. */
    @EventType(name = "improvement.action.completed")
    record ActionCompleted(UUID failureId, UUID actionId, LocalDate completedOn, SealedText result)
            implements FailureEvent {}

    /** What was to be learned from it is learned and done. */
    @EventType(name = "improvement.failure.closed")
    record FailureClosed(UUID failureId, SealedText openActionsBecause) implements FailureEvent {}

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

    /**
     * What somebody will do, and until when.
     *
     * @param measureId the measure to watch for its effect, or null
     */
    record AgreedAction(UUID actionId, SealedText what, SealedText owner, LocalDate due, UUID measureId) {}

    /** Something that happened on the way, as the team remembers it. */
    record TimelineEntry(UUID entryId, Instant at, SealedText what) {}
}
