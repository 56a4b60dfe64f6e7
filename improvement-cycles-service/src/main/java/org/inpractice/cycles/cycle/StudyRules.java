package org.inpractice.cycles.cycle;

import org.inpractice.cycles.cycle.Cycle.Cancelled;
import org.inpractice.cycles.cycle.Cycle.Decided;
import org.inpractice.cycles.cycle.Cycle.Paused;
import org.inpractice.cycles.cycle.Cycle.Planned;
import org.inpractice.cycles.cycle.Cycle.Started;
import org.inpractice.cycles.cycle.Cycle.Studied;
import org.inpractice.cycles.cycle.Cycle.Unplanned;
import org.inpractice.cycles.cycle.CycleCommand.StudyCycle;
import org.inpractice.cycles.cycle.CycleEvent.CycleStudied;
import org.inpractice.stream.Refusal;

/** Study: one for each cycle, after the doing. */
final class StudyRules {
    private StudyRules() {}

    static CycleEvent study(StudyCycle command, Cycle cycle) {
        return switch (cycle) {
            case Unplanned nothing -> throw DoingRules.notStarted("study");
            case Planned planned -> throw DoingRules.notStarted("study");
            case Paused paused -> throw DoingRules.paused("study");
            case Started started -> study(command, started);
            case Studied studied -> throw alreadyStudied();
            case Decided decided -> throw alreadyStudied();
            case Cancelled cancelled -> throw alreadyStudied();
        };
    }

    private static CycleEvent study(StudyCycle command, Started started) {
        CycleStudied study = command.study();
        StepDates.refuseFuture(study.studiedOn(), command.today(), "studiedOn");
        StepDates.refuseBefore(
                study.studiedOn(), started.goesOnSince(), "studiedOn", "the start: first the test, then the study");
        if (study.feedback() != null
                && study.feedback().toSequence() < study.feedback().fromSequence()) {
            throw new Refusal(
                    CycleRule.FEEDBACK_RANGE_REVERSED,
                    "feedback.toSequence",
                    "Copy fromSequence and toSequence from the feedback report, so that what you saw can be"
                            + " found again.");
        }
        return study;
    }

    private static Refusal alreadyStudied() {
        return new Refusal(
                CycleRule.CYCLE_ALREADY_STUDIED,
                "Go on to the decision, or test the idea again in a next cycle: a study is not rewritten once it is"
                        + " known.");
    }
}
