package org.inpractice.learning.failure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;

/** How far a failure has come, with just what its rules need to know. */
public sealed interface Failure {
    /** Nobody has told of it. */
    record Unreported() implements Failure {}

    /**
     * Told of, and its review not completed.
     *
     * @param state reported, triaged or in review
     * @param draft what was written of the review so far
     * @param timeline what was added to it so far
     */
    record Open(FailureState state, Instant happenedAt, ReviewContent draft, List<TimelineEntry> timeline)
            implements Failure {
        /** Copies the list. */
        public Open {
            timeline = List.copyOf(timeline);
        }

        Open as(FailureState next) {
            return new Open(next, happenedAt, draft, timeline);
        }

        Open after(ReviewContent step) {
            return new Open(FailureState.IN_REVIEW, happenedAt, draft.then(step), timeline);
        }

        Open with(List<TimelineEntry> more) {
            List<TimelineEntry> all = new ArrayList<>(timeline);
            all.addAll(more);
            return new Open(FailureState.IN_REVIEW, happenedAt, draft, all);
        }
    }

    /** There is nothing to review. */
    record Dismissed(Open before) implements Failure {}

    /** Looked at, with what was agreed. */
    record Reviewed(boolean closed, Instant happenedAt, Set<UUID> open, Set<UUID> done) implements Failure {
        /** Copies the sets. */
        public Reviewed {
            open = Set.copyOf(open);
            done = Set.copyOf(done);
        }

        Reviewed afterDoing(UUID actionId) {
            Set<UUID> stillOpen = new HashSet<>(open);
            Set<UUID> allDone = new HashSet<>(done);
            stillOpen.remove(actionId);
            allDone.add(actionId);
            return new Reviewed(closed, happenedAt, stillOpen, allDone);
        }
    }
}
