package org.inpractice.measurement.picture;

import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.Meaning;
import org.inpractice.measurement.chart.Point;
import org.inpractice.measurement.chart.PointStatus;

/** The points of the plot, each in the shape of what it says, and the places of missing ones below the axis. */
record PlotPoints(Svg svg, Chart chart, Frame frame, SignalMarks signals, Words words) {
    /** With more, a point is narrower than a pixel or two: the line tells all, and only signals are drawn. */
    private static final int MOST_DOTS = 1_500;

    void draw() {
        boolean dots = chart.points().size() <= MOST_DOTS;
        svg.open("g", "class", "points");
        for (Point point : chart.points()) {
            Meaning meaning = signals.of(point.index());
            if (point.value() != null && (dots || meaning != null || point.outside())) {
                value(point, meaning);
            }
        }
        svg.close();
    }

    private void value(Point point, Meaning meaning) {
        double x = frame.x(point.index());
        double y = frame.y(point.value());
        double radius = Math.clamp(frame.step() / 3, 1.2, 3.6);
        svg.open("g", "data-point", String.valueOf(point.index()));
        svg.open("title").words(words.point(point)).close();
        if (point.outside()) {
            ring(svg, x, y, radius * 2.4);
        }
        if (meaning != null) {
            signal(svg, meaning, x, y, Math.max(3.2, radius * 1.7));
        } else if (point.excluded()) {
            svg.shape("circle", Ink.BACKGROUND, Ink.QUIET, at(x, y, radius));
        } else {
            svg.shape("circle", Ink.DATA, null, at(x, y, radius));
        }
        svg.close();
    }

    /** Around a point outside its limits. */
    static void ring(Svg svg, double x, double y, double radius) {
        String[] place = at(x, y, radius);
        svg.shape(
                "circle",
                null,
                Ink.TEXT,
                "data-outside",
                "true",
                place[0],
                place[1],
                place[2],
                place[3],
                place[4],
                place[5]);
    }

    static void signal(Svg svg, Meaning meaning, double x, double y, double radius) {
        svg.shape(
                "path",
                SignalMarks.ink(meaning),
                null,
                "data-signal",
                SignalMarks.name(meaning),
                "d",
                SignalMarks.outline(meaning, x, y, radius));
    }

    /** A missing point's place: crossed out when nobody reported, a struck circle when it is suppressed. */
    static void missing(Svg svg, PointStatus status, double x, double y, double radius) {
        svg.open("g", "data-missing", status == PointStatus.SUPPRESSED ? "suppressed" : "not_reported");
        double arm = radius * 0.75;
        if (status == PointStatus.SUPPRESSED) {
            svg.shape("circle", null, Ink.QUIET, at(x, y, radius));
            svg.shape("path", null, Ink.QUIET, "d", stroke(x - arm, y + arm, x + arm, y - arm));
        } else {
            svg.shape(
                    "path",
                    null,
                    Ink.QUIET,
                    "d",
                    stroke(x - arm, y - arm, x + arm, y + arm) + stroke(x - arm, y + arm, x + arm, y - arm));
        }
        svg.close();
    }

    /** The strip of missing points. */
    void missing(double y) {
        double radius = Math.clamp(frame.step() / 2.5, 1, 4);
        svg.open("g", "class", "missing");
        for (Point point : chart.points()) {
            if (point.value() == null) {
                missing(svg, point.status(), frame.x(point.index()), y, radius);
            }
        }
        svg.close();
    }

    private static String[] at(double x, double y, double radius) {
        return new String[] {"cx", Svg.number(x), "cy", Svg.number(y), "r", Svg.number(radius)};
    }

    private static String stroke(double fromX, double fromY, double toX, double toY) {
        return "M%s %sL%s %s".formatted(Svg.number(fromX), Svg.number(fromY), Svg.number(toX), Svg.number(toY));
    }
}
