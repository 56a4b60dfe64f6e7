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

    /** What was found in it; what a review did not say is absent. */
    @EventType(name = "improvement.failure.reviewed")
    record Reviewed(
            UUID failureId,
            SealedText expected,
            SealedText happened,
            List<SealedText> contributingFactors,
            List<SealedText> wentWell,
            List<SealedText> luck,
            List<SealedText> lessons,
            List<SealedText> stillUnknown,
            List<Noted> actions,
            List<Noted> timeline,
            LocalDate reviewedOn)
            implements SearchFact {
        /** Absent lists are empty. */
        public Reviewed {
            contributingFactors = orEmpty(contributingFactors);
            wentWell = orEmpty(wentWell);
            luck = orEmpty(luck);
            lessons = orEmpty(lessons);
            stillUnknown = orEmpty(stillUnknown);
            actions = orEmpty(actions);
            timeline = orEmpty(timeline);
        }

        private static <T> List<T> orEmpty(List<T> list) {
            return list == null ? List.of() : List.copyOf(list);
        }
    }

    /** Texts of it are gone. */
    @EventType(name = "improvement.failure.redacted")
    record Redacted(UUID failureId) implements SearchFact {}

    /** What somebody will do, or remembers. */
    record Noted(SealedText what) {}
}
