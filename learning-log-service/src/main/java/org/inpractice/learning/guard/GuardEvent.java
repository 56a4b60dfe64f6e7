package org.inpractice.learning.guard;

import java.math.BigDecimal;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What can have happened to a guard. */
public sealed interface GuardEvent {
    /** The guard it happened to. */
    UUID guardId();

    /** A team said beyond which value a balancing measure of its cycle must not come, and from where on that is near. */
    @EventType(name = "improvement.guard.set")
    record GuardSet(UUID guardId, UUID cycleId, UUID measureId, GuardSide side, BigDecimal value, BigDecimal margin)
            implements GuardEvent {}

    /** Nothing is guarded there any more. */
    @EventType(name = "improvement.guard.withdrawn")
    record GuardWithdrawn(UUID guardId, UUID cycleId, UUID measureId) implements GuardEvent {}
}
