package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.leadership.ReviewCommand.CorrectReview;
import org.inpractice.cycles.leadership.ReviewCommand.HoldReview;
import org.inpractice.cycles.leadership.ReviewCommand.WithdrawReview;
import org.inpractice.cycles.leadership.ReviewEvent.ReviewCorrected;
import org.inpractice.cycles.leadership.ReviewEvent.ReviewHeld;
import org.inpractice.cycles.leadership.ReviewEvent.ReviewWithdrawn;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of leadership reviews: leaders were there, they looked at aims, and the days fit. */
public final class ReviewDecider implements Decider<ReviewCommand, Optional<Review>, ReviewEvent> {
    @Override
    public Optional<Review> initialState() {
        return Optional.empty();
    }

    @Override
    public List<ReviewEvent> decide(ReviewCommand command, Optional<Review> review) {
        return switch (command) {
            case HoldReview hold -> hold(hold, review);
            case CorrectReview correct -> correct(correct, known(review));
            case WithdrawReview withdraw ->
                List.of(new ReviewWithdrawn(standing(known(review)).reviewId(), withdraw.reason()));
        };
    }

    private static List<ReviewEvent> hold(HoldReview hold, Optional<Review> review) {
        if (review.isPresent()) {
            throw new Refusal(ReviewRule.REVIEW_ALREADY_HELD, "Correct it, or tell another under a new id.");
        }
        ReviewTerms terms = hold.terms();
        check(terms, hold.today());
        return List.of(new ReviewHeld(
                hold.reviewId(),
                terms.heldOn(),
                terms.attendance(),
                terms.aimIds(),
                terms.decisions(),
                terms.nextReviewOn(),
                terms.notes(),
                hold.barriers()));
    }

    private static List<ReviewEvent> correct(CorrectReview correct, Review review) {
        ReviewTerms terms = correct.terms();
        check(terms, correct.today());
        if (standing(review).terms().equals(terms)) {
            return List.of();
        }
        return List.of(new ReviewCorrected(
                review.reviewId(),
                terms.heldOn(),
                terms.attendance(),
                terms.aimIds(),
                terms.decisions(),
                terms.nextReviewOn(),
                terms.notes(),
                correct.reason()));
    }

    private static void check(ReviewTerms terms, LocalDate today) {
        if (terms.heldOn().isAfter(today)) {
            throw new Refusal(
                    ReviewRule.REVIEW_DAY_IN_THE_FUTURE,
                    "heldOn",
                    "Tell a review when it has been held: a review that is only planned shows up as the next one due.");
        }
        checkAttendance(terms.attendance());
        if (terms.aimIds().isEmpty()) {
            throw new Refusal(
                    ReviewRule.REVIEW_LOOKED_AT_NO_AIM,
                    "aimIds",
                    "Name the aims that were looked at: a leadership review asks how the district's aims stand and what"
                            + " their teams need.");
        }
        checkNamedOnce("aimIds", terms.aimIds());
        checkDates(terms);
    }

    private static void checkAttendance(List<Attendee> attendance) {
        checkNamedOnce(
                "attendance",
                attendance.stream().map(one -> Person.key(one.name())).toList());
        if (attendance.stream().noneMatch(one -> one.present() && one.role().leads())) {
            throw new Refusal(
                    ReviewRule.REVIEW_WITHOUT_LEADERS,
                    "attendance",
                    "Name who came, among them a superintendent, a member of cabinet or board, or a principal: only"
                            + " they can remove what stands in a team's way.");
        }
    }

    private static void checkDates(ReviewTerms terms) {
        if (terms.nextReviewOn() != null && !terms.nextReviewOn().isAfter(terms.heldOn())) {
            throw new Refusal(
                    ReviewRule.REVIEW_DATES_OUT_OF_ORDER,
                    "nextReviewOn",
                    "Send a day after this review, or leave it out: then the cadence says when the next one is due.");
        }
        for (int i = 0; i < terms.decisions().size(); i++) {
            LocalDate due = terms.decisions().get(i).due();
            if (due != null && due.isBefore(terms.heldOn())) {
                throw new Refusal(
                        ReviewRule.REVIEW_DATES_OUT_OF_ORDER,
                        "decisions[%d].due".formatted(i),
                        "Send a day on or after the review: what it decides is done afterwards.");
            }
        }
    }

    private static void checkNamedOnce(String field, List<?> named) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            if (!seen.add(named.get(i))) {
                throw new Refusal(
                        ReviewRule.REVIEW_NAMES_IT_TWICE, "%s[%d]".formatted(field, i), "Name each of them once.");
            }
        }
    }

    private static Review known(Optional<Review> review) {
        return review.orElseThrow(() -> new Refusal(
                ReviewRule.REVIEW_UNKNOWN, "Tell the review first, or look its id up in the list of reviews."));
    }

    private static Review standing(Review review) {
        if (review.withdrawal() != null) {
            throw new Refusal(
                    ReviewRule.REVIEW_IS_WITHDRAWN,
                    "Tell it again as a new review if it was held after all: what is withdrawn stays so.");
        }
        return review;
    }

    @Override
    public Optional<Review> evolve(Optional<Review> review, ReviewEvent event) {
        return Optional.of(
                switch (event) {
                    case ReviewHeld held -> new Review(held.reviewId(), held.terms(), held.barriers(), null, null);
                    case ReviewCorrected corrected ->
                        review.orElseThrow().corrected(corrected.terms(), corrected.reason());
                    case ReviewWithdrawn withdrawn -> review.orElseThrow().withdrawn(withdrawn.reason());
                });
    }
}
