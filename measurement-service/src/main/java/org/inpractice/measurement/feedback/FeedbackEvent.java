package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackReport.Way;
import org.inpractice.stream.EventType;

/** What the feedback on a cycle has come to say. Numbers of small groups are never behind it. */
public sealed interface FeedbackEvent {
    /** The cycle. */
    UUID cycleId();

    /**
     * The verdict on a cycle is another one than before.
     *
     * @param siteId absent when the change is tried in the whole district
     * @param verdictBefore absent of the first verdict
     * @param measureId the outcome measure that decided; absent when the cycle names none
     * @param effect of that measure; absent when it cannot be told
     * @param fromSequence the first event of this district's measurement stream that was used; 0 when none was
     * @param toSequence the last that could have been used
     */
    @EventType(name = "improvement.feedback.changed")
    record FeedbackChanged(
            UUID cycleId,
            String siteId,
            String studentGroup,
            Verdict verdictBefore,
            Verdict verdict,
            String why,
            UUID measureId,
            OutcomeEffect effect,
            long fromSequence,
            long toSequence,
            String ruleSet)
            implements FeedbackEvent {}

    /**
     * A rule fired on a measure of a cycle since its start, and had not on these periods before.
     *
     * @param role what the measure is for in the cycle
     * @param siteId of the series
     * @param studentGroup of the series
     * @param meaning one sentence
     */
    @EventType(name = "improvement.signal.detected")
    record SignalDetected(
            UUID cycleId,
            UUID measureId,
            String role,
            String siteId,
            String studentGroup,
            String rule,
            Way way,
            boolean better,
            int points,
            String firstPeriod,
            String lastPeriod,
            String meaning,
            long toSequence,
            String ruleSet)
            implements FeedbackEvent {}

    /** After minus before, in the unit named, with its confidence interval. */
    record OutcomeEffect(
            BigDecimal estimate, String unit, BigDecimal level, BigDecimal low, BigDecimal high, String method) {}
}
