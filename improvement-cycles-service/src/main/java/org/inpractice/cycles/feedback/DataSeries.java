package org.inpractice.cycles.feedback;

import java.time.LocalDate;
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

    /** Without the periods that were not over on a day. */
    DataSeries until(LocalDate day) {
        List<DataPoint> over =
                points.stream().filter(point -> point.end().isBefore(day)).toList();
        return new DataSeries(measureId, role, name, unit, better, period, siteId, over);
    }
}
