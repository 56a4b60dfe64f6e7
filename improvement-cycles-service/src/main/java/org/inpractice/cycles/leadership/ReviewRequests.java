package org.inpractice.cycles.leadership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.LongText;

/** The bodies of the commands on leadership reviews. */
final class ReviewRequests {
    static final String DAY = "Say on which day it was held.";
    static final String WHO = "Name who was asked, and who came.";
    static final String AIMS = "Name the aims that were looked at, by their ids.";

    private ReviewRequests() {}

    /** A review that was held. */
    @Schema(name = "LeadershipReviewHeld")
    record Held(
            @Schema(examples = "2025-10-06") @NotNull(message = DAY) @CalendarDay
            LocalDate heldOn,

            @NotEmpty(message = WHO) @Size(max = 200, message = "Name at most 200 people.")
            List<@NotNull(message = "Leave out empty entries.") @Valid Attendee> attendance,

            @NotEmpty(message = AIMS) @Size(max = 100, message = "Name at most 100 aims.")
            List<@NotNull(message = "Leave out empty ids.") UUID> aimIds,

            @Size(max = 100, message = "Tell at most 100 decisions.")
            List<@NotNull(message = "Leave out empty entries.") @Valid ReviewDecision> decisions,

            @Schema(examples = "2025-11-03") @CalendarDay LocalDate nextReviewOn,
            @LongText String notes,
            @Valid BarrierSteps barriers,
            Instant occurredAt) {
        ReviewTerms terms() {
            return new ReviewTerms(heldOn, attendance, aimIds, decisions, nextReviewOn, notes);
        }
    }

    /** A review told right. */
    @Schema(name = "LeadershipReviewCorrection")
    record Correction(
            @NotNull(message = DAY) @CalendarDay LocalDate heldOn,

            @NotEmpty(message = WHO) @Size(max = 200, message = "Name at most 200 people.")
            List<@NotNull(message = "Leave out empty entries.") @Valid Attendee> attendance,

            @NotEmpty(message = AIMS) @Size(max = 100, message = "Name at most 100 aims.")
            List<@NotNull(message = "Leave out empty ids.") UUID> aimIds,

            @Size(max = 100, message = "Tell at most 100 decisions.")
            List<@NotNull(message = "Leave out empty entries.") @Valid ReviewDecision> decisions,

            @CalendarDay LocalDate nextReviewOn,
            @LongText String notes,

            @Schema(examples = "The principal of Birch was there too")
            @NotNull(message = "Say why it is told differently now.")
            @LongText
            String reason,

            Instant occurredAt) {
        ReviewTerms terms() {
            return new ReviewTerms(heldOn, attendance, aimIds, decisions, nextReviewOn, notes);
        }
    }

    /** A review that was not held. */
    @Schema(name = "LeadershipReviewWithdrawal")
    record Withdrawal(
            @Schema(examples = "Told twice") @NotNull(message = "Say why it is withdrawn.") @LongText
            String reason,

            Instant occurredAt) {}
}
