package org.inpractice.learning.guard;

import java.util.List;
import org.inpractice.learning.guard.GuardCommand.SetGuard;
import org.inpractice.learning.guard.GuardCommand.WithdrawGuard;
import org.inpractice.learning.guard.GuardEvent.GuardSet;
import org.inpractice.learning.guard.GuardEvent.GuardWithdrawn;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of a guard: set on a balancing measure of a cycle that is not decided, with a margin; set the same, nothing. */
final class GuardDecider implements Decider<GuardCommand, Guard, GuardEvent> {
    @Override
    public Guard initialState() {
        return Guard.NONE;
    }

    @Override
    public List<GuardEvent> decide(GuardCommand command, Guard guard) {
        return switch (command) {
            case SetGuard set -> set(set, guard);
            case WithdrawGuard withdrawal -> withdraw(withdrawal, guard);
        };
    }

    private static List<GuardEvent> set(SetGuard set, Guard guard) {
        if (set.role() == null) {
            throw new Refusal(
                    GuardRule.GUARD_ON_ANOTHER_MEASURE,
                    "measureId",
                    "Name a measure of the cycle's plan, or add it to the plan before the cycle starts:"
                            + " only what the team looks at can warn it.");
        }
        if (!set.role().equals("balancing")) {
            throw new Refusal(
                    GuardRule.GUARD_NOT_BALANCING,
                    "measureId",
                    "Set the guard on a balancing measure, which must not suffer;"
                            + " outcome, driver and process measures are judged by their feedback.");
        }
        if (set.margin().signum() <= 0) {
            throw new Refusal(
                    GuardRule.GUARD_WITHOUT_MARGIN,
                    "margin",
                    "Send a margin greater than 0, in the measure's unit: what comes so close to the guard"
                            + " is a near-failure, from which is learned before anything fails.");
        }
        if (set.decided()) {
            throw new Refusal(
                    GuardRule.GUARD_AFTER_DECISION,
                    "Set the guard on the next cycle of the ladder: this one is decided, so nothing is tried in it"
                            + " that could do harm.");
        }
        if (guard.watching() && isSame(set, guard.set())) {
            return List.of();
        }
        return List.of(
                new GuardSet(set.guardId(), set.cycleId(), set.measureId(), set.side(), set.value(), set.margin()));
    }

    private static boolean isSame(SetGuard set, GuardSet before) {
        return set.side() == before.side()
                && set.value().compareTo(before.value()) == 0
                && set.margin().compareTo(before.margin()) == 0;
    }

    private static List<GuardEvent> withdraw(WithdrawGuard withdrawal, Guard guard) {
        if (guard.set() == null) {
            throw new Refusal(
                    GuardRule.GUARD_UNKNOWN,
                    "There is no guard on this measure of this cycle in this district; set one first,"
                            + " or read the list of guards.");
        }
        return guard.watching()
                ? List.of(new GuardWithdrawn(
                        withdrawal.guardId(), guard.set().cycleId(), guard.set().measureId()))
                : List.of();
    }

    @Override
    public Guard evolve(Guard guard, GuardEvent event) {
        return switch (event) {
            case GuardSet set -> new Guard(set, true);
            case GuardWithdrawn withdrawn -> new Guard(guard.set(), false);
        };
    }
}
