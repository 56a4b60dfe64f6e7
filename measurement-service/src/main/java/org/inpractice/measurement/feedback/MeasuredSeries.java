package org.inpractice.measurement.feedback;

import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.measure.BetterDirection;

/**
 * A measure of a cycle with its points.
 *
 * @param role what it is for in the cycle
 * @param siteId where; null when no series could be told
 * @param points in the order of their periods
 */
record MeasuredSeries(
        UUID measureId,
        String name,
        String role,
        String unit,
        BetterDirection direction,
        String siteId,
        List<Observed> points) {}
