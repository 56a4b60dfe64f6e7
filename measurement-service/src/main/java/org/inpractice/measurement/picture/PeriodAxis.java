package org.inpractice.measurement.picture;

import java.util.List;
import org.inpractice.measurement.chart.Point;

/** The labels of the points along the axis, thinned so that none touches the next. */
record PeriodAxis(Svg svg, List<Point> points, Frame frame) {
    static final double FONT = 12;
    private static final double LONGEST = 110;

    /** Every so manyth label is shown: months and weeks read well in these steps. */
    private static final int[] STEPS = {1, 2, 3, 4, 6, 12, 24, 26, 52, 60, 120, 250, 500, 1_000, 2_000, 5_000, 10_000};

    void draw(double baseline) {
        svg.open("g", "class", "periods", "font-size", Svg.number(FONT));
        int every = every();
        for (int i = 0; i < points.size(); i += every) {
            Point point = points.get(i);
            String text = TextSize.shortened(point.label().strip(), FONT, LONGEST);
            double half = TextSize.width(text, FONT) / 2;
            // The first and the last stay within the picture.
            double x = Math.max(frame.x(point.index()), half + 4);
            svg.shape(
                    "path",
                    null,
                    Ink.QUIET,
                    "d",
                    "M%s %sv5".formatted(Svg.number(frame.x(point.index())), Svg.number(frame.bottom())));
            svg.label(x, baseline, "middle", Ink.QUIET, text);
        }
        svg.close();
    }

    private int every() {
        double widest = points.stream()
                .mapToDouble(
                        point -> Math.min(LONGEST, TextSize.width(point.label().strip(), FONT)))
                .max()
                .orElse(0);
        for (int step : STEPS) {
            if (step * frame.step() >= widest + 12) {
                return step;
            }
        }
        return Math.max(1, points.size());
    }
}
