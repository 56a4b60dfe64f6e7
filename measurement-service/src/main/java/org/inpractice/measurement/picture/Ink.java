package org.inpractice.measurement.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A colour by what it means, on white and on a dark background. Everything but the grid has a contrast of 4.5 to 1 or more to
 * its background (WCAG 2.2, success criterion 1.4.3); improvement and concern are blue and orange, which the colour-blind
 * tell apart.
 */
enum Ink {
    BACKGROUND("#ffffff", "#15191e"),
    TEXT("#1f2328", "#e6edf3"),
    QUIET("#57606a", "#a9b3bd"),
    GRID("#dde2e8", "#323b45"),
    BASELINE("#eef3f8", "#202a34"),
    DATA("#24527a", "#8fc1ef"),
    CENTRE("#3d444d", "#c9d1d9"),
    LIMIT("#6a5278", "#c8aee0"),
    TARGET("#7a5200", "#e3b341"),
    IMPROVEMENT("#0a5fb4", "#6cb6ff"),
    CONCERN("#b23c00", "#ff9b61"),
    NEITHER("#7d3c98", "#d2a8ff"),
    MARK("#1a6b42", "#7ee2a8");

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
                .map(ink -> ".chart-picture .%s{fill:%s}.chart-picture .%s{stroke:%s}"
                        .formatted(ink.fill(), ink.dark, ink.stroke(), ink.dark))
                .collect(Collectors.joining("", "@media screen and (prefers-color-scheme:dark){", "}"));
    }
}
