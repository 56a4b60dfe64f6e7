package org.inpractice.cycles.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a goal. */
public sealed interface GoalEvent {
    /** The district has set itself a goal. Its JSON is the goal's. */
    @EventType(name = "improvement.goal.set")
    record GoalSet(@JsonValue GoalContent goal) implements GoalEvent {
        /** Its JSON is the goal's. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public GoalSet {}
    }

    /** It is put differently; all of it, as it is from now on. Its JSON is the goal's. */
    @EventType(name = "improvement.goal.revised")
    record GoalRevised(@JsonValue GoalContent goal) implements GoalEvent {
        /** Its JSON is the goal's. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public GoalRevised {}
    }

    /** The district pursues it no more. */
    @EventType(name = "improvement.goal.retired")
    record GoalRetired(UUID goalId, LocalDate retiredOn, String reason) implements GoalEvent {}
}
