package org.inpractice.learning.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.learning.history.Moments.Moment;
import org.inpractice.learning.sealing.Opener;

/**
 * The blameless template of one failure, filled as far as it is: what a facilitator has open during the review.
 *
 * @param review the sections written so far; of a completed review all of them
 * @param timeline what the history tells of the linked cycle, aim and measure around the time, and what the team added, in the
 *     order in which it happened
 * @param checklist the facilitator's, ticked or not
 * @param notSaid sections that nobody has written yet; a hint, not a demand
 */
@Schema(name = "ReviewTemplate")
public record ReviewTemplate(
        UUID failureId,
        FailureState state,
        ReviewView review,
        List<TimelineView> timeline,
        List<ChecklistView> checklist,
        List<String> notSaid) {
    /**
     * How far around the time it happened the history is looked through. Our choice: a change shows a month ahead of its failure
     * often enough, and what was done about it in the week after belongs to the story.
     */
    static final Duration BEFORE = Duration.ofDays(30);

    static final Duration AFTER = Duration.ofDays(7);

    /** A longer timeline is not read in a meeting. */
    static final int MOST_MOMENTS = 200;

    /**
     * Something that happened on the way.
     *
     * @param eventId of the history; absent when the team added it
     * @param entryId of what the team added; absent otherwise
     */
    @Schema(name = "TimelineEntry")
    public record TimelineView(Instant at, String what, String source, String subject, UUID eventId, UUID entryId) {
        static TimelineView of(Moment moment) {
            return new TimelineView(
                    moment.at(),
                    words(moment.type()),
                    moment.source(),
                    moment.aggregateType() + "/" + moment.aggregateId(),
                    moment.eventId(),
                    null);
        }

        static TimelineView of(UUID failureId, TimelineEntry entry, Opener opener) {
            return new TimelineView(
                    entry.at(),
                    opener.open(failureId, FailureTexts.TIMELINE_WHAT, entry.what()),
                    "team",
                    null,
                    null,
                    entry.entryId());
        }

        /** improvement.cycle.plan-revised.v1 says: cycle plan revised. */
        private static String words(String type) {
            return type.replaceFirst("^improvement\\.", "")
                    .replaceFirst("\\.v\\d+$", "")
                    .replace('.', ' ')
                    .replace('-', ' ');
        }
    }

    /** An item of the facilitator's checklist. */
    @Schema(name = "ChecklistItem")
    public record ChecklistView(ChecklistItem item, String text, boolean ticked) {}

    static ReviewTemplate of(KnownFailure known, ReviewView review, List<Moment> moments, Opener opener) {
        List<ChecklistItem> ticked =
                ReviewContent.orEmpty(known.review().content().checklist());
        return new ReviewTemplate(
                known.failureId(),
                known.state(),
                review,
                Stream.concat(
                                moments.stream().map(TimelineView::of),
                                known.review().timeline().stream()
                                        .map(entry -> TimelineView.of(known.failureId(), entry, opener)))
                        .sorted(Comparator.comparing(TimelineView::at))
                        .toList(),
                Stream.of(ChecklistItem.values())
                        .map(item -> new ChecklistView(item, item.text(), ticked.contains(item)))
                        .toList(),
                notSaid(review));
    }

    private static List<String> notSaid(ReviewView review) {
        List<String> missing = new ArrayList<>();
        sections(review).forEach(section -> {
            if (section.getValue() == null || List.of().equals(section.getValue())) {
                missing.add(section.getKey());
            }
        });
        return missing;
    }

    private static Stream<Map.Entry<String, Object>> sections(ReviewView review) {
        List<Map.Entry<String, Object>> sections = new ArrayList<>();
        sections.add(entry(FailureTexts.EXPECTED, review.expected()));
        sections.add(entry(FailureTexts.HAPPENED, review.happened()));
        sections.add(entry(
                FailureTexts.CONTRIBUTING_FACTORS,
                ReviewContent.orEmpty(review.factors()).isEmpty() ? review.contributingFactors() : review.factors()));
        sections.add(entry(FailureTexts.WENT_WELL, review.wentWell()));
        sections.add(entry(FailureTexts.LUCK, review.luck()));
        sections.add(entry(FailureTexts.LESSONS, review.lessons()));
        sections.add(entry(FailureTexts.STILL_UNKNOWN, review.stillUnknown()));
        sections.add(entry("actions", review.actions()));
        sections.add(entry(FailureTexts.PARTICIPANTS, review.participants()));
        sections.add(entry(FailureTexts.FACILITATOR, review.facilitator()));
        return sections.stream();
    }

    private static Map.Entry<String, Object> entry(String section, Object value) {
        return new java.util.AbstractMap.SimpleEntry<>(section, value);
    }
}
