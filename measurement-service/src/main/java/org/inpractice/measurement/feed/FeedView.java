package org.inpractice.measurement.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.feed.FeedTable.Known;

/**
 * A data feed as it stands now.
 *
 * @param siteIds empty for all sites of which the measure has been told
 * @param retired whether nothing is expected of it any more
 * @param registeredAt when we learned of it
 */
@Schema(name = "Feed")
record FeedView(
        UUID feedId,

        @Schema(examples = "Monthly absence from the student information system")
        String name,

        @Schema(examples = "Student information system") String supplier,
        @Schema(examples = "sis-support@district.example") String contact,
        @Schema(examples = "Data office") String owner,
        List<UUID> measureIds,
        List<String> siteIds,
        @Schema(examples = "all") String studentGroup,
        @Schema(examples = "10") int graceDays,
        LocalDate since,
        List<Pause> pauses,
        boolean retired,
        Instant registeredAt,
        Instant changedAt,
        @Schema(examples = "1") long version) {
    static FeedView of(Known feed) {
        FeedTerms terms = feed.terms();
        return new FeedView(
                feed.feedId(),
                terms.name(),
                terms.supplier(),
                terms.contact(),
                terms.owner(),
                terms.measureIds(),
                terms.siteIds(),
                terms.studentGroup(),
                terms.graceDays(),
                terms.since(),
                terms.pauses(),
                feed.retired(),
                feed.registeredAt(),
                feed.changedAt(),
                feed.version());
    }
}
