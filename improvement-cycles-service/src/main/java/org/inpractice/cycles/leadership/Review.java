package org.inpractice.cycles.leadership;

import java.util.UUID;

/**
 * A review as it stands; what a row of its table keeps.
 *
 * @param correction why it was last corrected, or null
 * @param withdrawal why it was withdrawn, or null
 */
public record Review(
        UUID reviewId, ReviewTerms terms, ReviewedBarriers barriers, String correction, String withdrawal) {
    Review corrected(ReviewTerms other, String reason) {
        return new Review(reviewId, other, barriers, reason, withdrawal);
    }

    Review withdrawn(String reason) {
        return new Review(reviewId, terms, barriers, correction, reason);
    }
}
