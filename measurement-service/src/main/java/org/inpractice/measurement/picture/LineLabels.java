package org.inpractice.measurement.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.Phase;
import org.inpractice.measurement.chart.Point;

/**
 * The numbers of centre, limits and target: of the latest phase beside the plot, of earlier ones at the end of their lines
 * where there is room. What finds no room stands in the text below the picture.
 */
final class LineLabels {
    static final double FONT = 12;
    private static final double GAP = 14;

    private final Svg svg;
    private final Chart chart;
    private final Words words;

    private record Label(double y, Ink ink, String text) {}

    LineLabels(Svg svg, Chart chart, Words words) {
        this.svg = svg;
        this.chart = chart;
        this.words = words;
    }

    /** How much room the labels beside the plot need. */
    static double room(Chart chart, Words words) {
        Frame anywhere = new Frame(0, 0, 1, 1, 1, 1, ValueAxis.of(chart));
        return new LineLabels(null, chart, words)
                        .beside(anywhere).stream()
                                .mapToDouble(label -> TextSize.width(label.text(), FONT))
                                .max()
                                .orElse(0)
                + 12;
    }

    void draw(Frame frame) {
        svg.open("g", "class", "line-labels", "font-size", Svg.number(FONT));
        for (Label label : apart(beside(frame), frame)) {
            svg.label(frame.right() + 6, label.y() + 4, "start", label.ink(), label.text());
        }
        for (Phase phase : chart.phases()) {
            if (!phase.equals(chart.phases().getLast()) && frame.shows(phase.to())) {
                within(phase, frame);
            }
        }
        svg.close();
    }

    private List<Label> beside(Frame frame) {
        List<Label> labels = new ArrayList<>();
        if (!chart.phases().isEmpty()) {
            labels.addAll(of(chart.phases().getLast(), frame));
        }
        if (chart.target() != null && !chart.points().isEmpty()) {
            labels.add(new Label(
                    frame.y(chart.target()),
                    Ink.TARGET,
                    "target " + words.numbers().of(chart.target())));
        }
        return labels;
    }

    private List<Label> of(Phase phase, Frame frame) {
        List<Label> labels = new ArrayList<>();
        if (phase.centre() != null) {
            labels.add(new Label(
                    frame.y(phase.centre()),
                    Ink.CENTRE,
                    words.centre() + " " + words.numbers().of(phase.centre())));
        }
        words.last(phase).ifPresent(point -> {
            labels.add(new Label(
                    frame.y(point.upper()),
                    Ink.LIMIT,
                    "upper " + words.numbers().of(point.upper())));
            labels.add(new Label(
                    frame.y(point.lower()),
                    Ink.LIMIT,
                    "lower " + words.numbers().of(point.lower())));
        });
        return labels;
    }

    /** Moved so that none covers another: down from the top, and up again from the bottom where that went too far. */
    private static List<Label> apart(List<Label> labels, Frame frame) {
        List<Label> sorted =
                labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
        double[] y = sorted.stream().mapToDouble(Label::y).toArray();
        for (int i = 1; i < y.length; i++) {
            y[i] = Math.max(y[i], y[i - 1] + GAP);
        }
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], i == y.length - 1 ? frame.bottom() + 4 : y[i + 1] - GAP);
        }
        List<Label> moved = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            moved.add(new Label(y[i], sorted.get(i).ink(), sorted.get(i).text()));
        }
        return moved;
    }

    /** At the end of the phase's own lines, above each, on ground of its own; left out where it would not fit. */
    private void within(Phase phase, Frame frame) {
        double end = frame.x(phase.to() + 0.5) - 4;
        double room = end - Math.max(frame.left(), frame.x(phase.from() - 0.5)) - 4;
        double before = Double.NEGATIVE_INFINITY;
        for (Label label : of(phase, frame).stream()
                .sorted(Comparator.comparingDouble(Label::y))
                .toList()) {
            double width = TextSize.width(label.text(), FONT);
            double baseline = label.y() - 4;
            if (width <= room && baseline - before >= GAP && !crossesData(phase, frame, end - width, baseline)) {
                svg.labelOnGround(end, baseline, true, label.ink(), label.text(), FONT);
                before = baseline;
            }
        }
    }

    private boolean crossesData(Phase phase, Frame frame, double from, double baseline) {
        return chart.points().stream()
                .filter(point -> point.phase() == phase.number() && point.value() != null)
                .filter(point -> frame.x(point.index()) >= from - 4)
                .anyMatch(point -> isNear(point, frame, baseline));
    }

    private static boolean isNear(Point point, Frame frame, double baseline) {
        double y = frame.y(point.value());
        return y > baseline - FONT - 2 && y < baseline + 5;
    }
}
