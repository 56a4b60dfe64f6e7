package org.inpractice.learning.prompt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.inpractice.learning.followed.FollowedCycle;
import org.inpractice.learning.followed.FollowedEvent.Effect;
import org.inpractice.learning.followed.FollowedEvent.FeedbackChanged;
import org.inpractice.learning.followed.FollowedEvent.Prediction;
import org.inpractice.learning.followed.Step;
import org.inpractice.learning.prompt.PromptCommand.OfData;
import org.inpractice.learning.prompt.PromptCommand.SeeCause;
import org.inpractice.learning.prompt.PromptCommand.SeeCauseEnd;
import org.inpractice.learning.prompt.PromptCommand.Subject;

/**
 * Whether a prediction was missed by far. Pure.
 *
 * <p>By far: less than half of the predicted amount came, and even the favourable end of the effect's confidence interval
 * falls short of the prediction. Half is our choice: a smaller miss is what a study compares anyway, and with the interval
 * no scatter of few points is taken for a miss. It is judged once the prediction's day has passed, or the cycle has been
 * studied, by the effect that feedback told last of the predicted measure.
 */
final class PredictionCause {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Set<String> POINTS = Set.of("percentage points", "percentage point", "points", "pp");
    private static final Set<String> PERCENT = Set.of("percent", "%");

    private PredictionCause() {}

    /** What a cycle's steps say of its prediction: missed by far, not so, or nothing when it cannot be judged yet. */
    static List<OfData> of(String districtId, List<Step> steps) {
        Optional<FollowedCycle> known = FollowedCycle.of(steps);
        if (known.isEmpty() || !isJudgeable(known.get().prediction()) || !isDue(known.get(), steps)) {
            return List.of();
        }
        FollowedCycle cycle = known.get();
        Prediction prediction = cycle.prediction();
        Optional<Step> last = steps.stream()
                .filter(step -> step.event() instanceof FeedbackChanged feedback && tells(feedback, prediction))
                .reduce((earlier, later) -> later);
        return last.map(step -> judged(districtId, cycle, step)).stream().toList();
    }

    private static boolean isJudgeable(Prediction prediction) {
        return prediction != null
                && prediction.measureId() != null
                && prediction.direction() != null
                && prediction.amount() != null
                && prediction.amount().signum() > 0;
    }

    private static boolean isDue(FollowedCycle cycle, List<Step> steps) {
        LocalDate by = cycle.prediction().by();
        if (cycle.study() != null) {
            return true;
        }
        return by != null && steps.stream().anyMatch(step -> day(step).isAfter(by));
    }

    private static LocalDate day(Step step) {
        return step.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean tells(FeedbackChanged feedback, Prediction prediction) {
        return feedback.effect() != null
                && prediction.measureId().equals(feedback.measureId())
                && isComparable(prediction.unit(), feedback.effect().unit());
    }

    /** A rate in percent changes by points, however the team wrote them. */
    private static boolean isComparable(String predicted, String measured) {
        if (predicted == null || predicted.equalsIgnoreCase(measured)) {
            return true;
        }
        String one = predicted.toLowerCase(Locale.ROOT);
        String other = measured.toLowerCase(Locale.ROOT);
        return (POINTS.contains(one) || PERCENT.contains(one)) && (POINTS.contains(other) || PERCENT.contains(other));
    }

    private static OfData judged(String districtId, FollowedCycle cycle, Step step) {
        Prediction prediction = cycle.prediction();
        Effect effect = ((FeedbackChanged) step.event()).effect();
        boolean down = "decrease".equals(prediction.direction());
        BigDecimal towards = down ? effect.estimate().negate() : effect.estimate();
        BigDecimal atBest = down ? effect.low().negate() : effect.high();
        boolean missedByFar =
                towards.compareTo(prediction.amount().multiply(HALF)) < 0 && atBest.compareTo(prediction.amount()) < 0;
        UUID promptId = PromptCommand.idOf(districtId, "prediction|" + cycle.cycleId());
        String seen = sentence(prediction, effect, towards);
        if (!missedByFar) {
            return new SeeCauseEnd(
                    promptId,
                    "By what is known now the prediction was not missed by far.",
                    CycleCauses.evidence(step, seen));
        }
        Subject subject = new Subject(
                PromptCause.PREDICTION_MISSED,
                PromptKind.FAILURE,
                cycle.cycleId(),
                prediction.measureId(),
                cycle.siteId(),
                cycle.studentGroup(),
                null,
                "The prediction was missed by far. " + seen);
        return new SeeCause(promptId, subject, CycleCauses.evidence(step, seen), false);
    }

    private static String sentence(Prediction prediction, Effect effect, BigDecimal towards) {
        long share = towards.multiply(BigDecimal.valueOf(100))
                .divide(prediction.amount(), 0, RoundingMode.HALF_UP)
                .longValue();
        return "Predicted: %s by %s %s. Came: %s (%s %% interval %s to %s), %d %% of the way."
                .formatted(
                        prediction.direction(),
                        prediction.amount().toPlainString(),
                        effect.unit(),
                        effect.estimate().toPlainString(),
                        effect.level()
                                .multiply(BigDecimal.valueOf(100))
                                .stripTrailingZeros()
                                .toPlainString(),
                        effect.low().toPlainString(),
                        effect.high().toPlainString(),
                        share);
    }
}
