package org.inpractice.cycles.barrier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.barrier.Barrier.Escalation;
import org.inpractice.cycles.barrier.Barrier.Owner;

/** Barriers as readers see them. */
final class BarrierViews {
    private BarrierViews() {}

    /** The barrier a command was about. */
    @Schema(name = "BarrierVersion")
    record BarrierVersion(UUID barrierId, Barrier.State state, long version) {}

    /**
     * A barrier.
     *
     * @param overdue whether its owner wanted it gone by now
     * @param daysOpen days on which it stood in the way: from the day it was raised to the day it was closed, or to the
     *     day asked about; without those on which it was gone
     * @param steps what happened to it, in order; with a single barrier only
     */
    @Schema(name = "Barrier")
    record BarrierView(
            UUID barrierId,
            long version,
            String what,
            BarrierKind kind,
            String kindInWords,
            List<UUID> aimIds,
            List<UUID> cycleIds,
            String raisedBy,
            LocalDate raisedOn,
            Barrier.State state,
            Owner owner,
            Escalation escalation,
            String howRemoved,
            String whyAccepted,
            LocalDate closedOn,
            boolean overdue,
            long daysOpen,
            List<Step> steps) {
        static BarrierView of(Barrier barrier, long version, LocalDate today, List<Step> steps) {
            boolean removed = barrier.closing() != null && barrier.closing().removed();
            boolean accepted = barrier.closing() != null && !barrier.closing().removed();
            return new BarrierView(
                    barrier.barrierId(),
                    version,
                    barrier.terms().what(),
                    barrier.terms().kind(),
                    barrier.terms().kindInWords(),
                    barrier.terms().aimIds(),
                    barrier.terms().cycleIds(),
                    barrier.raisedBy(),
                    barrier.raisedOn(),
                    barrier.state(),
                    barrier.owner(),
                    barrier.escalation(),
                    removed ? barrier.closing().said() : null,
                    accepted ? barrier.closing().said() : null,
                    barrier.closing() == null ? null : barrier.closing().on(),
                    barrier.overdue(today),
                    barrier.daysOpen(today),
                    steps);
        }
    }

    /**
     * Something that happened to a barrier.
     *
     * @param actor who told it
     * @param reviewId the leadership review in which it happened, or null
     */
    @Schema(name = "BarrierStep")
    record Step(String step, LocalDate on, String actor, UUID reviewId, long version) {}
}
