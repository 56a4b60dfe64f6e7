package org.inpractice.cycles.goal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.inpractice.cycles.goal.GoalEvent.GoalRetired;
import org.inpractice.cycles.goal.GoalEvent.GoalRevised;
import org.inpractice.cycles.goal.GoalEvent.GoalSet;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** A goal is tied to priorities, has an owner, and is pursued until it is retired. */
final class GoalDecider implements Decider<GoalDecider.Command, Optional<Goal>, GoalEvent> {
    /** What somebody wants with a goal. Whether the priorities, owner and team exist was looked up before. */
    sealed interface Command {
        /** Set a new one. */
        record SetGoal(GoalContent goal) implements Command {}

        /** Put it differently. */
        record ReviseGoal(GoalContent goal) implements Command {}

        /** Pursue it no more. {@code today} is the latest day that has begun anywhere. */
        record RetireGoal(LocalDate retiredOn, String reason, LocalDate today) implements Command {}
    }

    @Override
    public Optional<Goal> initialState() {
        return Optional.empty();
    }

    @Override
    public List<GoalEvent> decide(Command command, Optional<Goal> found) {
        if (command instanceof Command.SetGoal set) {
            if (found.isPresent()) {
                throw new Refusal(GoalRule.GOAL_ALREADY_SET, "Revise the goal, or set another.");
            }
            checkConsistent(set.goal());
            return List.of(new GoalSet(set.goal()));
        }
        Goal goal = found.orElseThrow(() ->
                new Refusal(GoalRule.GOAL_NOT_SET, "Set the goal first, or look its id up in the list of goals."));
        if (goal.retiredOn() != null) {
            throw new Refusal(
                    GoalRule.GOAL_IS_RETIRED,
                    "Set another goal: what was done for this one was done for what it said.");
        }
        return switch (command) {
            case Command.SetGoal set -> List.of();
            case Command.ReviseGoal revise -> {
                checkConsistent(revise.goal());
                yield revise.goal().equals(goal.goal()) ? List.of() : List.of(new GoalRevised(revise.goal()));
            }
            case Command.RetireGoal retire -> List.of(retire(retire, goal));
        };
    }

    private static GoalEvent retire(Command.RetireGoal retire, Goal goal) {
        if (retire.retiredOn().isAfter(retire.today())) {
            throw new Refusal(GoalRule.DATE_IN_THE_FUTURE, "retiredOn", "Retire the goal when the day has come.");
        }
        return new GoalRetired(goal.goal().goalId(), retire.retiredOn(), retire.reason());
    }

    private static void checkConsistent(GoalContent goal) {
        if (new HashSet<>(goal.priorityIds()).size() < goal.priorityIds().size()) {
            throw new Refusal(GoalRule.PRIORITY_NAMED_TWICE, "priorityIds", "Name each priority once.");
        }
        if (goal.from() != null && goal.until() != null && goal.until().isBefore(goal.from())) {
            throw new Refusal(
                    GoalRule.DATES_OUT_OF_ORDER,
                    "until",
                    "Send a last day on or after the first: a goal holds for a time.");
        }
    }

    @Override
    public Optional<Goal> evolve(Optional<Goal> goal, GoalEvent event) {
        return Optional.of(
                switch (event) {
                    case GoalSet set -> new Goal(set.goal(), null, null);
                    case GoalRevised revised -> new Goal(revised.goal(), null, null);
                    case GoalRetired retired ->
                        new Goal(goal.orElseThrow().goal(), retired.retiredOn(), retired.reason());
                });
    }
}
