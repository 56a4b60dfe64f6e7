package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.List;
import org.inpractice.cycles.feedback.KnownFeedback;

/** What somebody wants with a cycle. {@code today} is the latest day that has begun anywhere. */
public sealed interface CycleCommand {
    /** Plan it. */
    record PlanCycle(CyclePlan plan) implements CycleCommand {}

    /** Plan it differently; idea, previous cycle and rung come from the plan that stands. */
    record RevisePlan(CyclePlan plan) implements CycleCommand {}

    /** Begin to try the change. */
    record StartCycle(LocalDate startedOn, LocalDate today) implements CycleCommand {}

    /** Write down what was noticed; the kind may be null. */
    record NoteObservation(String note, LocalDate on, NoteKind kind, LocalDate today) implements CycleCommand {}

    /** Tick off a task of the plan, by its number from 1; the remark may be null. */
    record CompleteTask(int task, LocalDate on, String remark, LocalDate today) implements CycleCommand {}

    /** Put it on hold. */
    record PauseCycle(String reason, LocalDate on, LocalDate today) implements CycleCommand {}

    /** Go on. */
    record ResumeCycle(LocalDate on, LocalDate today) implements CycleCommand {}

    /** Give it up. */
    record CancelCycle(String reason, LocalDate on, LocalDate today) implements CycleCommand {}

    /** Compare what happened with what was predicted. */
    record StudyCycle(CycleEvent.CycleStudied study, LocalDate today) implements CycleCommand {
        /** With what the service knows. */
        StudyCycle with(KnownFeedback known) {
            return new StudyCycle(
                    new CycleEvent.CycleStudied(
                            study.cycleId(),
                            study.comparedWithPrediction(),
                            study.whatHappened(),
                            study.learned(),
                            study.feedback(),
                            study.studiedOn(),
                            known),
                    today);
        }
    }

    /** Decide; {@code next} is for adapting only, standard work and scaling for adopting; otherwise null or empty. */
    record DecideCycle(
            Decision decision,
            String rationale,
            LocalDate decidedOn,
            NextPlan next,
            StandardWork standardWork,
            List<ScalingStep> scaling,
            KnownFeedback known,
            LocalDate today)
            implements CycleCommand {
        /** An absent spread is none. */
        public DecideCycle {
            scaling = scaling == null ? List.of() : List.copyOf(scaling);
        }

        /** With what the service knows. */
        DecideCycle with(KnownFeedback feedback) {
            return new DecideCycle(decision, rationale, decidedOn, next, standardWork, scaling, feedback, today);
        }
    }

    /** Make an adopted idea standard work, or put that differently. */
    record Standardise(StandardWork standardWork, List<ScalingStep> scaling) implements CycleCommand {
        /** An absent spread is none. */
        public Standardise {
            scaling = scaling == null ? List.of() : List.copyOf(scaling);
        }
    }
}
