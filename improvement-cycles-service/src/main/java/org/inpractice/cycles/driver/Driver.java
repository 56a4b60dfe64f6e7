package org.inpractice.cycles.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A driver as it stands.
 *
 * @param changeIdeaIds the ideas linked to it, in the order they were
 * @param mergedInto the driver it is the same as; null unless merged
 * @param endedBecause why it is retired or merged; null while active
 */
public record Driver(
        DriverContent driver, List<UUID> changeIdeaIds, DriverState state, UUID mergedInto, String endedBecause) {
    /** Copies the ideas. */
    public Driver {
        changeIdeaIds = changeIdeaIds == null ? List.of() : List.copyOf(changeIdeaIds);
    }

    /** Its id. */
    public UUID driverId() {
        return driver.driverId();
    }

    /** Its name. */
    public String name() {
        return driver.name();
    }

    /** Whether the district holds it for a driver. */
    public boolean isActive() {
        return state == DriverState.ACTIVE;
    }

    Driver with(DriverContent content) {
        return new Driver(content, changeIdeaIds, state, mergedInto, endedBecause);
    }

    Driver linked(UUID changeIdeaId) {
        List<UUID> ideas = new ArrayList<>(changeIdeaIds);
        ideas.add(changeIdeaId);
        return new Driver(driver, ideas, state, mergedInto, endedBecause);
    }

    Driver unlinked(UUID changeIdeaId) {
        List<UUID> ideas = new ArrayList<>(changeIdeaIds);
        ideas.remove(changeIdeaId);
        return new Driver(driver, ideas, state, mergedInto, endedBecause);
    }

    Driver ended(DriverState end, UUID into, String reason) {
        return new Driver(driver, changeIdeaIds, end, into, reason);
    }
}
