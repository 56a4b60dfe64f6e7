package org.inpractice.measurement.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackEvent.FeedbackChanged;
import org.inpractice.measurement.feedback.FeedbackEvent.OutcomeEffect;
import org.inpractice.measurement.feedback.FeedbackEvent.SignalDetected;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.Way;
import org.inpractice.measurement.feedback.MeasureNumbers.Effect;
import org.inpractice.measurement.feedback.MeasureNumbers.RuleFired;

/** What a report says that had not been said of its cycle before. Pure. */
final class VerdictChanges {
    private VerdictChanges() {}

    /**
     * What was said of a cycle so far.
     *
     * @param verdict null when it was never judged
     */
    record Said(Verdict verdict, List<SaidSignal> signals) {
        static final Said NOTHING = new Said(null, List.of());
    }

    /** A signal as it was when it was detected. */
    record SaidSignal(UUID measureId, String rule, Way way, String firstPeriod, String lastPeriod) {
        /**
         * Whether a signal of today is this one, grown, shrunk or moved by new data. The names of periods are in the order of
         * time within a measure.
         */
        private boolean is(UUID measure, RuleFired signal) {
            return measureId.equals(measure)
                    && rule.equals(signal.rule())
                    && way == signal.way()
                    && firstPeriod.compareTo(signal.lastPeriod()) <= 0
                    && signal.firstPeriod().compareTo(lastPeriod) <= 0;
        }
    }

    /** The new signals, then the verdict if it is another one; empty when there is nothing new. */
    static List<FeedbackEvent> of(FeedbackReport report, Said said) {
        List<FeedbackEvent> events = new ArrayList<>();
        for (MeasureFeedback measure : report.measures()) {
            if (isJudged(measure)) {
                measure.signals().stream()
                        .filter(signal -> said.signals().stream().noneMatch(one -> one.is(measure.measureId(), signal)))
                        .forEach(signal -> events.add(detected(report, measure, signal)));
            }
        }
        if (report.verdict() != said.verdict()) {
            events.add(changed(report, said.verdict()));
        }
        return events;
    }

    /** Against too few points, or points that were moving anyway, a rule that fires means nothing. */
    private static boolean isJudged(MeasureFeedback measure) {
        return measure.verdict() != Verdict.INSUFFICIENT_DATA && measure.verdict() != Verdict.UNSTABLE_BASELINE;
    }

    private static SignalDetected detected(FeedbackReport report, MeasureFeedback measure, RuleFired signal) {
        return new SignalDetected(
                report.cycleId(),
                measure.measureId(),
                measure.role(),
                measure.siteId(),
                group(report),
                signal.rule(),
                signal.way(),
                signal.better(),
                signal.points(),
                signal.firstPeriod(),
                signal.lastPeriod(),
                signal.meaning(),
                report.toSequence(),
                report.ruleSet());
    }

    private static FeedbackChanged changed(FeedbackReport report, Verdict before) {
        List<MeasureFeedback> outcomes = report.measures().stream()
                .filter(measure -> "outcome".equals(measure.role()))
                .toList();
        MeasureFeedback telling = outcomes.isEmpty() ? null : CycleVerdict.telling(outcomes);
        return new FeedbackChanged(
                report.cycleId(),
                report.siteId(),
                group(report),
                before,
                report.verdict(),
                report.why(),
                telling == null ? null : telling.measureId(),
                telling == null ? null : effect(telling.effect()),
                report.fromSequence(),
                report.toSequence(),
                report.ruleSet());
    }

    private static OutcomeEffect effect(Effect effect) {
        return effect == null || effect.estimate() == null || effect.interval() == null
                ? null
                : new OutcomeEffect(
                        effect.estimate(),
                        effect.unit(),
                        effect.interval().level(),
                        effect.interval().low(),
                        effect.interval().high(),
                        effect.method());
    }

    private static String group(FeedbackReport report) {
        return report.studentGroup() == null ? "all" : report.studentGroup();
    }
}
