package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.cycle.Cycle.Decided;
import org.inpractice.cycles.cycle.Cycle.Planned;
import org.inpractice.cycles.cycle.Cycle.Started;
import org.inpractice.cycles.cycle.Cycle.Studied;
import org.inpractice.cycles.cycle.Cycle.Unplanned;
import org.inpractice.cycles.cycle.CycleCommand.DecideCycle;
import org.inpractice.cycles.cycle.CycleCommand.NoteObservation;
import org.inpractice.cycles.cycle.CycleCommand.PlanCycle;
import org.inpractice.cycles.cycle.CycleCommand.RevisePlan;
import org.inpractice.cycles.cycle.CycleCommand.StartCycle;
import org.inpractice.cycles.cycle.CycleCommand.StudyCycle;
import org.inpractice.cycles.cycle.CycleEvent.CycleDecided;
import org.inpractice.cycles.cycle.CycleEvent.CycleNoted;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanRevised;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanned;
import org.inpractice.cycles.cycle.CycleEvent.CycleStarted;
import org.inpractice.cycles.cycle.CycleEvent.CycleStudied;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The method, step by step: {@code planned → started → studied → decided}, and what each step asks for. */
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
        return switch (command) {
            case PlanCycle plan -> plan(plan.plan(), cycle);
            case RevisePlan revision -> revise(revision.plan(), cycle);
            case StartCycle start -> List.of(start(start, cycle));
            case NoteObservation note -> List.of(note(note, cycle));
            case StudyCycle study -> List.of(study(study, cycle));
            case DecideCycle decision -> List.of(decide(decision, cycle));
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
        refuseFuture(start.startedOn(), start.today(), "startedOn");
        return new CycleStarted(
                plan.cycleId(),
                start.startedOn(),
                plan.changeIdeaId(),
                plan.changeIdea(),
                plan.prediction(),
                plan.measures(),
                plan.siteId(),
                plan.studentGroup());
    }

    private static CycleEvent note(NoteObservation note, Cycle cycle) {
        return switch (cycle) {
            case Unplanned nothing -> throw notStarted("note");
            case Planned planned -> throw notStarted("note");
            case Started started -> {
                refuseFuture(note.on(), note.today(), "on");
                refuseBefore(
                        note.on(), started.startedOn(), "on", "the start: notes tell what was noticed while doing");
                yield new CycleNoted(started.plan().cycleId(), note.note(), note.on());
            }
            case Studied studied -> throw doingIsOver();
            case Decided decided -> throw doingIsOver();
        };
    }

    private static CycleEvent study(StudyCycle command, Cycle cycle) {
        return switch (cycle) {
            case Unplanned nothing -> throw notStarted("study");
            case Planned planned -> throw notStarted("study");
            case Started started -> {
                CycleStudied study = command.study();
                refuseFuture(study.studiedOn(), command.today(), "studiedOn");
                refuseBefore(
                        study.studiedOn(),
                        started.startedOn(),
                        "studiedOn",
                        "the start: first the test, then the study");
                if (study.feedback() != null
                        && study.feedback().toSequence() < study.feedback().fromSequence()) {
                    throw new Refusal(
                            CycleRule.FEEDBACK_RANGE_REVERSED,
                            "feedback.toSequence",
                            "Copy fromSequence and toSequence from the feedback report, so that what you saw can be"
                                    + " found again.");
                }
                yield study;
            }
            case Studied studied -> throw alreadyStudied();
            case Decided decided -> throw alreadyStudied();
        };
    }

    private static CycleEvent decide(DecideCycle command, Cycle cycle) {
        if (cycle instanceof Decided) {
            throw new Refusal(
                    CycleRule.CYCLE_ALREADY_DECIDED,
                    "Plan a new cycle of the same idea when you have come to think otherwise: a decision stands with"
                            + " the study it was made on.");
        }
        if (!(cycle instanceof Studied studied)) {
            throw new Refusal(
                    CycleRule.STUDY_MISSING,
                    "Study the cycle first: compare what happened with what you predicted and write down what you"
                            + " learned; a decision without a study is a guess.");
        }
        refuseFuture(command.decidedOn(), command.today(), "decidedOn");
        refuseBefore(command.decidedOn(), studied.studiedOn(), "decidedOn", "the study it rests on");
        UUID nextCycleId = switch (command.decision()) {
            case ADAPT -> {
                if (command.next() == null) {
                    throw new Refusal(
                            CycleRule.NEXT_PLAN_MISSING,
                            "next",
                            "Say in next how the changed idea will be tested: adapting means going round again,"
                                    + " with what you have learned; without a next cycle the idea is"
                                    + " abandoned.");
                }
                PlanRules.checkConsistent(command.next().above(studied.plan()), "next.");
                yield command.next().cycleId();
            }
            case ADOPT, ABANDON -> {
                if (command.next() != null) {
                    throw new Refusal(
                            CycleRule.NEXT_PLAN_UNCALLED_FOR,
                            "next",
                            "Leave next out, or decide to adapt: only a changed idea is tested again at once.");
                }
                yield null;
            }
        };
        return new CycleDecided(
                studied.plan().cycleId(), command.decision(), command.rationale(), command.decidedOn(), nextCycleId);
    }

    @Override
    public Cycle evolve(Cycle cycle, CycleEvent event) {
        return switch (event) {
            case CyclePlanned planned -> new Planned(planned.plan());
            case CyclePlanRevised revised -> new Planned(revised.plan());
            case CycleStarted started -> new Started(planOf(cycle), started.startedOn());
            case CycleNoted noted -> cycle;
            case CycleStudied studied -> new Studied(planOf(cycle), studied.studiedOn());
            case CycleDecided decided -> new Decided(planOf(cycle), decided.decision());
        };
    }

    /** The plan of a cycle, or null before it has one. */
    static CyclePlan planOf(Cycle cycle) {
        return switch (cycle) {
            case Unplanned nothing -> null;
            case Planned planned -> planned.plan();
            case Started started -> started.plan();
            case Studied studied -> studied.plan();
            case Decided decided -> decided.plan();
        };
    }

    private static void refuseFuture(LocalDate day, LocalDate today, String field) {
        if (day.isAfter(today)) {
            throw new Refusal(
                    CycleRule.DATE_IN_THE_FUTURE,
                    field,
                    "Send the day on which it happened; what is still to come belongs in the plan.");
        }
    }

    private static void refuseBefore(LocalDate day, LocalDate earliest, String field, String step) {
        if (day.isBefore(earliest)) {
            throw new Refusal(CycleRule.DATES_OUT_OF_ORDER, field, "Send a day on or after that of " + step + ".");
        }
    }

    private static Refusal notStarted(String step) {
        return new Refusal(
                CycleRule.CYCLE_NOT_STARTED,
                "Start the cycle first: a " + step + " is about what happened while the change was tried.");
    }

    private static Refusal doingIsOver() {
        return new Refusal(
                CycleRule.DOING_IS_OVER,
                "Write down what you have noticed since in the next cycle: the study of this one rests on the notes it"
                        + " had.");
    }

    private static Refusal alreadyStudied() {
        return new Refusal(
                CycleRule.CYCLE_ALREADY_STUDIED,
                "Go on to the decision, or test the idea again in a next cycle: a study is not rewritten once it is"
                        + " known.");
    }
}
