package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.inpractice.cycles.cycle.Cycle.Decided;
import org.inpractice.cycles.cycle.Cycle.Studied;
import org.inpractice.cycles.cycle.CycleCommand.DecideCycle;
import org.inpractice.cycles.cycle.CycleCommand.Standardise;
import org.inpractice.cycles.cycle.CycleEvent.CycleDecided;
import org.inpractice.cycles.cycle.CycleEvent.CycleStandardised;
import org.inpractice.stream.Refusal;

/** Act: a decision rests on a study, and each decision asks for its own next step. */
final class ActRules {
    private ActRules() {}

    static CycleEvent decide(DecideCycle command, Cycle cycle) {
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
        StepDates.refuseFuture(command.decidedOn(), command.today(), "decidedOn");
        StepDates.refuseBefore(command.decidedOn(), studied.studiedOn(), "decidedOn", "the study it rests on");
        UUID nextCycleId = nextCycle(command, studied.plan());
        if (command.decision() != Decision.ADOPT) {
            refuseStandard(command);
        }
        checkSpread(command.scaling(), command.decidedOn());
        return new CycleDecided(
                studied.plan().cycleId(),
                command.decision(),
                command.rationale(),
                command.decidedOn(),
                nextCycleId,
                command.standardWork(),
                command.scaling(),
                command.known());
    }

    private static UUID nextCycle(DecideCycle command, CyclePlan plan) {
        return switch (command.decision()) {
            case ADAPT -> {
                if (command.next() == null) {
                    throw new Refusal(
                            CycleRule.NEXT_PLAN_MISSING,
                            "next",
                            "Say in next how the changed idea will be tested: adapting means going round again,"
                                    + " with what you have learned; without a next cycle the idea is"
                                    + " abandoned.");
                }
                PlanRules.checkConsistent(command.next().above(plan), "next.");
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
    }

    private static void refuseStandard(DecideCycle command) {
        if (command.standardWork() != null) {
            throw new Refusal(
                    CycleRule.STANDARD_WORK_UNCALLED_FOR,
                    "standardWork",
                    "Leave standardWork out, or decide to adopt: what is still tested or given up is nobody's standard.");
        }
        if (!command.scaling().isEmpty()) {
            throw new Refusal(
                    CycleRule.SCALING_UNCALLED_FOR,
                    "scaling",
                    "Leave scaling out, or decide to adopt: an idea spreads once it has been shown to work somewhere.");
        }
    }

    private static void checkSpread(List<ScalingStep> scaling, LocalDate decidedOn) {
        Set<String> sites = new HashSet<>();
        for (ScalingStep step : scaling) {
            if (!sites.add(step.siteId())) {
                throw new Refusal(
                        CycleRule.SITE_NAMED_TWICE,
                        "scaling",
                        "Name each site once, with the one day until which the idea is in use there.");
            }
            StepDates.refuseBefore(step.by(), decidedOn, "scaling.by", "the decision: an idea spreads after it");
        }
    }

    static List<CycleEvent> standardise(Standardise command, Cycle cycle) {
        if (!(cycle instanceof Decided decided) || decided.decision() != Decision.ADOPT) {
            throw new Refusal(
                    CycleRule.NOTHING_ADOPTED,
                    "Decide to adopt the idea first: standard work is what has been tested and found to work.");
        }
        checkSpread(command.scaling(), decided.decidedOn());
        boolean same = command.standardWork().equals(decided.work())
                && command.scaling().equals(decided.scaling());
        return same
                ? List.of()
                : List.of(new CycleStandardised(decided.plan().cycleId(), command.standardWork(), command.scaling()));
    }
}
