package org.inpractice.cycles.portfolio;

import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a limit on work in progress. {@code teamId} is null for the one of all teams without one of their own. */
public sealed interface WorkLimitEvent {
    /** The team, or null. */
    UUID teamId();

    /** It was said how many cycles may be in progress at most. */
    @EventType(name = "improvement.work-limit.set")
    record WorkLimitSet(UUID teamId, int atMost, String reason) implements WorkLimitEvent {}

    /** It holds no longer. */
    @EventType(name = "improvement.work-limit.lifted")
    record WorkLimitLifted(UUID teamId, String reason) implements WorkLimitEvent {}

    /**
     * One more cycle was started all the same.
     *
     * @param cycleId the one that was started
     * @param inProgress those that were in progress before
     */
    @EventType(name = "improvement.work-limit.overridden")
    record WorkLimitOverridden(UUID teamId, UUID cycleId, int atMost, List<UUID> inProgress, String reason, String by)
            implements WorkLimitEvent {
        /** Copies the list. */
        public WorkLimitOverridden {
            inProgress = inProgress == null ? List.of() : List.copyOf(inProgress);
        }
    }
}
