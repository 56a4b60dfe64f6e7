package org.inpractice.measurement.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.feedback.MeasureNumbers.Baseline;
import org.inpractice.measurement.feedback.MeasureNumbers.Completeness;
import org.inpractice.measurement.feedback.MeasureNumbers.Effect;
import org.inpractice.measurement.feedback.MeasureNumbers.Lines;
import org.inpractice.measurement.feedback.MeasureNumbers.Provenance;
import org.inpractice.measurement.feedback.MeasureNumbers.RuleFired;
import org.inpractice.measurement.measure.BetterDirection;

/**
 * Whether the outcome of a cycle moved, how that was found out, and what was predicted, decided and learned beside it.
 *
 * @param asOf the instant asked for; absent when the answer is of now
 * @param verdict from the outcome measures together
 * @param why one sentence
 * @param fromSequence the first event of this district's measurement stream that was used; 0 when none was
 * @param toSequence the last event of that stream that could have been used: the same question up to it has the same answer
 * @param ruleSet the rules' name and version
 * @param balancingWorsened names of the balancing measures that got worse meanwhile
 * @param summary the report in plain words
 * @param overlappingCycles other cycles on the same outcome, site and student group at the same time
 */
@Schema(name = "FeedbackReport")
public record FeedbackReport(
        UUID cycleId,
        String changeIdea,
        @Schema(examples = "19647330112536") String siteId,
        @Schema(examples = "all") String studentGroup,
        LocalDate startedOn,
        Instant asOf,
        Verdict verdict,
        String why,
        long fromSequence,
        long toSequence,
        @Schema(examples = "perla-v2") String ruleSet,
        List<String> balancingWorsened,
        List<MeasureFeedback> measures,
        PredictionBeside prediction,
        Studied study,
        Decided decision,
        List<LinkedFailure> failures,
        SequenceRange cyclesStream,
        RuleSet rules,
        String summary,
        List<OverlappingCycle> overlappingCycles) {

    /**
     * What one measure says.
     *
     * @param role what it is for in this cycle: outcome, driver, process or balancing
     * @param medianBefore of the points before the start, frozen; absent without points
     * @param change median since minus median before, in the measure's unit
     * @param shift the latest shift since the start; absent when there was none
     * @param trend the latest trend since the start; absent when there was none
     * @param firstObservation the first one used
     * @param lastObservation the last one used
     * @param found false when the cycle names a measure that is not defined here; then nothing else is told
     * @param cautions what to bear in mind
     * @param baseline the points before, frozen at the start, and whether they were stable
     * @param signals every rule that fired since the start, the oldest first
     * @param effect after minus before with its interval; absent with fewer than two points on a side
     * @param segmentedRegression absent with fewer points on a side than the rules ask for
     */
    @Schema(name = "MeasureFeedback")
    public record MeasureFeedback(
            UUID measureId,
            boolean found,
            String name,
            String role,
            String unit,
            BetterDirection direction,
            String siteId,
            Verdict verdict,
            String why,
            int pointsBefore,
            int pointsSince,
            BigDecimal medianBefore,
            BigDecimal medianSince,
            BigDecimal change,
            SignalSeen shift,
            SignalSeen trend,
            LeftOut leftOut,
            Used firstObservation,
            Used lastObservation,
            List<String> cautions,
            Baseline baseline,
            List<RuleFired> signals,
            Effect effect,
            Lines segmentedRegression,
            Completeness completeness,
            Provenance provenance) {}

    /**
     * Another cycle that was at work on the same outcome at the same place and time.
     *
     * @param endedOn the day it was decided; absent while it goes on
     * @param measureIds of the outcome measures that both share
     */
    @Schema(name = "OverlappingCycle")
    public record OverlappingCycle(
            UUID cycleId,
            String changeIdea,
            String siteId,
            LocalDate startedOn,
            LocalDate endedOn,
            List<UUID> measureIds,
            UUID eventId) {}

    /**
     * A rule that fired.
     *
     * @param way above or rising: up; below or falling: down
     * @param better whether that is the good direction
     */
    @Schema(name = "FeedbackSignal")
    public record SignalSeen(Way way, boolean better, int points, String firstPeriod, String lastPeriod) {}

    /** Which way a signal points. */
    @Schema(name = "SignalWay")
    public enum Way {
        /** Above the median, or rising. */
        @JsonProperty("up")
        UP,
        /** Below the median, or falling. */
        @JsonProperty("down")
        DOWN
    }

    /**
     * How many observations were not used.
     *
     * @param suppressed because they are suppressed, or of a group too small for this reader
     * @param notReported because there is no number
     * @param inStartPeriod because their period holds the start and so belongs to both sides
     */
    @Schema(name = "LeftOut")
    public record LeftOut(int suppressed, int notReported, int inStartPeriod) {}

    /** An observation that was used, and the event that told it. */
    @Schema(name = "UsedObservation")
    public record Used(String period, long sequence, UUID eventId) {}

    /**
     * What was predicted, and what came.
     *
     * @param observedChange of the predicted measure; absent when it cannot be told
     * @param cameTrue absent when it cannot be told
     * @param why how that was judged
     * @param observedEffect the effect on the predicted measure, with its interval; absent when it cannot be told
     */
    @Schema(name = "PredictionBeside")
    public record PredictionBeside(
            String statement,
            UUID measureId,
            String direction,
            BigDecimal amount,
            String unit,
            LocalDate by,
            BigDecimal observedChange,
            Boolean cameTrue,
            String why,
            Effect observedEffect) {}

    /** What the team found when it compared. */
    @Schema(name = "FeedbackStudy")
    public record Studied(String comparedWithPrediction, String learned, LocalDate studiedOn) {}

    /** What the team decided. */
    @Schema(name = "FeedbackDecision")
    public record Decided(String decision, String rationale, LocalDate decidedOn, UUID nextCycleId) {}

    /** A failure or near-failure that names the cycle; what happened is told by learning-log-service under the same id. */
    @Schema(name = "LinkedFailure")
    public record LinkedFailure(UUID failureId, String kind, String happenedAt, LocalDate reviewedOn, UUID eventId) {}

    /** The events of a district's stream in one service that were used. */
    @Schema(name = "SequenceRange")
    public record SequenceRange(String source, long fromSequence, long toSequence) {}
}
