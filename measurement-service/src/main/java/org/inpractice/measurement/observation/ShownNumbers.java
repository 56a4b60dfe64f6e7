package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.ValueType;

/**
 * An observation's status and numbers as a reader may see them.
 *
 * @param status {@code SUPPRESSED} also when the number is there and the reader may not see it
 */
public record ShownNumbers(
        ObservationStatus status,
        BigDecimal value,
        BigDecimal numerator,
        BigDecimal denominator,
        BigDecimal count,
        Long groupSize) {
    private static final ShownNumbers HIDDEN =
            new ShownNumbers(ObservationStatus.SUPPRESSED, null, null, null, null, null);

    /**
     * What a reader may see.
     *
     * @param hidden whether the reader may not see the numbers, {@link Visibility}
     */
    public static ShownNumbers of(ObservationStatus status, Numbers numbers, Definition definition, boolean hidden) {
        if (hidden) {
            return HIDDEN;
        }
        ValueType form = definition.valueType();
        return new ShownNumbers(
                status,
                form == ValueType.VALUE ? numbers.amount() : null,
                form == ValueType.RATE ? numbers.amount() : null,
                numbers.denominator(),
                form == ValueType.COUNT ? numbers.amount() : null,
                numbers.groupSize());
    }
}
