package org.inpractice.cycles.portfolio;

import org.inpractice.stream.EventType;

/** What happens to the number of days after which a district takes a cycle for stalled. */
public sealed interface StallLimitEvent {
    /** It was said after how many days without an event a cycle counts as stalled. */
    @EventType(name = "improvement.stall-limit.set")
    record StallLimitSet(int days, String reason) implements StallLimitEvent {}
}
