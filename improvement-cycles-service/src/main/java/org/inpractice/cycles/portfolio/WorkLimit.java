package org.inpractice.cycles.portfolio;

import java.util.List;
import java.util.UUID;

/**
 * A limit on work in progress as it stands.
 *
 * @param teamId null for the one of all teams without one of their own
 * @param atMost null when it was lifted
 * @param reason why it was set or lifted, or null
 * @param overrides starts beyond it, in order
 */
public record WorkLimit(UUID teamId, Integer atMost, String reason, List<Excess> overrides) {
    /** Copies the list. */
    public WorkLimit {
        overrides = overrides == null ? List.of() : List.copyOf(overrides);
    }

    /** A start beyond it. */
    public record Excess(UUID cycleId, int atMost, int inProgress, String reason, String by) {}
}
