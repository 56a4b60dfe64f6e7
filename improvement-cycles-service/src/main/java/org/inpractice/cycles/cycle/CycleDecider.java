package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inpractice.cycles.cycle.Cycle.Cancelled;
import org.inpractice.cycles.cycle.Cycle.Decided;
import org.inpractice.cycles.cycle.Cycle.Paused;
import org.inpractice.cycles.cycle.Cycle.Planned;
import org.inpractice.cycles.cycle.Cycle.Started;
import org.inpractice.cycles.cycle.Cycle.Studied;
import org.inpractice.cycles.cycle.Cycle.Unplanned;
import org.inpractice.cycles.cycle.CycleCommand.CancelCycle;
import org.inpractice.cycles.cycle.CycleCommand.CompleteTask;
import org.inpractice.cycles.cycle.CycleCommand.DecideCycle;
import org.inpractice.cycles.cycle.CycleCommand.NoteObservation;
import org.inpractice.cycles.cycle.CycleCommand.PauseCycle;
import org.inpractice.cycles.cycle.CycleCommand.PlanCycle;
import org.inpractice.cycles.cycle.CycleCommand.ResumeCycle;
import org.inpractice.cycles.cycle.CycleCommand.RevisePlan;
import org.inpractice.cycles.cycle.CycleCommand.Standardise;
import org.inpractice.cycles.cycle.CycleCommand.StartCycle;
import org.inpractice.cycles.cycle.CycleCommand.StudyCycle;
import org.inpractice.cycles.cycle.CycleEvent.CycleCancelled;
import org.inpractice.cycles.cycle.CycleEvent.CycleDecided;
import org.inpractice.cycles.cycle.CycleEvent.CycleNoted;
import org.inpractice.cycles.cycle.CycleEvent.CyclePaused;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanRevised;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanned;
import org.inpractice.cycles.cycle.CycleEvent.CycleResumed;
import org.inpractice.cycles.cycle.CycleEvent.CycleStandardised;
import org.inpractice.cycles.cycle.CycleEvent.CycleStarted;
import org.inpractice.cycles.cycle.CycleEvent.CycleStudied;
import org.inpractice.cycles.cycle.CycleEvent.TaskDone;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/**
 * The method, step by step: {@code planned → started → studied → decided}, and what each step asks for. What is started may
 * be paused and resumed; what is not decided may be cancelled, and then nothing but reading is left.
 */
public final class CycleDecider implements Decider<CycleCommand, Cycle, CycleEvent> {
    @Override
    public Cycle initialState() {
        return new Unplanned();
    }

    @Override
    public List<CycleEvent> decide(CycleCommand command, Cycle cycle) {
        if (cycle instanceof Unplanned && !(command instanceof PlanCycle)) {
            throw new Refusal(
                    CycleRule.CYCLE_UNKNOWN, "Plan the cycle first, or look its id up in the list of cycles.");
        }
        if (cycle instanceof Cancelled) {
            throw new Refusal(
                    CycleRule.CYCLE_CANCELLED,
                    "Plan a new cycle of the same idea instead: this one was given up, and what was not carried through"
                            + " can be neither studied nor decided.");
        }
        return switch (command) {
            case PlanCycle plan -> plan(plan.plan(), cycle);
            case RevisePlan revision -> revise(revision.plan(), cycle);
            case StartCycle start -> List.of(start(start, cycle));
            case NoteObservation note -> List.of(DoingRules.note(note, cycle));
            case CompleteTask task -> List.of(DoingRules.complete(task, cycle));
            case PauseCycle pause -> List.of(DoingRules.pause(pause, cycle));
            case ResumeCycle resume -> List.of(DoingRules.resume(resume, cycle));
            case CancelCycle cancel -> List.of(DoingRules.cancel(cancel, cycle));
            case StudyCycle study -> List.of(StudyRules.study(study, cycle));
            case DecideCycle decision -> List.of(ActRules.decide(decision, cycle));
            case Standardise standard -> ActRules.standardise(standard, cycle);
        };
    }

    private static List<CycleEvent> plan(CyclePlan plan, Cycle cycle) {
        if (!(cycle instanceof Unplanned)) {
            throw new Refusal(CycleRule.CYCLE_ALREADY_PLANNED, "Revise its plan, or plan another cycle.");
        }
        PlanRules.checkConsistent(plan, "");
        return List.of(new CyclePlanned(plan));
    }

