package org.inpractice.measurement.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What can have happened to a data feed. */
public sealed interface FeedEvent {
    /** The feed it happened to. */
    UUID feedId();

    /** Somebody said who delivers what, for which sites, and until when. */
    @EventType(name = "improvement.feed.registered")
    record FeedRegistered(
            UUID feedId,
            String name,
            String supplier,
            String contact,
            String owner,
            List<UUID> measureIds,
            List<String> siteIds,
            String studentGroup,
            int graceDays,
            LocalDate since,
            List<Pause> pauses)
            implements FeedEvent {
        static FeedRegistered of(UUID feedId, FeedTerms terms) {
            return new FeedRegistered(
                    feedId,
                    terms.name(),
                    terms.supplier(),
                    terms.contact(),
                    terms.owner(),
                    terms.measureIds(),
                    terms.siteIds(),
                    terms.studentGroup(),
                    terms.graceDays(),
                    terms.since(),
                    terms.pauses());
        }

        FeedTerms toTerms() {
            return new FeedTerms(
                    name, supplier, contact, owner, measureIds, siteIds, studentGroup, graceDays, since, pauses);
        }
    }

    /** Other terms were agreed; they stand here whole. */
    @EventType(name = "improvement.feed.revised")
    record FeedRevised(
            UUID feedId,
            String name,
            String supplier,
            String contact,
            String owner,
            List<UUID> measureIds,
            List<String> siteIds,
            String studentGroup,
            int graceDays,
            LocalDate since,
            List<Pause> pauses)
            implements FeedEvent {
        static FeedRevised of(UUID feedId, FeedTerms terms) {
            return new FeedRevised(
                    feedId,
                    terms.name(),
                    terms.supplier(),
                    terms.contact(),
                    terms.owner(),
                    terms.measureIds(),
                    terms.siteIds(),
                    terms.studentGroup(),
                    terms.graceDays(),
                    terms.since(),
                    terms.pauses());
        }

        FeedTerms toTerms() {
            return new FeedTerms(
                    name, supplier, contact, owner, measureIds, siteIds, studentGroup, graceDays, since, pauses);
        }
    }

    /** Nothing is expected of it any more. */
    @EventType(name = "improvement.feed.retired")
    record FeedRetired(UUID feedId, String reason) implements FeedEvent {}
}
