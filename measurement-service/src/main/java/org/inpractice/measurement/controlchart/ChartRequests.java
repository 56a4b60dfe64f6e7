package org.inpractice.measurement.controlchart;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.measure.ShortText;

/** The bodies of the commands on charts. */
final class ChartRequests {
    private static final String READABLE = "[[^\\p{Cc}\\p{Cs}]\\t\\n\\r]*";

    private ChartRequests() {}

    /** A baseline to freeze. */
    @Schema(name = "BaselineFreezing")
    record BaselineFreezing(
            @Schema(examples = "19647330112536") @NotBlank(message = "Name the site.") @ShortText
            String siteId,

            @Schema(examples = "all", description = "all when absent.") @ShortText
            String studentGroup,

            @Schema(examples = "2024-09", description = "The first period of the baseline.")
            @NotBlank(message = "Name the first period of the baseline.")
            @ShortText
            String from,

            @Schema(examples = "2025-08", description = "The last period of the baseline.")
            @NotBlank(message = "Name the last period of the baseline.")
            @ShortText
            String to,

            @Schema(
                    description =
                            "Required below 12 points: these are trial limits, to be set anew later. From 12 points on"
                                    + " limits are locked, whatever is sent.")
            Boolean trial,

            @Schema(examples = "Attendance team")
            @NotBlank(message = "Say who decided: a role, a team or a staff member.")
            @ShortText
            String decidedBy,

            @Schema(examples = "A school year before the first change")
            @NotBlank(message = "Say why these points: whoever reads the chart later will ask.")
            @Size(max = 2_000, message = "Shorten it to 2,000 characters.")
            @Pattern(regexp = READABLE, message = "Remove control characters; line breaks and tabs may stay.")
            String why,

            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {}

    /** A new phase. */
    @Schema(name = "Rephasing")
    record Rephasing(
            @Schema(examples = "19647330112536") @NotBlank(message = "Name the site.") @ShortText
            String siteId,

            @Schema(examples = "all", description = "all when absent.") @ShortText
            String studentGroup,

            @Schema(examples = "2025-09", description = "The first period of the new phase.")
            @NotBlank(message = "Name the first period of the new phase.")
            @ShortText
            String from,

            @Schema(examples = "Since the calls home") @ShortText
            String name,

            @NotNull(
                    message =
                            "Answer the four questions: differentBehaviour, reasonKnown, desirable, expectedToContinue.")
            @Valid
            RephasingAnswers answers,

            @Schema(description = "Why the phase begins although an answer is no.")
            @Size(max = 2_000, message = "Shorten it to 2,000 characters.")
            @Pattern(regexp = READABLE, message = "Remove control characters; line breaks and tabs may stay.")
            String despite,

            @Schema(examples = "Attendance team")
            @NotBlank(message = "Say who decided: a role, a team or a staff member.")
            @ShortText
            String decidedBy,

            @Schema(examples = "All schools call home on the first day since September")
            @NotBlank(message = "Say why the process is another one: whoever reads the chart later will ask.")
            @Size(max = 2_000, message = "Shorten it to 2,000 characters.")
            @Pattern(regexp = READABLE, message = "Remove control characters; line breaks and tabs may stay.")
            String why,

            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {}

    /** Taking a baseline or phase back. */
    @Schema(name = "ChartDecisionWithdrawal")
    record DecisionWithdrawal(
            @Schema(examples = "Attendance team")
            @NotBlank(message = "Say who decided: a role, a team or a staff member.")
            @ShortText
            String decidedBy,

            @Schema(examples = "The wrong school year")
            @NotBlank(message = "Say why it is taken back: whoever reads the chart later will ask.")
            @Size(max = 2_000, message = "Shorten it to 2,000 characters.")
            @Pattern(regexp = READABLE, message = "Remove control characters; line breaks and tabs may stay.")
            String why,

            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {}

    static String blankAsAbsent(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
