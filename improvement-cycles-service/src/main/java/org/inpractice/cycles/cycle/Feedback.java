package org.inpractice.cycles.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.PlainText;

/**
 * The feedback report a team looked at in its study, so that it can be found again.
 *
 * @param verdict what it said of the outcome
 * @param fromSequence first sequence number of the measures' stream that it used
 * @param toSequence last one
 * @param ruleSet the rules it was computed with
 */
public record Feedback(
        @NotNull(
                message = "Say what the report said: improved, worsened, no_signal_yet, insufficient_data,"
                        + " unstable_baseline, confounded or improved_at_expense.")
        Verdict verdict,

        @NotNull(message = "Copy fromSequence from the feedback report.")
        @PositiveOrZero(message = "Copy fromSequence from the feedback report.")
        Long fromSequence,

        @NotNull(message = "Copy toSequence from the feedback report.")
        @PositiveOrZero(message = "Copy toSequence from the feedback report.")
        Long toSequence,

        @Schema(examples = "perla-v1")
        @NotBlank(message = "Copy ruleSet from the feedback report.")
        @Size(max = 200, message = "Copy ruleSet from the feedback report.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String ruleSet) {}
