package org.inpractice.cycles;

/** What free text may hold: anything a person types, markup included, which stays text; no control characters. */
public final class PlainText {
    /** Everything but control characters, other than tab and line ends, and halves of surrogate pairs. */
    public static final String PATTERN = "[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\p{Cs}]*";

    /** What to do about one. */
    public static final String MESSAGE = "Send plain text without control characters.";

    private PlainText() {}
}
