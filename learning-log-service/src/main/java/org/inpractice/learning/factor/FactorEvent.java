package org.inpractice.learning.factor;

import org.inpractice.stream.EventType;

/** What can have happened to a district's own list of contributing factors. */
public sealed interface FactorEvent {
    /** The factor it happened to. */
    String code();

    /** The district names a factor that the list did not have. */
    @EventType(name = "improvement.factor.added")
    record FactorAdded(String code, String name, String question) implements FactorEvent {}

    /** A factor is not to be used any more; reviews that named it keep it. */
    @EventType(name = "improvement.factor.retired")
    record FactorRetired(String code) implements FactorEvent {}
}
