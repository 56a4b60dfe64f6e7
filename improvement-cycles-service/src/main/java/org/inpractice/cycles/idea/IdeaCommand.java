package org.inpractice.cycles.idea;

import java.util.Optional;

/** What somebody wants with a change idea. */
sealed interface IdeaCommand {
    /** Put it into the library. */
    record ProposeIdea(IdeaContent idea) implements IdeaCommand {}

    /** Put it differently; {@code tested} says that a plan has named it, so that it may come into the library so. */
    record ReviseIdea(IdeaContent idea, boolean tested) implements IdeaCommand {}

    /** Test it no more. */
    record RetireIdea(String reason) implements IdeaCommand {}

    /** Take it for the same as another one; {@code into} is empty when that is not in the library. */
    record MergeIdea(Optional<ChangeIdea> into, String reason) implements IdeaCommand {}

    /** Let other districts find it. */
    record ShareIdea() implements IdeaCommand {}

    /** Let them find it no more. */
    record WithdrawSharing(String reason) implements IdeaCommand {}
}
