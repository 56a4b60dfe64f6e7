package org.inpractice.cycles.feedback;

import java.math.BigDecimal;

/**
 * After minus before of the outcome measure, as measurement-service told it.
 *
 * @param level of the interval from {@code low} to {@code high}, 0 to 1
 */
public record Effect(
        BigDecimal estimate, String unit, BigDecimal level, BigDecimal low, BigDecimal high, String method) {}
