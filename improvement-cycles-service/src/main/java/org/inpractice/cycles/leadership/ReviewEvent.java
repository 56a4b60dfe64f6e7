package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a leadership review. */
public sealed interface ReviewEvent {
    /** The review. */
    UUID reviewId();

    /** Leaders looked at aims and decided. */
    @EventType(name = "improvement.leadership-review.held")
    record ReviewHeld(
            UUID reviewId,
            LocalDate heldOn,
            List<Attendee> attendance,
            List<UUID> aimIds,
            List<ReviewDecision> decisions,
            LocalDate nextReviewOn,
            String notes,
            ReviewedBarriers barriers)
            implements ReviewEvent {
        ReviewTerms terms() {
            return new ReviewTerms(heldOn, attendance, aimIds, decisions, nextReviewOn, notes);
        }
    }

    /** What was told of it was wrong; all of it, as it is from now on. Its barriers have events of their own. */
    @EventType(name = "improvement.leadership-review.corrected")
    record ReviewCorrected(
            UUID reviewId,
            LocalDate heldOn,
            List<Attendee> attendance,
            List<UUID> aimIds,
            List<ReviewDecision> decisions,
            LocalDate nextReviewOn,
            String notes,
            String reason)
            implements ReviewEvent {
        ReviewTerms terms() {
            return new ReviewTerms(heldOn, attendance, aimIds, decisions, nextReviewOn, notes);
        }
    }

    /** It was never held. */
    @EventType(name = "improvement.leadership-review.withdrawn")
    record ReviewWithdrawn(UUID reviewId, String reason) implements ReviewEvent {}
}
