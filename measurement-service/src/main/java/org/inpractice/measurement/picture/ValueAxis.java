package org.inpractice.measurement.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.inpractice.measurement.chart.Chart;

/**
 * The axis of values: from a round number below everything that is drawn to one above it.
 *
 * @param ticks none when there is nothing to draw
 */
record ValueAxis(double low, double high, double step, List<Double> ticks, NumberText numbers) {
    private static final int TICKS = 6;

    /** The part of the range that is left free above and below, so that no point lies on the edge. */
    private static final double AIR = 0.03;

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** For everything a chart draws. */
    static ValueAxis of(Chart chart) {
        double[] drawn = drawn(chart).filter(Double::isFinite).toArray();
        boolean percent = inPercent(chart);
        if (drawn.length == 0) {
            return new ValueAxis(0, 1, 1, List.of(), NumberText.of(percent, 1, 1));
        }
        double least = Arrays.stream(drawn).min().orElseThrow();
        double most = Arrays.stream(drawn).max().orElseThrow();
        // Zero is worth showing where it is near, and never crossed by what cannot be negative.
        if (least > 0 && least < most / 2) {
            least = 0;
        }
        double size = Math.max(Math.abs(least), Math.abs(most));
        if (most - least <= size * 1e-12) {
            double around = size == 0 ? 1 : size / 10;
            least -= least >= 0 ? Math.min(least, around) : around;
            most += around;
        }
        double air = (most - least) * AIR;
        least = least >= 0 ? Math.max(0, least - air) : least - air;
        most += air;
        double step = step((most - least) / (TICKS - 1));
        long first = (long) Math.floor(least / step + 1e-9);
        long last = (long) Math.ceil(most / step - 1e-9);
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return new ValueAxis(
                ticks.getFirst(), ticks.getLast(), step, ticks, NumberText.of(percent, size, most - least));
    }

    String tick(double value) {
        return numbers.tick(value, step);
    }

    /** Proportions of items, and ratios whose unit says so, are read in percent. */
    private static boolean inPercent(Chart chart) {
        boolean ratios = chart.points().stream().anyMatch(point -> point.denominator() != null);
        String unit = chart.unit() == null ? "" : chart.unit().strip().toLowerCase(java.util.Locale.ROOT);
        boolean saysSo = unit.startsWith("%") || unit.startsWith("percent") || unit.startsWith("per cent");
        return switch (chart.type()) {
            case P, P_PRIME -> true;
            case RUN, I, MOVING_RANGE -> ratios && saysSo;
            case U, U_PRIME, C, XBAR, S, T, G -> false;
        };
    }

    private static DoubleStream drawn(Chart chart) {
        Stream<Double> points = chart.points().stream()
                .flatMap(point -> Stream.of(point.value(), point.centre(), point.lower(), point.upper()));
        return Stream.concat(points, Stream.ofNullable(chart.target()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
    }

    /** The round number next above. */
    private static double step(double wanted) {
        int exponent = NumberText.digits(wanted);
        double power = Math.pow(10, exponent);
        for (double round : ROUND) {
            if (round * power >= wanted * (1 - 1e-9)) {
                return exponent < 0 ? round / Math.pow(10, -exponent) : round * power;
            }
        }
        return 10 * power;
    }
}
