package org.inpractice.cycles.goal;

import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a priority of a district's own. */
public sealed interface PriorityEvent {
    /** The priority. */
    UUID priorityId();

    /** The district has named it. */
    @EventType(name = "improvement.priority.defined")
    record PriorityDefined(UUID priorityId, String title, String description) implements PriorityEvent {}

    /** It is put differently; all of it, as it is from now on. */
    @EventType(name = "improvement.priority.revised")
    record PriorityRevised(UUID priorityId, String title, String description) implements PriorityEvent {}

    /** No new goal is tied to it. */
    @EventType(name = "improvement.priority.retired")
    record PriorityRetired(UUID priorityId, String reason) implements PriorityEvent {}
}
