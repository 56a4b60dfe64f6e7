package org.inpractice.learning.guard;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of the commands on guards. */
public final class GuardRequests {
    private static final String DIGITS = "Send a number with at most 12 digits before and 6 after the decimal point.";

    private GuardRequests() {}

    /** Beyond which value a balancing measure must not come, and from where on that is near. */
    @Schema(name = "GuardSetting")
    public record GuardSetting(
            @NotNull(message = "Say whether the measure shall be not_above or not_below the value.")
            GuardSide side,

            @Schema(examples = "6", description = "In the measure's unit; of a rate in percent, percent.")
            @NotNull(message = "Send the value that must not be crossed.")
            @Digits(integer = 12, fraction = 6, message = DIGITS)
            BigDecimal value,

            @Schema(examples = "0.5", description = "How close to the value is near, in the same unit; greater than 0.")
            @NotNull(message = "Send the margin: how close to the value is near.")
            @Digits(integer = 12, fraction = 6, message = DIGITS)
            BigDecimal margin,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** Nothing is guarded any more. */
    @Schema(name = "GuardWithdrawal")
    public record GuardWithdrawal(
            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}
}
