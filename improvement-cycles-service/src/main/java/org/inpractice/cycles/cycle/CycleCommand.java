package org.inpractice.cycles.cycle;

import java.time.LocalDate;

/** What somebody wants with a cycle. {@code today} is the latest day that has begun anywhere. */
public sealed interface CycleCommand {
    /** Plan it. */
    record PlanCycle(CyclePlan plan) implements CycleCommand {}

    /** Plan it differently; idea, previous cycle and rung come from the plan that stands. */
    record RevisePlan(CyclePlan plan) implements CycleCommand {}

    /** Begin to try the change. */
    record StartCycle(LocalDate startedOn, LocalDate today) implements CycleCommand {}

    /** Write down what was noticed. */
    record NoteObservation(String note, LocalDate on, LocalDate today) implements CycleCommand {}

    /** Compare what happened with what was predicted. */
    record StudyCycle(CycleEvent.CycleStudied study, LocalDate today) implements CycleCommand {}

    /** Decide; {@code next} is for adapting only, otherwise null. */
    record DecideCycle(Decision decision, String rationale, LocalDate decidedOn, NextPlan next, LocalDate today)
            implements CycleCommand {}
}
