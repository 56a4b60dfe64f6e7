package org.inpractice.cycles.goal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.goal.PriorityEvent.PriorityDefined;
import org.inpractice.cycles.goal.PriorityEvent.PriorityRetired;
import org.inpractice.cycles.goal.PriorityEvent.PriorityRevised;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** A district defines priorities beside the state's, and retires them; goals that are tied to one stay so. */
final class PriorityDecider implements Decider<PriorityDecider.Command, Optional<Priority>, PriorityEvent> {
    /** What somebody wants with a priority. */
    sealed interface Command {
        /** Name a new one. */
        record DefinePriority(UUID priorityId, String title, String description) implements Command {}

        /** Put it differently. */
        record RevisePriority(String title, String description) implements Command {}

        /** Tie nothing new to it. */
        record RetirePriority(String reason) implements Command {}
    }

    @Override
    public Optional<Priority> initialState() {
        return Optional.empty();
    }

    @Override
    public List<PriorityEvent> decide(Command command, Optional<Priority> found) {
        if (command instanceof Command.DefinePriority define) {
            if (found.isPresent()) {
                throw new Refusal(GoalRule.PRIORITY_ALREADY_DEFINED, "Revise it, or define another.");
            }
            return List.of(new PriorityDefined(define.priorityId(), define.title(), define.description()));
        }
        Priority priority = found.orElseThrow(
                () -> new Refusal(
                        GoalRule.PRIORITY_NOT_DEFINED,
                        "Look its id up in the list of priorities; those of the state are the law's and cannot be changed here."));
        if (priority.retiredBecause() != null) {
            throw new Refusal(
                    GoalRule.PRIORITY_IS_RETIRED,
                    "Define another: what is tied to this one stays tied to what it said.");
        }
        return switch (command) {
            case Command.DefinePriority define -> List.of();
            case Command.RevisePriority revise -> {
                var revised = new PriorityRevised(priority.priorityId(), revise.title(), revise.description());
                var says = new PriorityRevised(priority.priorityId(), priority.title(), priority.description());
                yield says.equals(revised) ? List.of() : List.of(revised);
            }
            case Command.RetirePriority retire -> List.of(new PriorityRetired(priority.priorityId(), retire.reason()));
        };
    }

    @Override
    public Optional<Priority> evolve(Optional<Priority> priority, PriorityEvent event) {
        return Optional.of(
                switch (event) {
                    case PriorityDefined defined ->
                        new Priority(defined.priorityId(), defined.title(), defined.description(), null);
                    case PriorityRevised revised ->
                        new Priority(revised.priorityId(), revised.title(), revised.description(), null);
                    case PriorityRetired retired ->
                        new Priority(
                                retired.priorityId(),
                                priority.orElseThrow().title(),
                                priority.orElseThrow().description(),
                                retired.reason());
                });
    }
}
