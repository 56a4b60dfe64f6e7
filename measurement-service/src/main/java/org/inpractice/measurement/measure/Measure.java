package org.inpractice.measurement.measure;

import org.inpractice.measurement.measure.MeasureCommand.Fixed;

/**
 * A measure, as far as its rules need it.
 *
 * @param fixed null as long as it is not defined
 */
record Measure(Fixed fixed, String name, String owner, String description) {
    static final Measure UNDEFINED = new Measure(null, null, null, null);

    boolean isDefined() {
        return fixed != null;
    }
}
