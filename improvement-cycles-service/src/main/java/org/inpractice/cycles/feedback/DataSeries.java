package org.inpractice.cycles.feedback;

import java.util.List;
import java.util.UUID;

/**
 * The series of one measure that a cycle watches, as known at an instant.
 *
 * @param role what the measure is for in the cycle
 * @param name null when no such measure is known
 * @param unit null when no such measure is known
 * @param better which way is better: increase or decrease; null when no such measure is known
 * @param period day, week, month, term or school_year; null when no such measure is known
 * @param siteId null when the cycle names no site and the measure has more than one
 */
public record DataSeries(
        UUID measureId,
        String role,
        String name,
        String unit,
        String better,
        String period,
        String siteId,
        List<DataPoint> points) {
    /** Copies. */
    public DataSeries {
        points = List.copyOf(points);
    }

    /** The same series with other points. */
    DataSeries with(List<DataPoint> others) {
        return new DataSeries(measureId, role, name, unit, better, period, siteId, others);
    }
}
