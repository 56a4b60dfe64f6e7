package org.inpractice.measurement.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to compare: two lists of values, or two lists of proportions, or one series and where in it the change was. */
@Schema(name = "ComparisonRequest")
public record ComparisonRequest(
        @Schema(defaultValue = "automatic") ComparisonMethod method,

        @Schema(examples = "0.95", defaultValue = "0.95", description = "From 0.5 to 0.999.")
        BigDecimal confidenceLevel,

        @Schema(description = "Values before the change, in any order; null is a missing one.")
        List<BigDecimal> before,

        @Schema(description = "Values after it.") List<BigDecimal> after,

        @Schema(
                description =
                        "Proportions before the change: one, or one a period; of periods the spread is judged too.")
        List<PeriodProportion> proportionsBefore,

        @Schema(description = "Proportions after it.") List<PeriodProportion> proportionsAfter,

        @Schema(description = "One series in the order of time; null is a missing point.")
        List<BigDecimal> series,

        @Schema(examples = "10", description = "How many points of the series lie before the change, missing ones too.")
        Integer changeAfter) {

    /** So many of so many in one period. */
    @Schema(name = "PeriodProportion")
    public record PeriodProportion(
            @Schema(examples = "41", required = true) BigDecimal numerator,
            @Schema(examples = "512", required = true) BigDecimal denominator) {}
}