    private static List<CycleEvent> revise(CyclePlan plan, Cycle cycle) {
        if (!(cycle instanceof Planned planned)) {
            throw new Refusal(
                    CycleRule.PLAN_IS_FIXED,
                    "Write down what turned out differently as a note, study the cycle as it was predicted, and decide"
                            + " to adapt: a prediction changed after the start would always come true.");
        }
        PlanRules.checkConsistent(plan, "");
        return planned.plan().equals(plan) ? List.of() : List.of(new CyclePlanRevised(plan));
    }

    private static CycleEvent start(StartCycle start, Cycle cycle) {
        if (!(cycle instanceof Planned planned)) {
            throw new Refusal(
                    CycleRule.CYCLE_ALREADY_STARTED,
                    "Go on with notes and the study; to test the idea again, decide this cycle and plan the next one.");
        }
        CyclePlan plan = planned.plan();
        PlanRules.checkComplete(plan);
        StepDates.refuseFuture(start.startedOn(), start.today(), "startedOn");
        return new CycleStarted(
                plan.cycleId(),
                start.startedOn(),
                plan.changeIdeaId(),
                plan.changeIdea(),
                plan.prediction(),
                plan.measures(),
                plan.siteId(),
                plan.studentGroup(),
                plan.teamId(),
                plan.scope(),
                plan.otherPredictions());
    }

    @Override
    public Cycle evolve(Cycle cycle, CycleEvent event) {
        return switch (event) {
            case CyclePlanned planned -> new Planned(planned.plan());
            case CyclePlanRevised revised -> new Planned(revised.plan());
            case CycleStarted started -> new Started(planOf(cycle), started.startedOn(), started.startedOn(), Set.of());
            case CycleNoted noted -> cycle;
            case TaskDone done -> cycle instanceof Started started ? with(started, done.task()) : cycle;
            case CyclePaused paused -> cycle instanceof Started started ? new Paused(started, paused.on()) : cycle;
            case CycleResumed resumed -> cycle instanceof Paused paused ? goesOn(paused.before(), resumed.on()) : cycle;
            case CycleCancelled cancelled -> new Cancelled(planOf(cycle), startOf(cycle));
            case CycleStudied studied -> new Studied(planOf(cycle), startOf(cycle), studied.studiedOn());
            case CycleDecided decided ->
                new Decided(
                        planOf(cycle),
                        decided.decision(),
                        decided.decidedOn(),
                        decided.standardWork(),
                        decided.scaling());
            case CycleStandardised standard ->
                cycle instanceof Decided decided
                        ? new Decided(
                                decided.plan(),
                                decided.decision(),
                                decided.decidedOn(),
                                standard.standardWork(),
                                standard.scaling())
                        : cycle;
        };
    }

    private static Started with(Started started, int task) {
        Set<Integer> done = new HashSet<>(started.done());
        done.add(task);
        return new Started(started.plan(), started.startedOn(), started.goesOnSince(), done);
    }

    private static Started goesOn(Started started, LocalDate on) {
        return new Started(started.plan(), started.startedOn(), on, started.done());
    }

    /** The plan of a cycle, or null before it has one. */
    static CyclePlan planOf(Cycle cycle) {
        return switch (cycle) {
            case Unplanned nothing -> null;
            case Planned planned -> planned.plan();
            case Started started -> started.plan();
            case Paused paused -> paused.before().plan();
            case Studied studied -> studied.plan();
            case Decided decided -> decided.plan();
            case Cancelled cancelled -> cancelled.plan();
        };
    }

    /** The day a cycle was started, or null while that is not known. */
    static LocalDate startOf(Cycle cycle) {
        return switch (cycle) {
            case Unplanned nothing -> null;
            case Planned planned -> null;
            case Started started -> started.startedOn();
            case Paused paused -> paused.before().startedOn();
            case Studied studied -> studied.startedOn();
            case Decided decided -> null;
            case Cancelled cancelled -> cancelled.startedOn();
        };
    }

    static CycleState stateOf(Cycle cycle) {
        return switch (cycle) {
            case Unplanned nothing -> null;
            case Planned planned -> CycleState.PLANNED;
            case Started started -> CycleState.STARTED;
            case Paused paused -> CycleState.PAUSED;
            case Studied studied -> CycleState.STUDIED;
            case Decided decided -> CycleState.DECIDED;
            case Cancelled cancelled -> CycleState.CANCELLED;
        };
    }
}
