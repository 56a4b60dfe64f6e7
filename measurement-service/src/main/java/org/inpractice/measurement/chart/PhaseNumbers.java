package org.inpractice.measurement.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The numbers of one phase, point by point; NaN where there is none. */
final class PhaseNumbers {
    /** What is plotted. */
    final double[] values;

    /** Of a proportion or rate. */
    final double[] numerators;

    final double[] denominators;

    /** Of a subgroup: how many values it has. */
    final double[] sizes;

    /** Of a subgroup: its mean and standard deviation. */
    final double[] means;

    final double[] deviations;

    private final boolean[] excluded;
    private final boolean[] baseline;

    private PhaseNumbers(int length) {
        values = missing(length);
        numerators = missing(length);
        denominators = missing(length);
        sizes = missing(length);
        means = missing(length);
        deviations = missing(length);
        excluded = new boolean[length];
        baseline = new boolean[length];
    }

    /** Takes them from a series; the plan's indices count from 1 and are within the series. */
    static PhaseNumbers of(
            ChartType type, List<Measurement> series, int to, PhasePlan plan, Set<Integer> excludedIndices) {
        PhaseNumbers numbers = new PhaseNumbers(to - plan.from() + 1);
        int baselineFrom = plan.baselineFrom() == null ? plan.from() : plan.baselineFrom();
        int baselineTo = plan.baselineTo() == null ? to : plan.baselineTo();
        for (int i = 0; i < numbers.values.length; i++) {
            int index = plan.from() + i;
            numbers.excluded[i] = excludedIndices.contains(index);
            numbers.baseline[i] = index >= baselineFrom && index <= baselineTo && !numbers.excluded[i];
            Measurement measurement = series.get(index - 1);
            if (measurement.status() == PointStatus.REPORTED) {
                numbers.take(i, type, measurement);
            }
        }
        return numbers;
    }

    private void take(int i, ChartType type, Measurement measurement) {
        if (measurement.subgroup() != null) {
            double[] subgroup = measurement.subgroup().stream()
                    .mapToDouble(value -> value == null ? Double.NaN : value)
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            sizes[i] = subgroup.length;
            means[i] = Averages.mean(subgroup);
            deviations[i] = Averages.standardDeviation(subgroup);
        }
        double ratio = ratio(measurement.numerator(), measurement.denominator());
        if (!Double.isNaN(ratio)) {
            numerators[i] = measurement.numerator();
            denominators[i] = measurement.denominator();
        }
        double single = measurement.value() == null ? Double.NaN : measurement.value();
        values[i] = switch (type) {
            case P, P_PRIME, U, U_PRIME -> ratio;
            case XBAR -> means[i];
            case S -> deviations[i];
            case RUN, I, MOVING_RANGE -> firstPresent(single, ratio, means[i]);
            case C, G -> single < 0 ? Double.NaN : single;
            // A time of nothing has no place on the scale of a t chart.
            case T -> single <= 0 ? Double.NaN : single;
        };
    }

    private static double firstPresent(double... numbers) {
        return Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double ratio(Double numerator, Double denominator) {
        return numerator == null || denominator == null || denominator <= 0 ? Double.NaN : numerator / denominator;
    }

    /** The same points with other values plotted; null for none. */
    PhaseNumbers replaced(List<Double> plotted) {
        PhaseNumbers other = new PhaseNumbers(values.length);
        for (int i = 0; i < values.length; i++) {
            other.values[i] = plotted.get(i) == null ? Double.NaN : plotted.get(i);
            other.excluded[i] = excluded[i];
            other.baseline[i] = baseline[i];
        }
        return other;
    }

    int length() {
        return values.length;
    }

    boolean excluded(int i) {
        return excluded[i];
    }

    /** Whether centre and limits may use it; its number may still be missing. */
    boolean inBaseline(int i) {
        return baseline[i];
    }

    /** Whether runs may use it. */
    boolean counts(int i) {
        return !excluded[i] && !Double.isNaN(values[i]);
    }

    /** Some numbers of the baseline, missing ones as NaN. */
    double[] ofBaseline(double[] numbers) {
        return where(numbers, this::inBaseline);
    }

    /** All values with those that do not count for runs as NaN. */
    double[] counted() {
        return where(values, this::counts);
    }

    private static double[] where(double[] numbers, IntPredicate wanted) {
        return IntStream.range(0, numbers.length)
                .mapToDouble(i -> wanted.test(i) ? numbers[i] : Double.NaN)
                .toArray();
    }

    private static double[] missing(int length) {
        double[] numbers = new double[length];
        Arrays.fill(numbers, Double.NaN);
        return numbers;
    }
}
