package org.inpractice.cycles.barrier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a barrier. {@code reviewId} is the leadership review in which it happened, or null. */
public sealed interface BarrierEvent {
    /** The barrier. */
    UUID barrierId();

    /** Somebody said what stands in the way. */
    @EventType(name = "improvement.barrier.raised")
    record BarrierRaised(
            UUID barrierId,
            String what,
            BarrierKind kind,
            String kindInWords,
            List<UUID> aimIds,
            List<UUID> cycleIds,
            String raisedBy,
            LocalDate raisedOn,
            UUID reviewId)
            implements BarrierEvent {
        BarrierTerms terms() {
            return new BarrierTerms(what, kind, kindInWords, aimIds, cycleIds);
        }
    }

    /** It was put differently; all of it, as it is from now on. */
    @EventType(name = "improvement.barrier.revised")
    record BarrierRevised(
            UUID barrierId, String what, BarrierKind kind, String kindInWords, List<UUID> aimIds, List<UUID> cycleIds)
            implements BarrierEvent {
        BarrierTerms terms() {
            return new BarrierTerms(what, kind, kindInWords, aimIds, cycleIds);
        }
    }

    /** Somebody took it on, until a day. */
    @EventType(name = "improvement.barrier.owned")
    record BarrierOwned(UUID barrierId, String owner, LocalDate until, LocalDate on, UUID reviewId)
            implements BarrierEvent {}

    /** Its owner cannot remove it alone. */
    @EventType(name = "improvement.barrier.escalated")
    record BarrierEscalated(UUID barrierId, String to, String why, LocalDate on, UUID reviewId)
            implements BarrierEvent {}

    /** It stands in the way no longer. */
    @EventType(name = "improvement.barrier.removed")
    record BarrierRemoved(UUID barrierId, String how, LocalDate on, UUID reviewId) implements BarrierEvent {}

    /** It stays, and the district says so. */
    @EventType(name = "improvement.barrier.accepted")
    record BarrierAccepted(UUID barrierId, String why, LocalDate on, UUID reviewId) implements BarrierEvent {}

    /** It stands in the way again. */
    @EventType(name = "improvement.barrier.reopened")
    record BarrierReopened(UUID barrierId, String why, LocalDate on) implements BarrierEvent {}
}
