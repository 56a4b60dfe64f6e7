package org.inpractice.cycles.driver;

import java.util.List;
import java.util.UUID;

/**
 * A driver as it is added.
 *
 * @param aimId the aim it drives
 * @param parentDriverId the driver it stands under; null for a primary one
 * @param description what is meant, or null
 * @param owner who answers for it; null while nobody does
 * @param measureIds what shows whether it moves; empty while nothing does
 */
public record DriverContent(
        UUID driverId,
        UUID aimId,
        UUID parentDriverId,
        String name,
        String description,
        String owner,
        List<UUID> measureIds) {
    /** Copies the measures. */
    public DriverContent {
        measureIds = measureIds == null ? List.of() : List.copyOf(measureIds);
    }
}
