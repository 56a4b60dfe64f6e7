package org.inpractice.measurement.feedback;

import java.time.LocalDate;
import org.inpractice.measurement.comparison.Proportion;

/**
 * A point as the reader may use it.
 *
 * @param sequence of the event that told it
 * @param value the number that is compared; NaN unless {@code use} is {@code NUMBER}
 * @param proportion behind the value of a rate; null of anything else
 */
record Observed(
        String period, LocalDate start, LocalDate end, long sequence, Use use, double value, Proportion proportion) {
    /** Whether there is a number to use. */
    enum Use {
        NUMBER,
        SUPPRESSED,
        NOT_REPORTED
    }
}
