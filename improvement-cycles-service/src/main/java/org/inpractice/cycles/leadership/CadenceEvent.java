package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import org.inpractice.stream.EventType;

/** What happens to a district's cadence of leadership reviews. */
public sealed interface CadenceEvent {
    /** A district has said how often its leaders review, from a day on. */
    @EventType(name = "improvement.leadership-cadence.set")
    record CadenceSet(int everyDays, int graceDays, LocalDate from, String reason) implements CadenceEvent {}
}
