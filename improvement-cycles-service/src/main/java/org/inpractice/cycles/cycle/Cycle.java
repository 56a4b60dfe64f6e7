package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A cycle in the state it is in, with just what the rules need to know of it. */
public sealed interface Cycle {
    /** Nothing has happened yet. */
    record Unplanned() implements Cycle {}

    /** Plan: it may still be revised. */
    record Planned(CyclePlan plan) implements Cycle {}

    /**
     * Do.
     *
     * @param goesOnSince the start, or the day it was resumed last
     * @param done numbers of the tasks that are done
     */
    record Started(CyclePlan plan, LocalDate startedOn, LocalDate goesOnSince, Set<Integer> done) implements Cycle {
        /** Copies. */
        public Started {
            done = Set.copyOf(done);
        }
    }

    /** On hold. */
    record Paused(Started before, LocalDate pausedOn) implements Cycle {}

    /** Study done. */
    record Studied(CyclePlan plan, LocalDate startedOn, LocalDate studiedOn) implements Cycle {}

    /** Act: over, but for the standard work of an adopted idea. */
    record Decided(CyclePlan plan, Decision decision, LocalDate decidedOn, StandardWork work, List<ScalingStep> scaling)
            implements Cycle {
        /** Copies. */
        public Decided {
            scaling = List.copyOf(scaling);
        }
    }

    /** Given up. */
    record Cancelled(CyclePlan plan, LocalDate startedOn) implements Cycle {}
}
