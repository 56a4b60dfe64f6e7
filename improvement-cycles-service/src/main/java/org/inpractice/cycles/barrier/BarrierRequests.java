package org.inpractice.cycles.barrier;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.ShortText;

/** The bodies of the commands on barriers. In each, {@code on} is the day it happened: that of {@code occurredAt} when absent. */
final class BarrierRequests {
    static final String WHAT = "Say what stands in the way.";
    static final String KIND =
            "Say of which kind it is: unclear_practice, staff_capacity, competing_priorities, data, time,"
                    + " money, policy_or_contract, technology, consent_of_those_affected or other.";

    private BarrierRequests() {}

    /** What stands in the way. */
    @Schema(name = "BarrierRaise")
    record Raise(
            @Schema(examples = "Attendance clerks get the absence list after noon, too late to call home early")
            @NotNull(message = WHAT)
            @LongText
            String what,

            @NotNull(message = KIND) BarrierKind kind,

            @Schema(description = "The district's own word; exactly when the kind is other.") @ShortText
            String kindInWords,

            @Size(max = 100, message = "Name at most 100 aims.")
            List<@NotNull(message = "Leave out empty ids.") UUID> aimIds,

            @Size(max = 100, message = "Name at most 100 cycles.")
            List<@NotNull(message = "Leave out empty ids.") UUID> cycleIds,

            @Schema(description = "Who raised it; the token's subject when absent.") @ShortText
            String raisedBy,

            @CalendarDay LocalDate raisedOn,
            Instant occurredAt) {
        BarrierTerms terms() {
            return new BarrierTerms(what, kind, kindInWords, aimIds, cycleIds);
        }
    }

    /** What stands in the way, put differently. */
    @Schema(name = "BarrierRevision")
    record Revise(
            @NotNull(message = WHAT) @LongText String what,

            @NotNull(message = KIND) BarrierKind kind,
            @ShortText String kindInWords,

            @Size(max = 100, message = "Name at most 100 aims.")
            List<@NotNull(message = "Leave out empty ids.") UUID> aimIds,

            @Size(max = 100, message = "Name at most 100 cycles.")
            List<@NotNull(message = "Leave out empty ids.") UUID> cycleIds,

            Instant occurredAt) {
        BarrierTerms terms() {
            return new BarrierTerms(what, kind, kindInWords, aimIds, cycleIds);
        }
    }

    /** Who removes it, until when. */
    @Schema(name = "BarrierOwner")
    record Own(
            @Schema(examples = "Director of technology")
            @NotNull(message = "Name who removes it: a role or a staff member.")
            @ShortText
            String owner,

            @Schema(examples = "2025-10-31")
            @NotNull(message = "Say until when: a barrier without a date is removed never.")
            @CalendarDay
            LocalDate until,

            @CalendarDay LocalDate on,
            Instant occurredAt) {}

    /** To whom it is passed on. */
    @Schema(name = "BarrierEscalation")
    record Escalate(
            @Schema(examples = "Superintendent") @NotNull(message = "Name to whom it is passed on.") @ShortText
            String to,

            @NotNull(message = "Say why its owner cannot remove it alone.") @LongText
            String why,

            @CalendarDay LocalDate on,
            Instant occurredAt) {}

    /** How it went away. */
    @Schema(name = "BarrierRemoval")
    record Remove(
            @Schema(examples = "The student information system sends the list at 9 o'clock")
            @NotNull(message = "Say how it was removed: others will meet the same one.")
            @LongText
            String how,

            @CalendarDay LocalDate on,
            Instant occurredAt) {}

    /** Why it stays, or is back. */
    @Schema(name = "BarrierReason")
    record Because(
            @NotNull(message = "Say why.") @LongText String why,
            @CalendarDay LocalDate on,
            Instant occurredAt) {}
}
