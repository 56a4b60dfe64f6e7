package org.inpractice.cycles.barrier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A barrier as it stands; what a row of its table keeps.
 *
 * @param lastStepOn the day of the last thing that happened to it
 * @param owner null while nobody has taken it on
 * @param escalation null while its owner has not passed it on
 * @param closing null while it stands in the way
 * @param daysClosedBefore how long it was gone before it came back, all times together
 */
public record Barrier(
        UUID barrierId,
        BarrierTerms terms,
        String raisedBy,
        LocalDate raisedOn,
        LocalDate lastStepOn,
        Owner owner,
        Escalation escalation,
        Closing closing,
        long daysClosedBefore) {
    /** Where a barrier stands. */
    public enum State {
        /** Nobody owns it. */
        @JsonProperty("raised")
        RAISED,
        /** Somebody does. */
        @JsonProperty("owned")
        OWNED,
        /** Its owner has passed it on to somebody who can do more. */
        @JsonProperty("escalated")
        ESCALATED,
        /** It is gone. */
        @JsonProperty("removed")
        REMOVED,
        /** It stays, and that was decided. */
        @JsonProperty("accepted")
        ACCEPTED
    }

    /** Who removes it, until when. */
    public record Owner(String name, LocalDate until, LocalDate on) {}

    /** To whom it was passed on, and why. */
    public record Escalation(String to, String why, LocalDate on) {}

    /**
     * How it came to an end.
     *
     * @param said how it was removed, or why it is accepted
     */
    public record Closing(boolean removed, String said, LocalDate on) {}

    /** Where it stands. */
    State state() {
        if (closing != null) {
            return closing.removed() ? State.REMOVED : State.ACCEPTED;
        }
        if (escalation != null) {
            return State.ESCALATED;
        }
        return owner == null ? State.RAISED : State.OWNED;
    }

    /** On how many days it stood in the way, up to a day. */
    long daysOpen(LocalDate today) {
        LocalDate end = closing == null || closing.on().isAfter(today) ? today : closing.on();
        return Math.max(0, ChronoUnit.DAYS.between(raisedOn, end) - daysClosedBefore);
    }

    /** Whether its owner wanted to be done by now. */
    boolean overdue(LocalDate today) {
        return closing == null && owner != null && owner.until().isBefore(today);
    }

    Barrier withTerms(BarrierTerms other) {
        return new Barrier(
                barrierId, other, raisedBy, raisedOn, lastStepOn, owner, escalation, closing, daysClosedBefore);
    }

    /** With a new owner; whom it had been passed on to is history then. */
    Barrier withOwner(Owner other) {
        return new Barrier(barrierId, terms, raisedBy, raisedOn, other.on(), other, null, null, daysClosedBefore);
    }

    Barrier withEscalation(Escalation other) {
        return new Barrier(barrierId, terms, raisedBy, raisedOn, other.on(), owner, other, null, daysClosedBefore);
    }

    Barrier withClosing(Closing other) {
        return new Barrier(
                barrierId, terms, raisedBy, raisedOn, other.on(), owner, escalation, other, daysClosedBefore);
    }

    /** Back, with the owner it had. */
    Barrier reopened(LocalDate on) {
        long gone = ChronoUnit.DAYS.between(closing.on(), on);
        return new Barrier(barrierId, terms, raisedBy, raisedOn, on, owner, escalation, null, daysClosedBefore + gone);
    }
}
