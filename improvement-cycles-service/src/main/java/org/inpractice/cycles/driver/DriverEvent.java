package org.inpractice.cycles.driver;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a driver. */
public sealed interface DriverEvent {
    /** It became a part of the theory of an aim. Its JSON is the driver's. */
    @EventType(name = "improvement.driver.added")
    record DriverAdded(@JsonValue DriverContent driver) implements DriverEvent {
        /** Its JSON is the driver's. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public DriverAdded {}
    }

    /** It is put differently; all of it but its place, as it is from now on. */
    @EventType(name = "improvement.driver.revised")
    record DriverRevised(UUID driverId, String name, String description, String owner, List<UUID> measureIds)
            implements DriverEvent {
        /** Copies the measures. */
        public DriverRevised {
            measureIds = measureIds == null ? List.of() : List.copyOf(measureIds);
        }
    }

    /** It stands under another driver, with all that stands under it; without one it is a primary driver now. */
    @EventType(name = "improvement.driver.moved")
    record DriverMoved(UUID driverId, UUID parentDriverId) implements DriverEvent {}

    /** It is the same as another one; what stands under it stands under that one. */
    @EventType(name = "improvement.driver.merged")
    record DriverMerged(UUID driverId, UUID intoDriverId, String reason) implements DriverEvent {}

    /** The district does not hold it for a driver any more. */
    @EventType(name = "improvement.driver.retired")
    record DriverRetired(UUID driverId, String reason) implements DriverEvent {}

    /** A change idea is held to move it. */
    @EventType(name = "improvement.driver.idea-linked")
    record IdeaLinked(UUID driverId, UUID changeIdeaId) implements DriverEvent {}

    /** It is no more. */
    @EventType(name = "improvement.driver.idea-unlinked")
    record IdeaUnlinked(UUID driverId, UUID changeIdeaId) implements DriverEvent {}
}
