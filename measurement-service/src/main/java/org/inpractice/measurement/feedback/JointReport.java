package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.feedback.MeasureNumbers.Effect;

/**
 * What the cycles of an aim, or of a change idea, say together.
 *
 * @param aimId of the aim asked for; absent of a change idea
 * @param changeIdeaId of the change idea asked for; absent of an aim
 * @param asOf the instant asked for; absent when the answer is of now
 * @param verdict of the whole, by the rule named
 * @param why one sentence
 * @param rule how the cycles' verdicts make one
 * @param summary in plain words
 * @param cycles those that started, the first started first
 * @param notStarted how many are planned
 * @param leftOff how many more started than are listed; the verdict is of those listed
 * @param toSequence the last event of this district's measurement stream that could have been used
 */
@Schema(name = "JointFeedback")
public record JointReport(
        UUID aimId,
        UUID changeIdeaId,
        Instant asOf,
        Verdict verdict,
        String why,
        String rule,
        String summary,
        List<CycleSays> cycles,
        int notStarted,
        int leftOff,
        long toSequence,
        @Schema(examples = "perla-v2") String ruleSet) {

    /**
     * What one cycle says; the whole report is at {@code cycles/{cycleId}/feedback}.
     *
     * @param predictionCameTrue absent when it cannot be told
     * @param decision adopt, adapt or abandon; absent while it goes on
     */
    @Schema(name = "CycleSays")
    public record CycleSays(
            UUID cycleId,
            String changeIdea,
            String siteId,
            String studentGroup,
            LocalDate startedOn,
            Verdict verdict,
            String why,
            Boolean predictionCameTrue,
            String decision,
            List<MeasureSays> measures,
            long fromSequence,
            long toSequence) {}

    /**
     * What one measure of a cycle says.
     *
     * @param name absent when the measure is not defined here
     * @param change median since the start minus median before
     * @param effect after minus before with its interval; absent when it cannot be told
     */
    @Schema(name = "MeasureSays")
    public record MeasureSays(
            UUID measureId,
            String name,
            String role,
            String siteId,
            Verdict verdict,
            BigDecimal change,
            Effect effect) {}
}
