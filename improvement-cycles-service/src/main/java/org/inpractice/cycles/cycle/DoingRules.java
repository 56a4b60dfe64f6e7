package org.inpractice.cycles.cycle;

import org.inpractice.cycles.cycle.Cycle.Cancelled;
import org.inpractice.cycles.cycle.Cycle.Decided;
import org.inpractice.cycles.cycle.Cycle.Paused;
import org.inpractice.cycles.cycle.Cycle.Planned;
import org.inpractice.cycles.cycle.Cycle.Started;
import org.inpractice.cycles.cycle.Cycle.Studied;
import org.inpractice.cycles.cycle.Cycle.Unplanned;
import org.inpractice.cycles.cycle.CycleCommand.CancelCycle;
import org.inpractice.cycles.cycle.CycleCommand.CompleteTask;
import org.inpractice.cycles.cycle.CycleCommand.NoteObservation;
import org.inpractice.cycles.cycle.CycleCommand.PauseCycle;
import org.inpractice.cycles.cycle.CycleCommand.ResumeCycle;
import org.inpractice.cycles.cycle.CycleEvent.CycleCancelled;
import org.inpractice.cycles.cycle.CycleEvent.CycleNoted;
import org.inpractice.cycles.cycle.CycleEvent.CyclePaused;
import org.inpractice.cycles.cycle.CycleEvent.CycleResumed;
import org.inpractice.cycles.cycle.CycleEvent.TaskDone;
import org.inpractice.stream.Refusal;

/** Do: what may be written down while a change is tried, and how trying is put on hold or given up. */
final class DoingRules {
    private DoingRules() {}

    static CycleEvent note(NoteObservation note, Cycle cycle) {
        Started started = running(cycle, "note");
        StepDates.refuseFuture(note.on(), note.today(), "on");
        StepDates.refuseBefore(
                note.on(), started.startedOn(), "on", "the start: notes tell what was noticed while doing");
        return new CycleNoted(started.plan().cycleId(), note.note(), note.on(), note.kind());
    }

    static CycleEvent complete(CompleteTask command, Cycle cycle) {
        Started started = running(cycle, "task");
        int tasks = started.plan().tasks().size();
        if (command.task() < 1 || command.task() > tasks) {
            throw new Refusal(
                    CycleRule.TASK_UNKNOWN,
                    "task",
                    tasks == 0
                            ? "Write down what was done as a note: the plan of this cycle has no tasks."
                            : "Send the number of a task of the plan, from 1 to " + tasks + ".");
        }
        if (started.done().contains(command.task())) {
            throw new Refusal(
                    CycleRule.TASK_ALREADY_DONE,
                    "task",
                    "Write down what else was done as a note: a task is ticked off once, on the day it was done.");
        }
        StepDates.refuseFuture(command.on(), command.today(), "on");
        return new TaskDone(
                started.plan().cycleId(),
                command.task(),
                started.plan().tasks().get(command.task() - 1).what(),
                command.on(),
                command.remark());
    }

    static CycleEvent pause(PauseCycle pause, Cycle cycle) {
        if (cycle instanceof Paused) {
            throw paused("pause");
        }
        if (!(cycle instanceof Started started)) {
            throw new Refusal(
                    CycleRule.NOTHING_TO_PAUSE,
                    "Pause a cycle between its start and its study: before, revise the days of the plan; after, nothing"
                            + " is being tried that could be put on hold.");
        }
        StepDates.refuseFuture(pause.on(), pause.today(), "on");
        StepDates.refuseBefore(pause.on(), started.goesOnSince(), "on", "the start, or of the last resumption");
        return new CyclePaused(started.plan().cycleId(), pause.reason(), pause.on());
    }

    static CycleEvent resume(ResumeCycle resume, Cycle cycle) {
        if (!(cycle instanceof Paused paused)) {
            throw new Refusal(
                    CycleRule.CYCLE_NOT_PAUSED,
                    "Go on with the next step of the cycle: only what was put on hold can be resumed.");
        }
        StepDates.refuseFuture(resume.on(), resume.today(), "on");
        StepDates.refuseBefore(resume.on(), paused.pausedOn(), "on", "the pause");
        return new CycleResumed(paused.before().plan().cycleId(), resume.on());
    }

    static CycleEvent cancel(CancelCycle cancel, Cycle cycle) {
        if (cycle instanceof Decided) {
            throw new Refusal(
                    CycleRule.CYCLE_ALREADY_DECIDED,
                    "Leave it: a decided cycle is over, and what it taught stays readable for the next one.");
        }
        StepDates.refuseFuture(cancel.on(), cancel.today(), "on");
        switch (cycle) {
            case Started started ->
                StepDates.refuseBefore(
                        cancel.on(), started.goesOnSince(), "on", "the start, or of the last resumption");
            case Paused paused -> StepDates.refuseBefore(cancel.on(), paused.pausedOn(), "on", "the pause");
            case Studied studied -> StepDates.refuseBefore(cancel.on(), studied.studiedOn(), "on", "the study");
            case Unplanned nothing -> {}
            case Planned planned -> {}
            case Decided decided -> {}
            case Cancelled cancelled -> {}
        }
        return new CycleCancelled(CycleDecider.planOf(cycle).cycleId(), cancel.reason(), cancel.on());
    }

    private static Started running(Cycle cycle, String step) {
        return switch (cycle) {
            case Started started -> started;
            case Unplanned nothing -> throw notStarted(step);
            case Planned planned -> throw notStarted(step);
            case Paused paused -> throw paused(step);
            case Studied studied -> throw doingIsOver();
            case Decided decided -> throw doingIsOver();
            case Cancelled cancelled -> throw doingIsOver();
        };
    }

    static Refusal notStarted(String step) {
        return new Refusal(
                CycleRule.CYCLE_NOT_STARTED,
                "Start the cycle first: a " + step + " is about what happened while the change was tried.");
    }

    static Refusal paused(String step) {
        return new Refusal(
                CycleRule.CYCLE_IS_PAUSED,
                "Resume the cycle first, or cancel it: a " + step
                        + " while nothing is tried would mix the time with the change and the time without it.");
    }

    private static Refusal doingIsOver() {
        return new Refusal(
                CycleRule.DOING_IS_OVER,
                "Write down what you have noticed since in the next cycle: the study of this one rests on the notes it"
                        + " had.");
    }
}
