package org.inpractice.cycles.cycle;

import java.time.LocalDate;

/** A cycle in the state it is in, with just what the rules need to know of it. */
public sealed interface Cycle {
    /** Nothing has happened yet. */
    record Unplanned() implements Cycle {}

    /** Plan: it may still be revised. */
    record Planned(CyclePlan plan) implements Cycle {}

    /** Do. */
    record Started(CyclePlan plan, LocalDate startedOn) implements Cycle {}

    /** Study done. */
    record Studied(CyclePlan plan, LocalDate studiedOn) implements Cycle {}

    /** Act: over. */
    record Decided(CyclePlan plan, Decision decision) implements Cycle {}
}
