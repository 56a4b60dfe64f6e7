package org.inpractice.cycles.cycle;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A measure that a cycle watches.
 *
 * @param measureId the measure
 * @param role what it is for in this cycle
 */
public record CycleMeasure(
        @NotNull(message = "Name the measure by its id.") UUID measureId,

        @NotNull(message = "Say what the measure is for: outcome, driver, process or balancing.")
        MeasureRole role) {}
