package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Known;

/** Reviews as readers see them. */
final class ReviewViews {
    private ReviewViews() {}

    /** The review a command was about, and the barriers it raised. */
    @Schema(name = "LeadershipReviewVersion")
    record ReviewVersion(UUID reviewId, long version, List<UUID> raisedBarrierIds) {}

    /**
     * A review.
     *
     * @param barriers what it did something about, by id
     * @param correction why it was last corrected
     * @param withdrawal why it does not count
     */
    @Schema(name = "LeadershipReview")
    record ReviewView(
            UUID reviewId,
            long version,
            LocalDate heldOn,
            List<Attendee> attendance,
            List<UUID> aimIds,
            List<ReviewDecision> decisions,
            LocalDate nextReviewOn,
            String notes,
            ReviewedBarriers barriers,
            String correction,
            String withdrawal) {
        static ReviewView of(Known<Review> known) {
            Review review = known.state();
            ReviewTerms terms = review.terms();
            return new ReviewView(
                    review.reviewId(),
                    known.version(),
                    terms.heldOn(),
                    terms.attendance(),
                    terms.aimIds(),
                    terms.decisions(),
                    terms.nextReviewOn(),
                    terms.notes(),
                    review.barriers(),
                    review.correction(),
                    review.withdrawal());
        }
    }
}
