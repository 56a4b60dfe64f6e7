package org.inpractice.measurement.disclosure;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * When a total and those of its parts that are shown may stand side by side: what is left over is nobody, or not so few
 * that it tells of a small group.
 */
public final class TotalsRule {
    private TotalsRule() {}

    /**
     * Whether a total may be shown beside parts. Where the parts exceed it, they do not add up to it now, but they may once a
     * part is corrected to a small one and hidden; so no part may be so large that exactly this would tell of it.
     *
     * @param parts the sizes of the parts that are shown
     * @param fewerThan the threshold
     */
    public static boolean allows(BigDecimal total, Collection<BigDecimal> parts, BigDecimal fewerThan) {
        BigDecimal left = total;
        for (BigDecimal part : parts) {
            left = left.subtract(part);
        }
        if (left.signum() >= 0) {
            return !isFew(left, fewerThan);
        }
        for (BigDecimal part : parts) {
            if (isFew(left.add(part), fewerThan)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a number is one of some people, but too few. */
    static boolean isFew(BigDecimal people, BigDecimal fewerThan) {
        return people.signum() > 0 && people.compareTo(fewerThan) < 0;
    }
}
