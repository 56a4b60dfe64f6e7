package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import java.util.UUID;

/** What somebody wants with a review. {@code today} is the latest day that has begun anywhere. */
sealed interface ReviewCommand {
    /** Tell that it was held. */
    record HoldReview(UUID reviewId, ReviewTerms terms, ReviewedBarriers barriers, LocalDate today)
            implements ReviewCommand {}

    /** Tell it right. */
    record CorrectReview(ReviewTerms terms, String reason, LocalDate today) implements ReviewCommand {}

    /** Take it back. */
    record WithdrawReview(String reason) implements ReviewCommand {}
}
