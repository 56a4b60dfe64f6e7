package org.inpractice.cycles.calibration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One prediction, judged by the change of its measure's median since the start, in the same way as the feedback report does.
 *
 * @param amount predicted, in the measure's unit; absent when only the direction was predicted
 * @param probability how sure the team was; absent when it did not say
 * @param observed change of the median; absent when there is none
 * @param cameTrue absent when the prediction cannot be judged
 * @param error how far what came lay from what was predicted, as a part of it and in the direction predicted: 0 is just as
 *     predicted, -1 nothing of it, 1 twice as much; absent without an amount
 * @param why how it was judged, or why it was not
 */
@Schema(name = "JudgedForecast")
public record Forecast(
        String statement,
        UUID measureId,
        String measure,
        String direction,
        BigDecimal amount,
        String unit,
        BigDecimal probability,
        int points,
        BigDecimal observed,
        Boolean cameTrue,
        BigDecimal error,
        String why) {
    /**
     * Fewer points than the shortest signal needs are no basis to call a prediction right or wrong: the same five as in the
     * feedback report.
     */
    public static final int ENOUGH_POINTS = 5;

    private static final Set<String> POINTS = Set.of("percentage points", "percentage point", "points", "pp");
    private static final int DIGITS = 3;

    /** What was predicted, in plain values; direction is increase or decrease. */
    public record Predicted(
            String statement,
            UUID measureId,
            String direction,
            BigDecimal amount,
            String unit,
            BigDecimal probability) {}

    /** What came; everything may be null. */
    public record Came(String measure, String unit, int points, BigDecimal change) {}

    /** The judgement. */
    public static Forecast of(Predicted predicted, Came came) {
        if (predicted.measureId() == null || predicted.direction() == null) {
            return unjudged(predicted, came, "It names no measure and direction to compare with.");
        }
        if (came.change() == null || came.points() < ENOUGH_POINTS) {
            return unjudged(
                    predicted,
                    came,
                    "%d points since the start are too few to compare with; it takes %d, and some before the start."
                            .formatted(came.points(), ENOUGH_POINTS));
        }
        if (predicted.amount() != null && !isComparable(predicted.unit(), came.unit())) {
            return unjudged(predicted, came, "It is in another unit than the measure.");
        }
        BigDecimal towards =
                predicted.direction().equals("decrease") ? came.change().negate() : came.change();
        boolean cameTrue = predicted.amount() == null
                ? towards.signum() > 0
                : towards.compareTo(predicted.amount()) >= 0
                        && (towards.signum() > 0 || predicted.amount().signum() == 0);
        BigDecimal error = predicted.amount() == null || predicted.amount().signum() == 0
                ? null
                : towards.subtract(predicted.amount()).divide(predicted.amount(), DIGITS, RoundingMode.HALF_UP);
        return new Forecast(
                predicted.statement(),
                predicted.measureId(),
                came.measure(),
                predicted.direction(),
                predicted.amount(),
                predicted.unit(),
                predicted.probability(),
                came.points(),
                came.change(),
                cameTrue,
                error,
                "Judged by the median since the start minus the median before, whatever its signal.");
    }

    private static Forecast unjudged(Predicted predicted, Came came, String why) {
        return new Forecast(
                predicted.statement(),
                predicted.measureId(),
                came.measure(),
                predicted.direction(),
                predicted.amount(),
                predicted.unit(),
                predicted.probability(),
                came.points(),
                came.change(),
                null,
                null,
                why);
    }

    /** A rate in percent moves by percentage points; an amount without a unit is taken to be in the measure's. */
    private static boolean isComparable(String predicted, String measured) {
        if (predicted == null || measured == null || predicted.equalsIgnoreCase(measured)) {
            return true;
        }
        boolean percent = measured.equalsIgnoreCase("percent") || measured.equals("%");
        return percent
                && (POINTS.contains(predicted.toLowerCase(Locale.ROOT))
                        || predicted.equals("%")
                        || predicted.equalsIgnoreCase("percent"));
    }
}
