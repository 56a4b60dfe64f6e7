package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.feedback.FeedbackReport.Way;

/** The parts of what a measure says beside its verdict. A number that cannot be told is absent. */
public final class MeasureNumbers {
    private MeasureNumbers() {}

    /**
     * The points before the start, frozen there.
     *
     * @param judged whether there are points enough to judge
     * @param stable false when a rule fired among them; absent when not judged
     * @param signals what fired
     */
    @Schema(name = "FeedbackBaseline")
    public record Baseline(
            int points,
            String firstPeriod,
            String lastPeriod,
            BigDecimal median,
            boolean judged,
            Boolean stable,
            List<RuleFired> signals) {}

    /**
     * A rule that fired on a stretch of points.
     *
     * @param rule shift or trend
     * @param meaning what it says of this measure, one sentence
     */
    @Schema(name = "RuleFired")
    public record RuleFired(
            String rule, Way way, boolean better, int points, String firstPeriod, String lastPeriod, String meaning) {}

    /** A confidence interval. */
    @Schema(name = "FeedbackInterval")
    public record EffectInterval(BigDecimal level, BigDecimal low, BigDecimal high) {}

    /**
     * What changed by how much: after minus before.
     *
     * @param unit of estimate and interval
     * @param chosen why this method
     * @param degreesOfFreedom absent where the statistic has none
     * @param overdispersion by which the variance of a rate was multiplied; absent of other measures
     * @param better whether the estimate goes the good way; absent when it is zero
     */
    @Schema(name = "FeedbackEffect")
    public record Effect(
            BigDecimal estimate,
            String unit,
            EffectInterval interval,
            Boolean better,
            @Schema(examples = "two_proportions") String method,
            String chosen,
            String statistic,
            BigDecimal statisticValue,
            BigDecimal degreesOfFreedom,
            BigDecimal pValue,
            BigDecimal overdispersion,
            List<String> caveats) {}

    /**
     * A line before and a line since, in the measure's unit and per period.
     *
     * @param levelChange at the first period since
     * @param caveats the first one always
     */
    @Schema(name = "FeedbackLines")
    public record Lines(
            int points,
            LineNumber slopeBefore,
            LineNumber levelChange,
            LineNumber slopeChange,
            BigDecimal durbinWatson,
            List<String> caveats) {}

    /** A coefficient of the lines. */
    @Schema(name = "FeedbackLineNumber")
    public record LineNumber(
            BigDecimal estimate, BigDecimal standardError, BigDecimal t, BigDecimal pValue, EffectInterval interval) {}

    /**
     * How much of the series was told, from its first to its last period that was told of.
     *
     * @param missing periods in between of which nobody told anything
     * @param missingPeriods the first of them, at most 24
     */
    @Schema(name = "FeedbackCompleteness")
    public record Completeness(
            String firstPeriod,
            String lastPeriod,
            int reported,
            int suppressed,
            int notReported,
            int missing,
            List<String> missingPeriods) {}

    /**
     * Where the numbers come from.
     *
     * @param fromSequence the lowest sequence number used of this district's measurement stream; 0 when none was
     * @param toSequence the highest
     * @param eventIds of all observations used, in the order of their periods; absent when there are more than 500, then the
     *     sequence range and GET events lead to them
     */
    @Schema(name = "FeedbackProvenance")
    public record Provenance(
            @Schema(examples = "perla-v2") String ruleSet, long fromSequence, long toSequence, List<UUID> eventIds) {}
}
