package org.inpractice.measurement.feedback;

import java.time.LocalDate;

/**
 * A point as the reader may use it.
 *
 * @param sequence of the event that told it
 * @param value the number that is compared; NaN unless {@code use} is {@code NUMBER}
 */
record Observed(String period, LocalDate start, LocalDate end, long sequence, Use use, double value) {
    /** Whether there is a number to use. */
    enum Use {
        NUMBER,
        SUPPRESSED,
        NOT_REPORTED
    }
}
