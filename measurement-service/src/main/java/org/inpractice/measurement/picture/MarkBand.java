package org.inpractice.measurement.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened beside the series: lines through the plot, their texts in rows above it so that none covers another. */
final class MarkBand {
    private static final double FONT = 12;
    private static final double ROW = 17;
    private static final int MOST_ROWS = 6;
    private static final double LONGEST = 320;

    private final List<Placed> placed = new ArrayList<>();
    private int rows;

    /** A mark with its text; no text when there is no room for it. */
    private record Placed(Mark mark, double x, double textX, boolean leftwards, String text, int row) {}

    /** With the frame's sides known; its top may still move. */
    MarkBand(List<Mark> marks, Frame frame) {
        double[] ends = new double[MOST_ROWS];
        for (Mark mark : marks.stream()
                .filter(one -> frame.shows(one.position()))
                .sorted(Comparator.comparingDouble(Mark::position))
                .toList()) {
            double x = frame.x(mark.position());
            String text = TextSize.shortened(mark.text().strip(), FONT, LONGEST);
            double width = TextSize.width(text, FONT);
            boolean leftwards = x + 4 + width > frame.right() + 40;
            double left = leftwards ? x - 4 - width : x + 4;
            int row = 0;
            while (row < MOST_ROWS && ends[row] > left) {
                row++;
            }
            if (row < MOST_ROWS) {
                ends[row] = left + width + 10;
                rows = Math.max(rows, row + 1);
            }
            placed.add(new Placed(mark, x, leftwards ? x - 4 : x + 4, leftwards, row < MOST_ROWS ? text : null, row));
        }
    }

    double height() {
        return rows * ROW;
    }

    /** Draws it, its lowest row so far above the plot. */
    void draw(Svg svg, Frame frame, double above) {
        svg.open("g", "class", "marks", "font-size", Svg.number(FONT));
        for (Placed one : placed) {
            double baseline = frame.top() - above - 6 - one.row() * ROW;
            double top = one.text() == null ? frame.top() : baseline - 10;
            svg.open("g", "data-mark", name(one.mark().kind()));
            svg.open("title").words(one.mark().text()).close();
            svg.shape(
                    "path",
                    null,
                    Ink.MARK,
                    "stroke-width",
                    "1.4",
                    "stroke-dasharray",
                    dashes(one.mark().kind()),
                    "d",
                    "M%s %sV%s".formatted(Svg.number(one.x()), Svg.number(top), Svg.number(frame.bottom())));
            if (one.text() != null) {
                svg.label(one.textX(), baseline, one.leftwards() ? "end" : "start", Ink.MARK, one.text());
            }
            svg.close();
        }
        svg.close();
    }

    private static String dashes(Mark.Kind kind) {
        return switch (kind) {
            case CYCLE_STARTED -> null;
            case DECIDED -> "6 3";
            case NOTE -> "1.5 3";
        };
    }

    private static String name(Mark.Kind kind) {
        return switch (kind) {
            case CYCLE_STARTED -> "cycle-started";
            case DECIDED -> "decided";
            case NOTE -> "note";
        };
    }
}
