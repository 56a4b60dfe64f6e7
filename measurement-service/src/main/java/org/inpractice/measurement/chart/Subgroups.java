package org.inpractice.measurement.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Means and standard deviations of subgroups (Montgomery 6.27 to 6.31). Equal sizes: the mean of the standard deviations.
 * Varying sizes: the pooled one. Where subgroups have one value only, nothing tells the limits.
 */
final class Subgroups {
    private Subgroups() {}

    /** The means: grand mean weighted by size, plus and minus A3(n) times the standard deviation. */
    static Lines means(PhaseNumbers phase) {
        double[] totals = IntStream.range(0, phase.length())
                .mapToDouble(i -> phase.sizes[i] * phase.means[i])
                .toArray();
        double centre = Averages.sum(phase.ofBaseline(totals)) / Averages.sum(phase.ofBaseline(phase.sizes));
        double deviation = deviation(phase);
        Lines lines = new Lines(centre, phase.length());
        lines.mean = centre;
        lines.sigmaHat = sigmaHat(phase, deviation);
        for (int i = 0; i < phase.length(); i++) {
            lines.about(i, centre, 3 * deviation / (c4(phase.sizes[i]) * Math.sqrt(phase.sizes[i])));
        }
        return lines;
    }

    /** The standard deviations: B3(n) and B4(n) times their mean, clipped at 0. */
    static Lines deviations(PhaseNumbers phase) {
        double deviation = deviation(phase);
        Lines lines = new Lines(deviation, phase.length());
        lines.mean = deviation;
        lines.sigmaHat = sigmaHat(phase, deviation);
        for (int i = 0; i < phase.length(); i++) {
            double c4 = c4(phase.sizes[i]);
            lines.about(i, deviation, 3 * deviation * Math.sqrt(1 - c4 * c4) / c4);
        }
        lines.clip(0, Double.POSITIVE_INFINITY);
        return lines;
    }

    private static double deviation(PhaseNumbers phase) {
        if (equalSizes(phase)) {
            return Averages.mean(phase.ofBaseline(phase.deviations));
        }
        double[] squares = IntStream.range(0, phase.length())
                .mapToDouble(i -> (phase.sizes[i] - 1) * phase.deviations[i] * phase.deviations[i])
                .toArray();
        double[] freedoms = Arrays.stream(phase.sizes)
                .map(size -> size < 2 ? Double.NaN : size - 1)
                .toArray();
        return Math.sqrt(Averages.sum(phase.ofBaseline(squares)) / Averages.sum(phase.ofBaseline(freedoms)));
    }

    private static boolean equalSizes(PhaseNumbers phase) {
        return Arrays.stream(phase.sizes).filter(size -> size > 0).distinct().count() <= 1;
    }

    /** Of one value, where sizes are equal: the mean standard deviation without its bias. */
    private static double sigmaHat(PhaseNumbers phase, double deviation) {
        return equalSizes(phase)
                ? deviation
                        / c4(Arrays.stream(phase.sizes)
                                .filter(size -> size > 0)
                                .findFirst()
                                .orElse(Double.NaN))
                : deviation;
    }

    /**
     * The expected standard deviation of n normal values, as a part of the true one: c4(2) = sqrt(2 / pi), and from the gamma
     * functions of its definition c4(n) c4(n + 1) = sqrt((n - 1) / n). NaN below two values.
     */
    static double c4(double size) {
        if (!(size >= 2)) {
            return Double.NaN;
        }
        double c4 = Math.sqrt(2 / Math.PI);
        for (int n = 2; n < size; n++) {
            c4 = Math.sqrt((n - 1.0) / n) / c4;
        }
        return c4;
    }
}
