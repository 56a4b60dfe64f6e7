package org.inpractice.cycles.cycle;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.PlainText;

/**
 * What a team expects to happen, written down before the change is tried.
 *
 * @param statement in words
 * @param measureId the measure that will show it, or null
 * @param direction which way it will move, or null
 * @param amount by how much, in {@code unit}; the direction says which way; or null
 * @param unit the unit of the amount, or null
 * @param by until when, or null
 */
public record Prediction(
        @Schema(examples = "Chronic absence falls by two points within eight weeks")
        @NotBlank(message = "Say in one sentence what you expect to happen.")
        @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String statement,

        UUID measureId,
        Direction direction,

        @Schema(examples = "2")
        @PositiveOrZero(message = "Send a size of zero or more; the direction says which way.")
        @Digits(integer = 12, fraction = 6, message = "Send at most 12 digits before and 6 after the decimal point.")
        BigDecimal amount,

        @Schema(examples = "percentage points")
        @Size(min = 1, max = 100, message = "Name the unit in 1 to 100 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String unit,

        @CalendarDay LocalDate by) {}
