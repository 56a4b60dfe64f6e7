package org.inpractice.cycles.capacity;

import org.inpractice.stream.EventType;

/** What happens to the load of a district's coaches. */
public sealed interface CoachLoadEvent {
    /** A district has said how much one coach shall carry at most. */
    @EventType(name = "improvement.coach-load.set")
    record CoachLoadSet(int days, int sessions, int teams, String reason) implements CoachLoadEvent {}
}
