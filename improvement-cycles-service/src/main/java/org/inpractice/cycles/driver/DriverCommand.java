package org.inpractice.cycles.driver;

import java.util.List;
import java.util.UUID;

/** What somebody wants with a driver; {@code tree} is the theory of the aim as it stands. */
sealed interface DriverCommand {
    /** Make it a part of the theory. */
    record AddDriver(DriverContent driver, DriverTree tree) implements DriverCommand {}

    /** Put it differently. */
    record ReviseDriver(String name, String description, String owner, List<UUID> measureIds, DriverTree tree)
            implements DriverCommand {}

    /** Let it stand under another one; null makes it a primary driver. */
    record MoveDriver(UUID parentDriverId, DriverTree tree) implements DriverCommand {}

    /** Take it for the same as another one. */
    record MergeDriver(UUID intoDriverId, String reason, DriverTree tree) implements DriverCommand {}

    /** Hold it for a driver no more. */
    record RetireDriver(String reason, DriverTree tree) implements DriverCommand {}

    /** Hold an idea to move it. */
    record LinkIdea(UUID changeIdeaId) implements DriverCommand {}

    /** Do so no more. */
    record UnlinkIdea(UUID changeIdeaId) implements DriverCommand {}
}
