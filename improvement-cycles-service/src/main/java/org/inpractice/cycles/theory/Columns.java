package org.inpractice.cycles.theory;

/**
 * Where the columns of the drawn diagram stand: the aim, its levels of drivers, the ideas.
 *
 * @param levels how many levels of drivers there are; one at least
 */
record Columns(int levels) {
    static final double MARGIN = 24;
    static final double GAP = 44;
    private static final double NODE = 224;
    private static final double IDEA = 340;

    /** The column of the ideas, to the right of all drivers. */
    int ideas() {
        return levels + 1;
    }

    double left(int column) {
        return MARGIN + column * (NODE + GAP);
    }

    double right(int column) {
        return left(column) + width(column);
    }

    /** Ideas are many and long: in a wide column most of them are one line. */
    double width(int column) {
        return column == ideas() ? IDEA : NODE;
    }

    double width() {
        return right(ideas()) + MARGIN;
    }

    String heading(int column) {
        if (column == 0) {
            return "Aim";
        }
        if (column == ideas()) {
            return "Change ideas";
        }
        return switch (column) {
            case 1 -> "Primary drivers";
            case 2 -> "Secondary drivers";
            default -> "and what drives those";
        };
    }
}
