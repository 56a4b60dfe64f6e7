package org.inpractice.measurement.picture;

import java.util.List;
import java.util.function.Function;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.Phase;
import org.inpractice.measurement.chart.Point;

/** The lines of the plot: grid, baselines, centre and limits in steps, target, and the line from point to point. */
record PlotLines(Svg svg, Chart chart, Frame frame) {

    void grid() {
        svg.open("g", "class", "grid");
        for (double tick : frame.axis().ticks()) {
            double y = frame.y(tick);
            svg.shape(
                    "path",
                    null,
                    Ink.GRID,
                    "d",
                    "M%s %sH%s".formatted(Svg.number(frame.left()), Svg.number(y), Svg.number(frame.right())));
            svg.label(frame.left() - 8, y + 4, "end", Ink.QUIET, frame.axis().tick(tick));
        }
        svg.shape(
                "path",
                null,
                Ink.QUIET,
                "d",
                "M%s %sV%sH%s"
                        .formatted(
                                Svg.number(frame.left()),
                                Svg.number(frame.top()),
                                Svg.number(frame.bottom()),
                                Svg.number(frame.right())));
        svg.close();
    }

    /** The points that frozen limits come from. */
    void baselines() {
        for (Phase phase : chart.phases()) {
            if (phase.frozen() && frame.shows(phase.baselineTo())) {
                double left = Math.max(frame.left(), frame.x(phase.baselineFrom() - 0.5));
                svg.shape(
                        "rect",
                        Ink.BASELINE,
                        null,
                        "data-baseline",
                        String.valueOf(phase.number()),
                        "x",
                        Svg.number(left),
                        "y",
                        Svg.number(frame.top()),
                        "width",
                        Svg.number(frame.x(phase.baselineTo() + 0.5) - left),
                        "height",
                        Svg.number(frame.bottom() - frame.top()));
            }
        }
    }

    /** Between phases. */
    void boundaries() {
        for (Phase phase : chart.phases()) {
            if (phase.number() > 1 && frame.shows(phase.from() - 0.5)) {
                svg.shape(
                        "path",
                        null,
                        Ink.QUIET,
                        "stroke-dasharray",
                        "2 4",
                        "d",
                        "M%s %sV%s"
                                .formatted(
                                        Svg.number(frame.x(phase.from() - 0.5)),
                                        Svg.number(frame.top()),
                                        Svg.number(frame.bottom())));
            }
        }
    }

    void limits() {
        line("upper", Ink.LIMIT, "1.6", "7 4", steps(Point::upper));
        line("lower", Ink.LIMIT, "1.6", "7 4", steps(Point::lower));
        line("centre", Ink.CENTRE, "1.8", null, steps(Point::centre));
        // Of a phase with a signal as a whole: dots along its centre, as nothing else in the picture has them.
        String marked = steps(point -> SignalMarks.ofPhase(chart, point.phase()) ? point.centre() : null);
        line("phase-signal", Ink.NEITHER, "6", "1.5 9", marked);
    }

    void target() {
        if (chart.target() != null && !chart.points().isEmpty()) {
            String path = "M%s %sH%s"
                    .formatted(
                            Svg.number(frame.left()), Svg.number(frame.y(chart.target())), Svg.number(frame.right()));
            line("target", Ink.TARGET, "1.8", "10 3 2 3", path);
        }
    }

    void data() {
        line("data", Ink.DATA, "1.4", null, joined());
    }

    private void line(String name, Ink ink, String width, String dashes, String path) {
        if (!path.isEmpty()) {
            svg.open("g", "data-line", name)
                    .shape("path", null, ink, "stroke-width", width, "stroke-dasharray", dashes, "d", path)
                    .close();
        }
    }

    /** Each point's stretch at its own height; broken where there is none and between phases. */
    private String steps(Function<Point, Double> height) {
        StringBuilder path = new StringBuilder();
        Point before = null;
        for (Point point : chart.points()) {
            Double value = height.apply(point);
            boolean goesOn =
                    before != null && before.phase() == point.phase() && height.apply(before) != null && value != null;
            if (value != null) {
                String y = Svg.number(frame.y(value));
                if (!goesOn) {
                    path.append('M')
                            .append(Svg.number(frame.x(point.index() - 0.5)))
                            .append(' ')
                            .append(y);
                } else if (!value.equals(height.apply(before))) {
                    path.append('V').append(y);
                }
                path.append('H').append(Svg.number(frame.x(point.index() + 0.5)));
            }
            before = point;
        }
        return path.toString();
    }

    /** From value to value; a gap where one is missing, and between phases. */
    private String joined() {
        StringBuilder path = new StringBuilder();
        Point before = null;
        List<Point> points = chart.points();
        for (Point point : points) {
            if (point.value() != null) {
                boolean goesOn = before != null && before.value() != null && before.phase() == point.phase();
                path.append(goesOn ? 'L' : 'M')
                        .append(Svg.number(frame.x(point.index())))
                        .append(' ')
                        .append(Svg.number(frame.y(point.value())));
            }
            before = point;
        }
        return path.toString();
    }
}
