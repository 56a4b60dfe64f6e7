package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.PredictionBeside;
import org.inpractice.measurement.feedback.FollowedEvent.Prediction;

/**
 * The verdict on a whole cycle, and on its prediction. Pure.
 *
 * @param verdict from the outcome measures: worsened when one got worse, else improved when one improved, else no signal yet
 *     when one has points enough
 * @param why one sentence
 * @param balancingWorsened names of the balancing measures that got worse
 */
record CycleVerdict(Verdict verdict, String why, List<String> balancingWorsened) {
    private static final String OUTCOME = "outcome";
    private static final String BALANCING = "balancing";

    /** In these units a rate in percent changes by points. */
    private static final Set<String> POINTS = Set.of("percentage points", "percentage point", "points", "pp");

    static CycleVerdict of(List<MeasureFeedback> measures) {
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
        for (Verdict verdict : List.of(Verdict.WORSENED, Verdict.IMPROVED, Verdict.NO_SIGNAL_YET)) {
            Optional<MeasureFeedback> telling = outcomes.stream()
                    .filter(measure -> measure.verdict() == verdict)
                    .findFirst();
            if (telling.isPresent()) {
                return new CycleVerdict(verdict, sentence(telling.get(), worseBalance), worseBalance);
            }
        }
        return new CycleVerdict(Verdict.INSUFFICIENT_DATA, sentence(outcomes.get(0), worseBalance), worseBalance);
    }

    private static String sentence(MeasureFeedback measure, List<String> worseBalance) {
        String sentence = measure.name() + ": " + measure.why();
        return worseBalance.isEmpty()
                ? sentence
                : sentence + " Meanwhile got worse: " + String.join(", ", worseBalance) + ".";
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
                    observed,
                    null,
                    "The prediction names no measure, direction and amount to compare with.");
        }
        if (observed == null || measure.get().verdict() == Verdict.INSUFFICIENT_DATA) {
            return beside(prediction, observed, null, "There are too few points to compare with.");
        }
        if (!comparable(prediction.unit(), measure.get().unit())) {
            return beside(prediction, observed, null, "The prediction is in another unit than the measure.");
        }
        BigDecimal towards = prediction.direction().equals("decrease") ? observed.negate() : observed;
        boolean cameTrue = towards.compareTo(prediction.amount()) >= 0;
        return beside(
                prediction,
                observed,
                cameTrue,
                "Judged by the change of the median since the start, whatever its signal.");
    }

    private static PredictionBeside beside(Prediction prediction, BigDecimal observed, Boolean cameTrue, String why) {
        return new PredictionBeside(
                prediction.statement(),
                prediction.measureId(),
                prediction.direction(),
                prediction.amount(),
                prediction.unit(),
                prediction.by(),
                observed,
                cameTrue,
                why);
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
