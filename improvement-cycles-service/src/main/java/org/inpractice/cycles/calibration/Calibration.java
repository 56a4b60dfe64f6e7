package org.inpractice.cycles.calibration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Many predictions against what came. Whatever rests on too little is absent, or said to be few.
 *
 * @param predictions all of studied cycles
 * @param judged those that could be judged
 * @param cameTrue of those
 * @param hitRate share of the judged that came true
 * @param bias median of the errors: below 0 too much was expected, above 0 too little; a median, because one wild guess must
 *     not decide it (our choice)
 * @param withAmount how many errors that is the median of
 * @param withProbability judged predictions that say how sure the team was; the following are of these
 * @param meanProbability how sure on average
 * @param shareTrue how many of them came true: when the mean probability is higher, people are surer than they are right
 * @param brier mean square of probability minus outcome, 0 best, 0.25 for always saying one half (Brier GW, Monthly Weather
 *     Review 1950;78:1-3, for one of its two classes)
 * @param brierOfBaseRate the same for always saying the share that came true: what must be beaten to know more than that
 * @param sharpness mean distance of the probabilities from one half, times two: 0 always fifty-fifty, 1 always certain. To be
 *     judged only together with calibration (Gneiting T, Balabdaoui F, Raftery AE, Journal of the Royal Statistical Society B
 *     2007;69:243-268); the formula is our choice
 * @param few whether this rests on fewer than ten judged predictions (our choice)
 * @param summary one sentence
 */
@Schema(name = "Calibration")
public record Calibration(
        int predictions,
        int judged,
        int cameTrue,
        BigDecimal hitRate,
        BigDecimal bias,
        int withAmount,
        int withProbability,
        BigDecimal meanProbability,
        BigDecimal shareTrue,
        BigDecimal brier,
        BigDecimal brierOfBaseRate,
        BigDecimal sharpness,
        List<ReliabilityBin> reliability,
        boolean few,
        String summary) {
    /** From fewer a rate says little. */
    public static final int FEW = 10;

    private static final int DIGITS = 3;

    /** Puts them together. */
    public static Calibration of(Collection<Forecast> forecasts) {
        List<Forecast> judged =
                forecasts.stream().filter(one -> one.cameTrue() != null).toList();
        List<Forecast> sure =
                judged.stream().filter(one -> one.probability() != null).toList();
        int hits = hits(judged);
        List<Double> errors = judged.stream()
                .filter(one -> one.error() != null)
                .map(one -> one.error().doubleValue())
                .sorted()
                .toList();
        double base = sure.isEmpty() ? Double.NaN : (double) hits(sure) / sure.size();
        double mean =
                sure.stream().mapToDouble(Calibration::probability).average().orElse(Double.NaN);
        return new Calibration(
                forecasts.size(),
                judged.size(),
                hits,
                rounded(judged.isEmpty() ? Double.NaN : (double) hits / judged.size()),
                rounded(median(errors)),
                errors.size(),
                sure.size(),
                rounded(mean),
                rounded(base),
                rounded(sure.stream()
                        .mapToDouble(one -> Math.pow(probability(one) - outcome(one), 2))
                        .average()
                        .orElse(Double.NaN)),
                rounded(base * (1 - base)),
                rounded(sure.stream()
                        .mapToDouble(one -> 2 * Math.abs(probability(one) - 0.5))
                        .average()
                        .orElse(Double.NaN)),
                ReliabilityBin.of(sure),
                judged.size() < FEW,
                summary(judged.size(), hits, mean, base, sure.size()));
    }

    private static String summary(int judged, int hits, double mean, double base, int sure) {
        if (judged == 0) {
            return "No prediction can be judged yet.";
        }
        String came = "%d of %d predictions came true".formatted(hits, judged);
        if (sure == 0) {
            return came + "; none says how sure the team was.";
        }
        long points = Math.round(100 * (mean - base));
        String lean = points == 0
                ? "just as often as the teams were sure"
                : Math.abs(points) + " points " + (points > 0 ? "less" : "more") + " often than the teams were sure";
        return came + "; of the " + sure + " with a probability, "
                + Math.round(100 * base) + " in a hundred did, " + lean
                + (sure < FEW ? ", which from so few may be chance." : ".");
    }

    private static int hits(Collection<Forecast> forecasts) {
        return (int) forecasts.stream().filter(Forecast::cameTrue).count();
    }

    static double probability(Forecast forecast) {
        return forecast.probability().doubleValue();
    }

    private static int outcome(Forecast forecast) {
        return forecast.cameTrue() ? 1 : 0;
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    static BigDecimal rounded(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_UP) : null;
    }
}
