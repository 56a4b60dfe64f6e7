package org.inpractice.learning.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.EventType;

/** Of this service's events those that are counted over time. */
sealed interface TrendFact {
    UUID failureId();

    /** A failure or near-failure. */
    @EventType(name = "improvement.failure.reported")
    record Reported(UUID failureId, String kind, Instant happenedAt, UUID cycleId, String siteId)
            implements TrendFact {}

    /**
     * It was reviewed.
     *
     * @param factors contributing factors by code, if there are such
     */
    @EventType(name = "improvement.failure.reviewed")
    record Reviewed(
            UUID failureId,
            List<String> factors,
            List<SealedText> contributingFactors,
            List<Agreed> actions,
            LocalDate reviewedOn)
            implements TrendFact {
        /** Absent lists are empty. */
        public Reviewed {
            factors = factors == null ? List.of() : List.copyOf(factors);
            contributingFactors = contributingFactors == null ? List.of() : List.copyOf(contributingFactors);
            actions = actions == null ? List.of() : List.copyOf(actions);
        }
    }

    /** An action was done. */
    @EventType(name = "improvement.action.completed")
    record Completed(UUID failureId, UUID actionId, LocalDate completedOn) implements TrendFact {}

    /** It was no failure. */
    @EventType(name = "improvement.failure.dismissed")
    record Dismissed(UUID failureId) implements TrendFact {}

    /** It was one after all, if it had been dismissed. */
    @EventType(name = "improvement.failure.triaged")
    record Triaged(UUID failureId) implements TrendFact {}

    /** Texts of it are gone. */
    @EventType(name = "improvement.failure.redacted")
    record Redacted(UUID failureId) implements TrendFact {}

    /** An action that a review agreed on. */
    record Agreed(UUID actionId) {}
}
