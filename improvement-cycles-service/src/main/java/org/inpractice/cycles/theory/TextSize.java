package org.inpractice.cycles.theory;

import java.util.ArrayList;
import java.util.List;

/** How wide words will be, estimated: the reader's font is not known here, so widths are those of a wide one. */
final class TextSize {
    /** How much wider bold letters are, of DejaVu Sans. */
    static final double BOLD = 1.15;

    private TextSize() {}

    /** The width of a text in a font size; parts of the size as in DejaVu Sans, a wide font. */
    static double width(String text, double fontSize) {
        return text.codePoints().mapToDouble(TextSize::part).sum() * fontSize;
    }

    private static double part(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (Character.isIdeographic(point) || (point >= 0xAC00 && point <= 0xD7A3) || point >= 0x1F000) {
            return 1;
        }
        if (" .,:;'|!iljtfr()[]".indexOf(point) >= 0) {
            return 0.38;
        }
        if ("mwMW@%".indexOf(point) >= 0) {
            return 0.95;
        }
        return Character.isUpperCase(point) ? 0.7 : 0.62;
    }

    /** The text, or its beginning with an ellipsis, so that it fits. */
    static String shortened(String text, double fontSize, double room) {
        if (width(text, fontSize) <= room) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        for (int length = points.length - 1; length > 0; length--) {
            String beginning = new String(points, 0, length).strip() + "…";
            if (width(beginning, fontSize) <= room) {
                return beginning;
            }
        }
        return "…";
    }

    /** The text in lines that fit, broken at spaces where there are any; the last is shortened when there are too many. */
    static List<String> lines(String text, double fontSize, double room, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (lines.size() < most - 1 && width(rest, fontSize) > room) {
            int end = fitting(rest, fontSize, room);
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : end;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add(shortened(rest, fontSize, room));
        return lines;
    }

    private static int fitting(String text, double fontSize, double room) {
        double width = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            width += part(point) * fontSize;
            if (width > room && end > 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }
}
