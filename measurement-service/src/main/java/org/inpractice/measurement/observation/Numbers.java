package org.inpractice.measurement.observation;

import java.math.BigDecimal;

/**
 * The numbers of an observation, digit by digit as sent.
 *
 * @param amount the value, numerator or count, by the measure's value type; null when there is none
 * @param denominator of a rate, else null
 * @param groupSize how many people stand behind the number, or null when nobody said
 */
public record Numbers(BigDecimal amount, BigDecimal denominator, Long groupSize) {
    /** Of an observation that is not reported, or not to be seen. */
    public static final Numbers NONE = new Numbers(null, null, null);
}
