package org.inpractice.measurement.feed;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.measure.PeriodKind;

/** What somebody wants of a data feed. */
sealed interface FeedCommand {
    UUID feedId();

    /**
     * Register a new one.
     *
     * @param periods of the measures that the district has defined
     */
    record RegisterFeed(UUID feedId, FeedTerms terms, Map<UUID, PeriodKind> periods, LocalDate today)
            implements FeedCommand {}

    /**
     * Agree on other terms; a student group of null stays as it is.
     *
     * @param periods of the measures that the district has defined
     */
    record ReviseFeed(UUID feedId, FeedTerms terms, Map<UUID, PeriodKind> periods, LocalDate today)
            implements FeedCommand {}

    /** Expect nothing of it any more. */
    record RetireFeed(UUID feedId, String reason) implements FeedCommand {}
}
