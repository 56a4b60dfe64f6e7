package org.inpractice.learning.prompt;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A prompt as far as its rules need it.
 *
 * @param state null before it is opened
 * @param holds whether its cause still holds
 * @param seen the events that were taken for evidence
 * @param failureId the report that answers it, or null
 */
record Prompt(PromptState state, boolean holds, Set<UUID> seen, UUID failureId) {
    static final Prompt NONE = new Prompt(null, false, Set.of(), null);

    Prompt {
        seen = Set.copyOf(seen);
    }

    Prompt seeing(UUID eventId, boolean stillHolds) {
        Set<UUID> more = new HashSet<>(seen);
        more.add(eventId);
        return new Prompt(state, stillHolds, more, failureId);
    }
}
