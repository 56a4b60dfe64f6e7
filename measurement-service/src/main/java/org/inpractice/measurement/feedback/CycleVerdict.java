package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.OverlappingCycle;
import org.inpractice.measurement.feedback.FeedbackReport.PredictionBeside;
import org.inpractice.measurement.feedback.FollowedEvent.Prediction;

/**
 * The verdict on a whole cycle, and on its prediction. Pure.
 *
 * @param verdict from the outcome measures: worsened when one got worse, else improved when one improved, else unstable
 *     baseline when one has that, else no signal yet when one has points enough; confounded instead of worsened or improved
 *     when another cycle was at work on that outcome, and improved at expense when a balancing measure got worse
 * @param why one sentence
 * @param balancingWorsened names of the balancing measures that got worse
 */
record CycleVerdict(Verdict verdict, String why, List<String> balancingWorsened) {
    private static final String OUTCOME = "outcome";
    private static final String BALANCING = "balancing";

    /** In these units a rate in percent changes by points. */
    private static final Set<String> POINTS = Set.of("percentage points", "percentage point", "points", "pp");

    /** Judges the whole. */
    static CycleVerdict of(List<MeasureFeedback> measures, List<OverlappingCycle> overlapping) {
        List<String> worseBalance = measures.stream()
                .filter(measure -> BALANCING.equals(measure.role()) && measure.verdict() == Verdict.WORSENED)
                .map(MeasureFeedback::name)
                .toList();
        List<MeasureFeedback> outcomes = measures.stream()
                .filter(measure -> OUTCOME.equals(measure.role()))
                .toList();
        if (outcomes.isEmpty()) {
            return new CycleVerdict(
                    Verdict.INSUFFICIENT_DATA,
                    "The cycle names no outcome measure, so nothing can tell whether an outcome moved.",
                    worseBalance);
        }
        MeasureFeedback telling = telling(outcomes);
        Verdict verdict = whole(telling, overlapping, worseBalance);
        return new CycleVerdict(verdict, sentence(telling, worseBalance, verdict, overlapping), worseBalance);
    }

    /** The outcome that decides: the first of the first kind that there is. */
    static MeasureFeedback telling(List<MeasureFeedback> outcomes) {
        for (Verdict verdict :
                List.of(Verdict.WORSENED, Verdict.IMPROVED, Verdict.UNSTABLE_BASELINE, Verdict.NO_SIGNAL_YET)) {
            Optional<MeasureFeedback> telling = outcomes.stream()
                    .filter(measure -> measure.verdict() == verdict)
                    .findFirst();
            if (telling.isPresent()) {
                return telling.get();
            }
        }
        return outcomes.getFirst();
    }

    private static Verdict whole(
            MeasureFeedback telling, List<OverlappingCycle> overlapping, List<String> worseBalance) {
        boolean moved = telling.verdict() == Verdict.IMPROVED || telling.verdict() == Verdict.WORSENED;
        // Another cycle that shares another outcome does not confound this one.
        if (moved && overlapping.stream().anyMatch(cycle -> cycle.measureIds().contains(telling.measureId()))) {
            return Verdict.CONFOUNDED;
        }
        return telling.verdict() == Verdict.IMPROVED && !worseBalance.isEmpty()
                ? Verdict.IMPROVED_AT_EXPENSE
                : telling.verdict();
    }

    private static String sentence(
            MeasureFeedback measure, List<String> worseBalance, Verdict verdict, List<OverlappingCycle> overlapping) {
        StringBuilder sentence = new StringBuilder();
        sentence.append(measure.found() ? measure.name() : "Measure " + measure.measureId())
                .append(": ")
                .append(measure.why());
        if (verdict == Verdict.CONFOUNDED) {
            sentence.append(" At the same time at work on it: ")
                    .append(overlapping.stream()
                            .filter(cycle -> cycle.measureIds().contains(measure.measureId()))
                            .map(cycle -> "“" + cycle.changeIdea() + "” (cycle " + cycle.cycleId() + ")")
                            .collect(Collectors.joining(", ")))
                    .append(". Whose work it is cannot be told.");
        }
        if (!worseBalance.isEmpty()) {
            sentence.append(" Meanwhile got worse: ")
                    .append(String.join(", ", worseBalance))
                    .append('.');
        }
        return sentence.toString();
    }

    /** The prediction beside what came; null without a prediction. */
    static PredictionBeside judge(Prediction prediction, List<MeasureFeedback> measures) {
        if (prediction == null) {
            return null;
        }
        Optional<MeasureFeedback> measure = measures.stream()
                .filter(one -> one.measureId().equals(prediction.measureId()))
                .findFirst();
        BigDecimal observed = measure.map(MeasureFeedback::change).orElse(null);
        if (measure.isEmpty() || prediction.direction() == null || prediction.amount() == null) {
            return beside(
                    prediction,
                    measure,
                    null,
                    "The prediction names no measure, direction and amount to compare with.");
        }
        if (observed == null || measure.get().verdict() == Verdict.INSUFFICIENT_DATA) {
            return beside(prediction, measure, null, "There are too few points to compare with.");
        }
        if (!comparable(prediction.unit(), measure.get().unit())) {
            return beside(prediction, measure, null, "The prediction is in another unit than the measure.");
        }
        BigDecimal towards = prediction.direction().equals("decrease") ? observed.negate() : observed;
        boolean cameTrue = towards.compareTo(prediction.amount()) >= 0;
        return beside(
                prediction,
                measure,
                cameTrue,
                "Judged by the change of the median since the start, whatever its signal.");
    }

    private static PredictionBeside beside(
            Prediction prediction, Optional<MeasureFeedback> measure, Boolean cameTrue, String why) {
        return new PredictionBeside(
                prediction.statement(),
                prediction.measureId(),
                prediction.direction(),
                prediction.amount(),
                prediction.unit(),
                prediction.by(),
                measure.map(MeasureFeedback::change).orElse(null),
                cameTrue,
                why,
                measure.map(MeasureFeedback::effect).orElse(null));
    }

    private static boolean comparable(String predicted, String measured) {
        if (predicted == null || predicted.equalsIgnoreCase(measured)) {
            return true;
        }
        return isPercent(measured) && POINTS.contains(predicted.toLowerCase(Locale.ROOT));
    }

    /** A rate in percent is compared as 0 to 100, any other as 0 to 1. */
    static boolean isPercent(String unit) {
        return unit.equalsIgnoreCase("percent") || unit.equals("%");
    }
}
