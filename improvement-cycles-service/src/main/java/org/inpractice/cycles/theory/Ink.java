package org.inpractice.cycles.theory;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A colour by what it means, on white and on a dark background. Every text has a contrast of 4.5 to 1 or more to the ground it
 * stands on (WCAG 2.2, success criterion 1.4.3), every line that carries meaning 3 to 1 (1.4.11).
 */
enum Ink {
    BACKGROUND("#ffffff", "#15191e"),
    TEXT("#1f2328", "#e6edf3"),
    QUIET("#4f5862", "#b3bdc7"),
    LINE("#7d8894", "#7f8b98"),
    AIM("#e4eefa", "#1c3049"),
    AIM_EDGE("#24527a", "#8fc1ef"),
    PRIMARY("#eceafa", "#2c2746"),
    PRIMARY_EDGE("#5b4a9e", "#b7a8f0"),
    SECONDARY("#e8f3ee", "#1b352a"),
    SECONDARY_EDGE("#22694a", "#7ed3ad"),
    IDEA("#fbf3e2", "#3a2f17"),
    IDEA_EDGE("#85610f", "#dfb65c"),
    MISSING("#a33600", "#ffa270");

    final String light;
    final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The class of an area of this colour. */
    String fill() {
        return "f-" + name().toLowerCase(Locale.ROOT);
    }

    /** The class of a line of this colour. */
    String stroke() {
        return "s-" + name().toLowerCase(Locale.ROOT);
    }

    /** The colours are attributes; where the reader's screen is dark these rules are stronger. Paper stays white. */
    static String darkRules() {
        return Arrays.stream(values())
                .map(ink -> ".driver-diagram .%s{fill:%s}.driver-diagram .%s{stroke:%s}"
                        .formatted(ink.fill(), ink.dark, ink.stroke(), ink.dark))
                .collect(Collectors.joining("", "@media screen and (prefers-color-scheme:dark){", "}"));
    }
}
