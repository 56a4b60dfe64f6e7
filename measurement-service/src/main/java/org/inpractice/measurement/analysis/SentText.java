package org.inpractice.measurement.analysis;

import org.inpractice.api.Problems;

/** Short texts that stand in a chart and in its picture. */
final class SentText {
    private static final int LONGEST = 200;

    private SentText() {}

    /** The text, null when there is none. */
    static String checked(String field, String text) {
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw Problems.invalid(field, "Shorten it to %d characters.".formatted(LONGEST));
        }
        if (text.codePoints().anyMatch(SentText::unreadable)) {
            throw Problems.invalid(field, "Remove control characters and halves of characters.");
        }
        return text;
    }

    private static boolean unreadable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
