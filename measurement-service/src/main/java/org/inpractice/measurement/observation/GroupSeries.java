package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.ValueType;

/**
 * The series of one student group beside the others of its site.
 *
 * @param points in the order of periods
 */
@Schema(name = "GroupSeries")
public record GroupSeries(
        @Schema(description = "The student group.", examples = "RH")
        String studentGroup,

        @Schema(
                description = "The dimension whose groups add up to all; the group's own name when it stands alone.",
                examples = "race")
        String dimension,

        List<GroupPoint> points) {

    /**
     * A point and its gap. What is absent is hidden, not reported, or cannot be computed; it is never a zero.
     *
     * @param number the value, the count, or numerator by denominator
     * @param difference the number less the reference's of the same period
     * @param ratio the number by the reference's
     */
    @Schema(name = "GroupPoint")
    public record GroupPoint(
            @Schema(examples = "2025-09") String period,

            LocalDate periodStart,
            ObservationStatus status,

            @Schema(description = "The value, the count, or numerator by denominator.", examples = "0.25")
            BigDecimal number,

            @Schema(description = "Above the line, of a rate.", examples = "25")
            BigDecimal numerator,

            @Schema(description = "Below the line, of a rate.", examples = "100")
            BigDecimal denominator,

            @Schema(description = "The number less the reference group's of the same period.", examples = "0.05")
            BigDecimal difference,

            @Schema(description = "The number by the reference group's; absent when that is 0.", examples = "1.25")
            BigDecimal ratio) {
        static GroupPoint of(
                String period, LocalDate start, ShownNumbers shown, BigDecimal number, BigDecimal reference) {
            boolean both = number != null && reference != null;
            return new GroupPoint(
                    period,
                    start,
                    shown.status(),
                    number,
                    shown.numerator(),
                    shown.denominator(),
                    both ? number.subtract(reference) : null,
                    both && reference.signum() != 0 ? number.divide(reference, MathContext.DECIMAL64) : null);
        }
    }

    /** The one number of what is shown; null when there is none, or its denominator is 0. */
    static BigDecimal number(ShownNumbers shown, Definition definition) {
        if (definition.valueType() == ValueType.VALUE) {
            return shown.value();
        }
        if (definition.valueType() == ValueType.COUNT) {
            return shown.count();
        }
        return shown.numerator() == null || shown.denominator().signum() == 0
                ? null
                : shown.numerator().divide(shown.denominator(), MathContext.DECIMAL64);
    }
}
