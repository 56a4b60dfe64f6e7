package org.inpractice.learning.failure;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** How far a failure has come, with just what its rules need to know. */
public sealed interface Failure {
    /** Nobody has told of it. */
    record Unreported() implements Failure {}

    /** Told of, not yet looked at. */
    record Reported(Instant happenedAt) implements Failure {}

    /** Looked at, with what was agreed. */
    record Reviewed(Instant happenedAt, Set<UUID> open, Set<UUID> done) implements Failure {
        /** Copies the sets. */
        public Reviewed {
            open = Set.copyOf(open);
            done = Set.copyOf(done);
        }
    }
}
