package org.inpractice.cycles.idea;

import java.util.UUID;

/**
 * An idea as it stands in the library.
 *
 * @param mergedInto the idea it is the same as; null unless merged
 * @param endedBecause why it is retired or merged; null while active
 * @param shared whether other districts may find it
 */
public record ChangeIdea(IdeaContent idea, IdeaState state, UUID mergedInto, String endedBecause, boolean shared) {
    static ChangeIdea active(IdeaContent idea, boolean shared) {
        return new ChangeIdea(idea, IdeaState.ACTIVE, null, null, shared);
    }

    ChangeIdea shared(boolean now) {
        return new ChangeIdea(idea, state, mergedInto, endedBecause, now);
    }
}
