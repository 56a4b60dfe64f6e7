package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is told of a review. */
public record ReviewTerms(
        LocalDate heldOn,
        List<Attendee> attendance,
        List<UUID> aimIds,
        List<ReviewDecision> decisions,
        LocalDate nextReviewOn,
        String notes) {
    /** Copies the lists; an absent one is empty. */
    public ReviewTerms {
        attendance = attendance == null ? List.of() : List.copyOf(attendance);
        aimIds = aimIds == null ? List.of() : List.copyOf(aimIds);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
    }
}
