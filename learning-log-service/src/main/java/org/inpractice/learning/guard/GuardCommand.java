package org.inpractice.learning.guard;

import java.math.BigDecimal;
import java.util.UUID;

/** What can be asked of a guard. */
sealed interface GuardCommand {
    UUID guardId();

    /**
     * Guard.
     *
     * @param role what the measure is for in the cycle; null when it is none of its measures
     * @param decided whether the cycle has been decided
     */
    record SetGuard(
            UUID guardId,
            UUID cycleId,
            UUID measureId,
            GuardSide side,
            BigDecimal value,
            BigDecimal margin,
            String role,
            boolean decided)
            implements GuardCommand {}

    /** Guard no more. */
    record WithdrawGuard(UUID guardId) implements GuardCommand {}
}
