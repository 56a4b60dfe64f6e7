package org.inpractice.cycles.theory;

import java.util.ArrayList;
import java.util.List;

/**
 * A node of the drawn diagram: a rectangle with wrapped words, and what stands to the right of it. It takes a band of the
 * picture's height that no other branch enters, so nothing overlaps and no line crosses a rectangle.
 */
final class Box {
    static final double FONT = 13;
    static final double SMALL = 11.5;
    private static final double LINE = 17;
    private static final double SMALL_LINE = 15;
    private static final double PADDING = 8;
    private static final double SPACE = 9;
    private static final int MOST_LINES = 6;
    private static final int MOST_SMALL = 2;

    /** A line of small print. */
    record Print(String words, boolean missing) {}

    private final Ink ground;
    private final Ink edge;
    private final int column;
    private final double left;
    private final double width;
    private final String full;
    private final List<String> lines;
    private final List<Print> print = new ArrayList<>();
    private final List<Box> children = new ArrayList<>();
    private double top;

    /**
     * A node without children yet.
     *
     * @param print what is said in small under the words; {@code missing} is for what should be there and is not
     */
    Box(Columns columns, int column, Ink ground, Ink edge, String words, List<Print> print) {
        this.column = column;
        this.left = columns.left(column);
        this.width = columns.width(column);
        double room = width - 2 * PADDING;
        this.ground = ground;
        this.edge = edge;
        this.full = words;
        this.lines = TextSize.lines(words, isBold() ? FONT * TextSize.BOLD : FONT, room, MOST_LINES);
        for (Print one : print) {
            for (String line : TextSize.lines(one.words(), SMALL, room, MOST_SMALL)) {
                this.print.add(new Print(line, one.missing()));
            }
        }
    }

    void add(Box child) {
        children.add(child);
    }

    List<Box> children() {
        return children;
    }

    private double height() {
        return 2 * PADDING + lines.size() * LINE + print.size() * SMALL_LINE;
    }

    /** The height of the band of this node and all to the right of it. */
    double band() {
        return Math.max(
                height() + SPACE, children.stream().mapToDouble(Box::band).sum());
    }

    /**
     * Gives the node and all to the right of it their places in a band.
     *
     * @param centred whether each stands in the middle of its band; otherwise at the top, so that who scrolls down a long
     *     picture meets a driver before what stands under it
     */
    void place(double bandTop, boolean centred) {
        double band = band();
        double under = children.stream().mapToDouble(Box::band).sum();
        top = centred ? bandTop + (band - height()) / 2 : bandTop + SPACE / 2;
        double below = centred ? bandTop + (band - under) / 2 : bandTop;
        for (Box child : children) {
            child.place(below, centred);
            below += child.band();
        }
    }

    /** The aim stands out. */
    private boolean isBold() {
        return column == 0;
    }

    double middle() {
        return top + height() / 2;
    }

    /** The lines to what stands to the right: one trunk for all children, one branch for each. */
    void lines(Svg svg) {
        if (children.isEmpty()) {
            return;
        }
        double right = left + width;
        double trunk = right + Columns.GAP / 2;
        StringBuilder path = new StringBuilder();
        path.append(line(right, middle(), trunk, middle()));
        double first = Math.min(middle(), children.getFirst().middle());
        double last = Math.max(middle(), children.getLast().middle());
        path.append(line(trunk, first, trunk, last));
        for (Box child : children) {
            path.append(line(trunk, child.middle(), child.left, child.middle()));
        }
        svg.shape("path", null, Ink.LINE, "stroke-width", "1.5", "d", path.toString());
        children.forEach(child -> child.lines(svg));
    }

    private static String line(double fromX, double fromY, double toX, double toY) {
        return "M%s %sL%s %s".formatted(Svg.number(fromX), Svg.number(fromY), Svg.number(toX), Svg.number(toY));
    }

    /** The node with its words, and then those to the right of it. */
    void draw(Svg svg) {
        svg.open("g");
        svg.open("title").words(full).close();
        svg.shape(
                "rect",
                ground,
                edge,
                "x",
                Svg.number(left),
                "y",
                Svg.number(top),
                "width",
                Svg.number(width),
                "height",
                Svg.number(height()),
                "rx",
                "6",
                "stroke-width",
                "1.5");
        double y = top + PADDING;
        for (String line : lines) {
            svg.label(left + PADDING, y + LINE - 4, Ink.TEXT, line, FONT, isBold());
            y += LINE;
        }
        for (Print one : print) {
            svg.label(
                    left + PADDING,
                    y + SMALL_LINE - 3,
                    one.missing() ? Ink.MISSING : Ink.QUIET,
                    one.words(),
                    SMALL,
                    false);
            y += SMALL_LINE;
        }
        svg.close();
        children.forEach(child -> child.draw(svg));
    }
}
