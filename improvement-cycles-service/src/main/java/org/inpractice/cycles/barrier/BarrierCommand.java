package org.inpractice.cycles.barrier;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody wants with a barrier. {@code today} is the latest day that has begun anywhere, {@code reviewId} the
 * leadership review in which it is wanted, or null.
 */
sealed interface BarrierCommand {
    /** Say what stands in the way. */
    record RaiseBarrier(
            UUID barrierId, BarrierTerms terms, String raisedBy, LocalDate on, UUID reviewId, LocalDate today)
            implements BarrierCommand {}

    /** Put it differently. */
    record ReviseBarrier(BarrierTerms terms) implements BarrierCommand {}

    /** Take it on. */
    record OwnBarrier(String owner, LocalDate until, LocalDate on, UUID reviewId, LocalDate today)
            implements BarrierCommand {}

    /** Pass it on to somebody who can do more. */
    record EscalateBarrier(String to, String why, LocalDate on, UUID reviewId, LocalDate today)
            implements BarrierCommand {}

    /** Say that it is gone. */
    record RemoveBarrier(String how, LocalDate on, UUID reviewId, LocalDate today) implements BarrierCommand {}

    /** Say that it stays. */
    record AcceptBarrier(String why, LocalDate on, UUID reviewId, LocalDate today) implements BarrierCommand {}

    /** Say that it is back. */
    record ReopenBarrier(String why, LocalDate on, LocalDate today) implements BarrierCommand {}
}
