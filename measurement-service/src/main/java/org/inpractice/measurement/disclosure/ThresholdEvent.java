package org.inpractice.measurement.disclosure;

import org.inpractice.stream.EventType;

/** What can have happened to a district's threshold. */
public sealed interface ThresholdEvent {
    /** From now on numbers of fewer people are suppressed. */
    @EventType(name = "improvement.suppression.threshold-set")
    record ThresholdSet(int fewerThan, String reason) implements ThresholdEvent {}
}
