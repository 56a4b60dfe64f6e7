package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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
 * @param probability how sure the team is that it comes true, above 0 and below 1; or null
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

        @CalendarDay LocalDate by,

        @Schema(examples = "0.8")
        @DecimalMin(
                value = "0.01",
                message = "Send a probability from 0.01 to 0.99: 0.8 means right eight times of ten.")
        @DecimalMax(
                value = "0.99",
                message = "Send a probability from 0.01 to 0.99: whoever is certain has nothing to test.")
        @Digits(integer = 1, fraction = 4, message = "Send at most 4 digits after the decimal point.")
        BigDecimal probability) {
    /** Whether the study can compare it with a number: it names a measure and which way that will move. */
    @JsonIgnore
    public boolean isMeasurable() {
        return measureId != null && direction != null;
    }
}
