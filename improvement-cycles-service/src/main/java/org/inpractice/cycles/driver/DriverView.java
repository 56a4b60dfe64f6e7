package org.inpractice.cycles.driver;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Known;

/**
 * A driver as readers see it.
 *
 * @param kind primary when it stands directly under the aim, otherwise secondary
 * @param mergedInto the driver it is the same as
 * @param version its version, also the {@code ETag}
 */
@Schema(name = "Driver")
record DriverView(
        UUID driverId,
        UUID aimId,
        UUID parentDriverId,
        String kind,
        String name,
        String description,
        String owner,
        List<UUID> measureIds,
        List<UUID> changeIdeaIds,
        DriverState state,
        UUID mergedInto,
        String endedBecause,
        long version,
        Instant changedAt) {
    static DriverView of(Known<Driver> known) {
        Driver driver = known.state();
        DriverContent content = driver.driver();
        return new DriverView(
                content.driverId(),
                content.aimId(),
                content.parentDriverId(),
                content.parentDriverId() == null ? "primary" : "secondary",
                content.name(),
                content.description(),
                content.owner(),
                content.measureIds(),
                driver.changeIdeaIds(),
                driver.state(),
                driver.mergedInto(),
                driver.endedBecause(),
                known.version(),
                known.changedAt());
    }
}
