package org.inpractice.cycles.theory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.idea.IdeaState;
import org.inpractice.cycles.theory.DriverDiagram.AimNode;
import org.inpractice.cycles.theory.DriverDiagram.DriverNode;
import org.inpractice.cycles.theory.DriverDiagram.IdeaNode;

/** What the picture says in words; its description says all of it to who cannot see it. */
final class PictureWords {
    private final DriverDiagram diagram;
    private final List<String> told = new ArrayList<>();
    private final Set<UUID> ideas = new HashSet<>();
    private int drivers;

    PictureWords(DriverDiagram diagram) {
        this.diagram = diagram;
        diagram.drivers().forEach(driver -> tell(driver, "the aim"));
        diagram.otherIdeas().forEach(idea -> ideas.add(idea.changeIdeaId()));
    }

    private void tell(DriverNode driver, String parent) {
        drivers++;
        told.add("“" + driver.name() + "” drives " + parent + ".");
        driver.changeIdeas().forEach(idea -> ideas.add(idea.changeIdeaId()));
        if (!driver.changeIdeas().isEmpty()) {
            told.add("Ideas for it: "
                    + driver.changeIdeas().stream().map(IdeaNode::title).collect(Collectors.joining("; "))
                    + ".");
        }
        driver.drivers().forEach(under -> tell(under, "“" + driver.name() + "”"));
    }

    String title() {
        return "Driver diagram: " + diagram.aim().statement();
    }

    String subtitle() {
        return "%s, %s. Read from left to right: what we want, what drives it, what we may change."
                .formatted(count(drivers, "driver"), count(ideas.size(), "change idea"));
    }

    String description() {
        String others = diagram.otherIdeas().isEmpty()
                ? ""
                : " Linked to no driver: "
                        + diagram.otherIdeas().stream().map(IdeaNode::title).collect(Collectors.joining("; ")) + ".";
        return count(drivers, "driver") + ", " + count(ideas.size(), "change idea") + ". " + String.join(" ", told)
                + others;
    }

    /** How much, by when. */
    static String goal(AimNode aim) {
        String from = aim.baseline() == null ? "" : "from " + plain(aim.baseline()) + " ";
        String way = aim.direction() == Direction.INCREASE ? "up to " : "down to ";
        return from + way + plain(aim.target()) + " by " + aim.by();
    }

    private static String plain(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    /** What became of an idea where it was tested. */
    static String tested(IdeaNode idea) {
        if (idea.state() == IdeaState.RETIRED) {
            return "retired; " + results(idea);
        }
        return results(idea);
    }

    private static String results(IdeaNode idea) {
        if (idea.cycles() == 0) {
            return "never tested";
        }
        List<String> parts = new ArrayList<>();
        part(parts, idea.adopted(), "adopted");
        part(parts, idea.adapted(), "adapted");
        part(parts, idea.abandoned(), "abandoned");
        part(parts, idea.open(), "under way");
        return parts.isEmpty() ? "cancelled" : String.join(", ", parts);
    }

    private static void part(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + "× " + what);
        }
    }

    private static String count(int number, String what) {
        return String.format(Locale.ROOT, "%d %s%s", number, what, number == 1 ? "" : "s");
    }
}
