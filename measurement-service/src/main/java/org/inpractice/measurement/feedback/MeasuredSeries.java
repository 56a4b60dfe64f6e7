package org.inpractice.measurement.feedback;

import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.measure.BetterDirection;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.ValueType;

/**
 * A measure of a cycle with its points.
 *
 * @param role what it is for in the cycle
 * @param definition null when the district has defined no such measure here; name and unit are null then too
 * @param siteId where; null when no series could be told
 * @param points in the order of their periods
 */
record MeasuredSeries(
        UUID measureId,
        String name,
        String role,
        String unit,
        Definition definition,
        String siteId,
        List<Observed> points) {

    /** A measure that the cycle names and this service does not know. */
    static MeasuredSeries notFound(UUID measureId, String role) {
        return new MeasuredSeries(measureId, null, role, null, null, null, List.of());
    }

    boolean isFound() {
        return definition != null;
    }

    BetterDirection direction() {
        return isFound() ? definition.direction() : null;
    }

    /** A rate in percent is compared as 0 to 100, any other as 0 to 1. */
    double scale() {
        return isFound() && definition.valueType() == ValueType.RATE && CycleVerdict.isPercent(unit) ? 100 : 1;
    }

    /** What a change of it is counted in. */
    String unitOfChange() {
        return isFound() && CycleVerdict.isPercent(unit) ? "percentage points" : unit;
    }
}
