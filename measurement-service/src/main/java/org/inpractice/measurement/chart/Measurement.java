package org.inpractice.measurement.chart;

import java.util.List;

/**
 * A point of a series before it is charted: a value, a numerator and denominator, or the values of a subgroup. A point whose
 * status is not reported, or that lacks a number its chart needs, drops out and keeps its place.
 *
 * @param label what stands on the axis
 * @param subgroup of means and standard deviations, else null
 * @param astronomical whether a person marked it as obviously different
 * @param annotation what a person wrote beside it; may be null
 */
public record Measurement(
        String label,
        PointStatus status,
        Double value,
        Double numerator,
        Double denominator,
        List<Double> subgroup,
        boolean astronomical,
        String annotation) {

    /** A reported value. */
    public static Measurement of(String label, double value) {
        return new Measurement(label, PointStatus.REPORTED, value, null, null, null, false, null);
    }

    /** A reported proportion or rate. */
    public static Measurement of(String label, double numerator, double denominator) {
        return new Measurement(label, PointStatus.REPORTED, null, numerator, denominator, null, false, null);
    }

    /** A reported subgroup. */
    public static Measurement of(String label, List<Double> subgroup) {
        return new Measurement(label, PointStatus.REPORTED, null, null, null, List.copyOf(subgroup), false, null);
    }

    /** A place without a number. */
    public static Measurement missing(String label, PointStatus status) {
        return new Measurement(label, status, null, null, null, null, false, null);
    }
}
