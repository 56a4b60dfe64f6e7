package org.inpractice.cycles;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of a whole. */
public final class Shares {
    private Shares() {}

    /** A share from 0 to 1, in thousandths: more digits would claim more than such small counts can tell. */
    public static double of(long part, long whole) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
