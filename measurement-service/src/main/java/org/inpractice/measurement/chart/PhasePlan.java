package org.inpractice.measurement.chart;

/**
 * A phase as a person ordered it: it begins at a point and goes on to the next phase. Never set by a computation.
 *
 * @param from index of its first point, from 1
 * @param name may be null
 * @param baselineFrom index of the first point that centre and limits come from; null for the phase's first
 * @param baselineTo index of the last one; null for the phase's last
 */
public record PhasePlan(int from, String name, Integer baselineFrom, Integer baselineTo) {
    /** A phase whose limits come from all its points. */
    public static PhasePlan from(int index) {
        return new PhasePlan(index, null, null, null);
    }

    /** The first phase, with its limits frozen from the points of a baseline. */
    public static PhasePlan frozen(int baselineFrom, int baselineTo) {
        return new PhasePlan(1, null, baselineFrom, baselineTo);
    }
}
