package org.inpractice.cycles.theory;

import java.util.ArrayList;
import java.util.List;
import org.inpractice.cycles.aim.AimState;
import org.inpractice.cycles.idea.IdeaState;
import org.inpractice.cycles.theory.Box.Print;
import org.inpractice.cycles.theory.DriverDiagram.AimNode;
import org.inpractice.cycles.theory.DriverDiagram.DriverNode;
import org.inpractice.cycles.theory.DriverDiagram.IdeaNode;
import org.inpractice.cycles.theory.DriverDiagram.MeasureNode;

/**
 * A driver diagram as SVG, read from left to right. The same diagram always gives the same picture; it runs no script and
 * fetches nothing; every text of a user is escaped. Light on paper, dark where the reader's screen is dark.
 */
final class DiagramPicture {
    private static final double TITLE_FONT = 19;
    private static final double TITLE_LINE = 25;
    private static final double HEADING = 34;

    /** What a large screen shows at once; our choice. */
    private static final double ONE_LOOK = 1_400;

    private final Svg svg = new Svg();
    private final DriverDiagram diagram;
    private final Columns columns;
    private final PictureWords words;

    private DiagramPicture(DriverDiagram diagram) {
        this.diagram = diagram;
        this.columns = new Columns(Math.max(1, levels(diagram.drivers())));
        this.words = new PictureWords(diagram);
    }

    /** The picture. */
    static String svg(DriverDiagram diagram) {
        return new DiagramPicture(diagram).draw();
    }

    private static int levels(List<DriverNode> drivers) {
        return drivers.stream()
                .mapToInt(driver -> 1 + levels(driver.drivers()))
                .max()
                .orElse(0);
    }

    private String draw() {
        List<String> title =
                TextSize.lines(words.title(), TITLE_FONT * TextSize.BOLD, columns.width() - 2 * Columns.MARGIN, 3);
        List<String> subtitle = TextSize.lines(words.subtitle(), Box.FONT, columns.width() - 2 * Columns.MARGIN, 2);
        double top = Columns.MARGIN + title.size() * TITLE_LINE + subtitle.size() * 18 + 10;
        Box aim = aim();
        aim.place(top + HEADING, aim.band() <= ONE_LOOK);
        double below = top + HEADING + aim.band();
        List<Box> others = diagram.otherIdeas().stream().map(this::idea).toList();
        double othersTop = below + 30;
        if (!others.isEmpty()) {
            below = othersTop + 12;
            for (Box other : others) {
                other.place(below, true);
                below += other.band();
            }
        }
        start(below + Columns.MARGIN);
        heading(title, subtitle, top);
        aim.lines(svg);
        aim.draw(svg);
        if (aim.children().isEmpty()) {
            svg.label(columns.left(1), aim.middle() + 4, Ink.QUIET, "No drivers yet", Box.FONT, false);
        }
        if (!others.isEmpty()) {
            others(others, othersTop);
        }
        return svg.close().finish();
    }

    private void start(double height) {
        svg.open(
                "svg",
                "xmlns",
                Svg.NAMESPACE,
                "class",
                "driver-diagram",
                "role",
                "img",
                "aria-labelledby",
                "diagram-title diagram-description",
                "width",
                Svg.number(columns.width()),
                "height",
                Svg.number(height),
                "viewBox",
                "0 0 %s %s".formatted(Svg.number(columns.width()), Svg.number(height)),
                "font-family",
                "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif");
        svg.open("title", "id", "diagram-title").words(words.title()).close();
        svg.open("desc", "id", "diagram-description").words(words.description()).close();
        svg.open("style").words(Ink.darkRules()).close();
        svg.shape("rect", Ink.BACKGROUND, null, "width", Svg.number(columns.width()), "height", Svg.number(height));
    }

    private void heading(List<String> title, List<String> subtitle, double top) {
        double y = Columns.MARGIN;
        for (String line : title) {
            y += TITLE_LINE;
            svg.label(Columns.MARGIN, y - 7, Ink.TEXT, line, TITLE_FONT, true);
        }
        for (String line : subtitle) {
            y += 18;
            svg.label(Columns.MARGIN, y - 3, Ink.QUIET, line, Box.FONT, false);
        }
        for (int column = 0; column <= columns.ideas(); column++) {
            svg.label(columns.left(column), top + 20, Ink.QUIET, columns.heading(column), Box.FONT, true);
        }
    }

    /** Ideas that no driver explains stand apart, without lines. */
    private void others(List<Box> others, double top) {
        svg.shape(
                "path",
                null,
                Ink.LINE,
                "stroke-dasharray",
                "4 4",
                "d",
                "M%s %sH%s"
                        .formatted(
                                Svg.number(Columns.MARGIN),
                                Svg.number(top - 14),
                                Svg.number(columns.width() - Columns.MARGIN)));
        String label = "Tested for this aim, linked to no driver";
        double x = columns.left(columns.ideas()) - Columns.GAP / 2 - TextSize.width(label, Box.FONT);
        svg.label(x, others.getFirst().middle() + 4, Ink.QUIET, label, Box.FONT, false);
        others.forEach(other -> other.draw(svg));
    }

    private Box aim() {
        AimNode aim = diagram.aim();
        List<Print> print = new ArrayList<>();
        print.add(new Print(PictureWords.goal(aim), false));
        print.add(measure(List.of(aim.measure())));
        print.add(new Print(aim.owner(), false));
        if (aim.state() != AimState.ACTIVE) {
            print.add(new Print(aim.state() == AimState.MERGED ? "merged into another aim" : "retired", true));
        }
        Box box = new Box(columns, 0, Ink.AIM, Ink.AIM_EDGE, aim.statement(), print);
        diagram.drivers().forEach(driver -> box.add(driver(driver, 1)));
        return box;
    }

    private Box driver(DriverNode driver, int column) {
        Print owner = driver.owner() == null ? new Print("no owner", true) : new Print(driver.owner(), false);
        Box box = new Box(
                columns,
                column,
                column == 1 ? Ink.PRIMARY : Ink.SECONDARY,
                column == 1 ? Ink.PRIMARY_EDGE : Ink.SECONDARY_EDGE,
                driver.name(),
                List.of(owner, measure(driver.measures())));
        driver.drivers().forEach(under -> box.add(driver(under, column + 1)));
        driver.changeIdeas().forEach(idea -> box.add(idea(idea)));
        return box;
    }

    private static Print measure(List<MeasureNode> measures) {
        if (measures.isEmpty()) {
            return new Print("no measure", true);
        }
        String first = measures.getFirst().name();
        String more = measures.size() > 1 ? " and " + (measures.size() - 1) + " more" : "";
        return first == null ? new Print("measure not defined yet" + more, true) : new Print(first + more, false);
    }

    private Box idea(IdeaNode idea) {
        List<Print> print = new ArrayList<>();
        print.add(new Print(PictureWords.tested(idea), idea.cycles() == 0 && idea.state() == IdeaState.ACTIVE));
        if (idea.state() == IdeaState.UNWARRANTED) {
            print.add(new Print("no warrant yet", true));
        }
        return new Box(columns, columns.ideas(), Ink.IDEA, Ink.IDEA_EDGE, idea.title(), print);
    }
}
