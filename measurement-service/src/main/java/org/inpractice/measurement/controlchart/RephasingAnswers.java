package org.inpractice.measurement.controlchart;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The four questions before limits are computed anew (Wheeler DJ. When should limits be recalculated? In: Understanding
 * Statistical Process Control). New limits are due when all four are answered yes.
 */
@Schema(name = "RephasingAnswers")
public record RephasingAnswers(
        @Schema(description = "Do the data show a distinctly different behaviour than before?")
        @NotNull(message = "Say whether the data behave differently than before: true or false.")
        Boolean differentBehaviour,

        @Schema(description = "Is the reason for the change known?")
        @NotNull(message = "Say whether the reason for the change is known: true or false.")
        Boolean reasonKnown,

        @Schema(description = "Is the new behaviour desirable?")
        @NotNull(message = "Say whether the new behaviour is desirable: true or false.")
        Boolean desirable,

        @Schema(description = "Is it intended and expected to continue?")
        @NotNull(message = "Say whether the new behaviour is expected to continue: true or false.")
        Boolean expectedToContinue) {}
