package org.inpractice.cycles.calibration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Predictions of about the same probability.
 *
 * @param from included
 * @param to not included, but for the last
 * @param meanProbability absent of an empty bin
 * @param shareTrue absent of an empty bin
 * @param low lower end of the 95 % interval of that share (Wilson EB, Journal of the American Statistical Association
 *     1927;22:209-212)
 * @param high upper end
 * @param few whether there are fewer than five (our choice): then the share is hardly more than a guess
 */
@Schema(name = "ReliabilityBin")
public record ReliabilityBin(
        BigDecimal from,
        BigDecimal to,
        int count,
        int cameTrue,
        BigDecimal meanProbability,
        BigDecimal shareTrue,
        BigDecimal low,
        BigDecimal high,
        boolean few) {
    /** From fewer a share is hardly more than a guess. */
    public static final int FEW = 5;

    /** Five bins: teams have dozens of predictions, not thousands, and ten bins would be empty (our choice). */
    private static final int BINS = 5;

    /** The 0.975 quantile of the normal distribution. */
    private static final double Z = 1.959964;

    static List<ReliabilityBin> of(List<Forecast> forecasts) {
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            bins.add(of(
                    (double) bin / BINS,
                    (double) (bin + 1) / BINS,
                    forecasts.stream()
                            .filter(one ->
                                    Math.min(BINS - 1, (int) (Calibration.probability(one) * BINS + 1e-9)) == number)
                            .toList()));
        }
        return bins;
    }

    private static ReliabilityBin of(double from, double to, List<Forecast> forecasts) {
        int count = forecasts.size();
        int hits = (int) forecasts.stream().filter(Forecast::cameTrue).count();
        double share = count == 0 ? Double.NaN : (double) hits / count;
        double middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count);
        double half = Z / (1 + Z * Z / count) * Math.sqrt(share * (1 - share) / count + Z * Z / (4.0 * count * count));
        return new ReliabilityBin(
                Calibration.rounded(from),
                Calibration.rounded(to),
                count,
                hits,
                Calibration.rounded(forecasts.stream()
                        .mapToDouble(Calibration::probability)
                        .average()
                        .orElse(Double.NaN)),
                Calibration.rounded(share),
                Calibration.rounded(Math.max(0, middle - half)),
                Calibration.rounded(Math.min(1, middle + half)),
                count < FEW);
    }
}
