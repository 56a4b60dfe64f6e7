package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.inpractice.learning.failure.FailureCommand.AddToTimeline;
import org.inpractice.learning.failure.FailureCommand.DraftReview;
import org.inpractice.learning.failure.FailureCommand.ReviewFailure;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureEvent.FailureReviewed;
import org.inpractice.learning.failure.FailureEvent.ReviewDrafted;
import org.inpractice.learning.failure.FailureEvent.TimelineAdded;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.stream.Refusal;

/**
 * How a review is written, in as many steps as it takes, and what a completed one must have: a factor, and an owner and a day
 * for each action. Everything else helps, and nothing else is demanded of people who have little time.
 */
final class ReviewRules {
    /** All texts of a review together, in bytes of UTF-8: some thirty pages; sealed they stay under the stream's largest event. */
    static final int LONGEST_REVIEW = 100_000;

    /** What a team adds to a timeline can still be read. */
    static final int LONGEST_TIMELINE = 200;

    private ReviewRules() {}

    static List<FailureEvent> draft(DraftReview draft, Failure.Open open) {
        if (draft.step().isEmpty()) {
            throw new Refusal(
                    FailureRule.STEP_WITHOUT_SECTION,
                    "Send at least one section of the review, for example expected or contributingFactors.");
        }
        checkSections(draft.step(), open.draft().then(draft.step()), draft.taxonomy());
        return List.of(new ReviewDrafted(draft.failureId(), draft.step()));
    }

    static List<FailureEvent> add(AddToTimeline addition, Failure.Open open) {
        checkEntry(addition.entry(), "at", addition.now());
        checkLength(open.timeline().size() + 1);
        return List.of(new TimelineAdded(addition.failureId(), List.of(addition.entry())));
    }

    static List<FailureEvent> review(ReviewFailure review, Failure.Open open) {
        ReviewContent content = open.draft().then(review.step()).completed();
        if (!content.namesAFactor()) {
            throw new Refusal(
                    FailureRule.REVIEW_WITHOUT_CONTRIBUTING_FACTOR,
                    "contributingFactors",
                    "Name at least one contributing factor, in factors or in contributingFactors: ask what made it"
                            + " possible, not who did it; without a factor nothing can be learned from it.");
        }
        for (int i = 0; i < content.actions().size(); i++) {
            checkAction(content.actions().get(i), "actions[%d].".formatted(i), review.reviewedOn());
        }
        checkSections(review.step(), content, review.taxonomy());
        if (review.reviewedOn().isBefore(CalendarDays.earliest(open.happenedAt()))) {
            throw new Refusal(
                    FailureRule.REVIEWED_BEFORE_IT_HAPPENED,
                    "reviewedOn",
                    "Send the day on which the review took place; this one is before the failure happened.");
        }
        if (review.reviewedOn().isAfter(CalendarDays.latest(review.now()))) {
            throw new Refusal(
                    FailureRule.REVIEWED_IN_THE_FUTURE,
                    "reviewedOn",
                    "Hold the review first and send the day on which it took place; this one is in the future.");
        }
        return List.of(new FailureReviewed(
                review.failureId(), content, timeline(review, open.timeline()), review.reviewedOn()));
    }

    /** What was added so far and what is added now; absent when nothing was. */
    private static List<TimelineEntry> timeline(ReviewFailure review, List<TimelineEntry> before) {
        List<TimelineEntry> timeline = new ArrayList<>(before);
        for (int i = 0; i < review.timeline().size(); i++) {
            checkEntry(review.timeline().get(i), "timeline[%d].at".formatted(i), review.now());
            timeline.add(review.timeline().get(i));
        }
        checkLength(timeline.size());
        return timeline.isEmpty() ? null : timeline;
    }

    private static void checkSections(ReviewContent step, ReviewContent whole, Set<String> taxonomy) {
        List<String> factors = ReviewContent.orEmpty(step.factors());
        for (int i = 0; i < factors.size(); i++) {
            if (!taxonomy.contains(factors.get(i))) {
                throw new Refusal(
                        FailureRule.FACTOR_UNKNOWN,
                        "factors[%d]".formatted(i),
                        "Send the code of a factor from the list of factors, or say it in words of your own in"
                                + " contributingFactors.");
            }
        }
        if (whole.length() > LONGEST_REVIEW) {
            throw new Refusal(
                    FailureRule.REVIEW_TOO_LONG,
                    "Shorten the review to %,d letters in all (letters beyond ASCII count for more), so that others"
                                    .formatted(LONGEST_REVIEW)
                            + " can read it.");
        }
    }

    private static void checkAction(AgreedAction action, String path, LocalDate reviewedOn) {
        if (action.owner() == null) {
            throw new Refusal(
                    FailureRule.ACTION_WITHOUT_OWNER,
                    path + "owner",
                    "Name one person or role who will do it; what everybody owns, nobody does.");
        }
        if (action.due() == null) {
            throw new Refusal(
                    FailureRule.ACTION_WITHOUT_DUE_DATE,
                    path + "due",
                    "Agree on the day by which it will be done; without one nobody can see that it is late.");
        }
        if (action.due().isBefore(reviewedOn)) {
            throw new Refusal(
                    FailureRule.ACTION_DUE_BEFORE_REVIEW,
                    path + "due",
                    "Agree on a day on or after the review; this one had passed when it was agreed.");
        }
        if (!action.due().isBefore(FailureDecider.OUR_TIME)) {
            throw new Refusal(
                    FailureRule.ACTION_DUE_TOO_FAR_AHEAD, path + "due", "Agree on a day before the year 2200.");
        }
    }

    private static void checkEntry(TimelineEntry entry, String path, Instant now) {
        if (entry.at().isAfter(now.plus(FailureDecider.CLOCK_SKEW))) {
            throw new Refusal(
                    FailureRule.TIMELINE_IN_THE_FUTURE,
                    path,
                    "Send the instant at which it happened; a timeline tells what was, plans are actions.");
        }
        if (entry.at().isBefore(FailureDecider.LIVING_MEMORY)) {
            throw new Refusal(FailureRule.HAPPENED_TOO_LONG_AGO, path, "Send an instant in or after the year 1900.");
        }
    }

    private static void checkLength(int entries) {
        if (entries > LONGEST_TIMELINE) {
            throw new Refusal(
                    FailureRule.TIMELINE_TOO_LONG,
                    "timeline",
                    "Keep the timeline to %d entries of your own; tell what changed the course, not every minute."
                            .formatted(LONGEST_TIMELINE));
        }
    }
}
