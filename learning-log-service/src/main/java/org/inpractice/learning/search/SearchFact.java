package org.inpractice.learning.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.EventType;

/** Of this service's events those that tell texts, or that texts are gone. */
sealed interface SearchFact {
    UUID failureId();

    /** A failure or near-failure. */
    @EventType(name = "improvement.failure.reported")
    record Reported(
            UUID failureId,
            SealedText whatHappened,
            Instant happenedAt,
            SealedText impact,
            SealedText keptFromWorse,
            UUID cycleId,
            String siteId)
            implements SearchFact {}

    /** What was found in it. */
    @EventType(name = "improvement.failure.reviewed")
    record Reviewed(
            UUID failureId,
            List<SealedText> contributingFactors,
            List<SealedText> wentWell,
            List<SealedText> lessons,
            List<Agreed> actions,
            LocalDate reviewedOn)
            implements SearchFact {}

    /** Texts of it are gone. */
    @EventType(name = "improvement.failure.redacted")
    record Redacted(UUID failureId) implements SearchFact {}

    /** What somebody will do. */
    record Agreed(SealedText what) {}
}
