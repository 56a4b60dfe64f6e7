package org.inpractice.measurement.disclosure;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is told of a site and a student group in one period of a measure.
 *
 * @param sizes how many people stand behind the number: one size, or two when the measure tells of it twice; those of all
 *     cells of a table in the same order, null where there is none
 * @param part the numerator of a rate, whose denominator is the first size; null of anything else
 * @param hidden whether it is hidden for its own sake: too few people, or held back by the district
 */
public record TableCell(CellKey key, List<BigDecimal> sizes, BigDecimal part, boolean hidden) {
    BigDecimal size(int layer) {
        return layer < sizes.size() ? sizes.get(layer) : null;
    }
}
