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
    private record Placed(Mark mark, double x, double left, double right, boolean leftwards, String text, int row) {}

    /** With the frame's sides known; its top may still move. */
    MarkBand(List<Mark> marks, Frame frame) {
        // From the right: a text reaches over the lines to its right, and so stands above them.
        marks.stream()
                .filter(mark -> frame.shows(mark.position()))
                .sorted(Comparator.comparingDouble(Mark::position).reversed())
                .forEach(mark -> place(mark, frame));
    }

    private void place(Mark mark, Frame frame) {
        double x = frame.x(mark.position());
        String text = TextSize.shortened(mark.text().strip(), FONT, LONGEST);
        double width = TextSize.width(text, FONT);
        boolean leftwards = x + 4 + width > frame.right() + 40;
        double left = leftwards ? x - 4 - width : x;
        double right = leftwards ? x : x + 4 + width;
        int row = 0;
        for (Placed other : placed) {
            if (other.text() != null && other.x() > left && other.x() < right) {
                row = Math.max(row, other.row() + 1);
            }
        }
        while (row < MOST_ROWS && isTaken(row, left, right)) {
            row++;
        }
        boolean told = row < MOST_ROWS;
        rows = told ? Math.max(rows, row + 1) : rows;
        placed.add(new Placed(mark, x, left, right, leftwards, told ? text : null, row));
    }

    private boolean isTaken(int row, double left, double right) {
        return placed.stream()
                .anyMatch(other -> other.text() != null
                        && other.row() == row
                        && left < other.right() + 8
                        && other.left() < right + 8);
    }

    double height() {
        return rows * ROW;
    }

    /** Draws it, its lowest row so far above the plot. */
    void draw(Svg svg, Frame frame, double above) {
        svg.open("g", "class", "marks", "font-size", Svg.number(FONT));
        // Texts that reach to the left come last, over the lines they cross.
        for (Placed one :
                placed.stream().sorted(Comparator.comparing(Placed::leftwards)).toList()) {
            double baseline = frame.top() - above - 6 - one.row() * ROW;
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
                    "M%s %sV%s"
                            .formatted(
                                    Svg.number(one.x()),
                                    Svg.number(one.text() == null ? frame.top() : baseline - 10),
                                    Svg.number(frame.bottom())));
            if (one.text() != null) {
                double x = one.leftwards() ? one.x() - 4 : one.x() + 4;
                svg.labelOnGround(x, baseline, one.leftwards(), Ink.MARK, one.text(), FONT);
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
