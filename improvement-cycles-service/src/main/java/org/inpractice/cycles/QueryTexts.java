package org.inpractice.cycles;

import org.inpractice.api.Problems;

/** Reads query parameters that are words; an absent one is null, a bad one a problem that names it. */
public final class QueryTexts {
    private QueryTexts() {}

    /** A word as somebody wrote it. A NUL cannot be stored, and so cannot be looked for. */
    public static String text(String name, String value) {
        if (value != null && (value.isBlank() || value.indexOf('\0') >= 0)) {
            throw Problems.invalid(name, "Send it as the district writes it, or leave it out.");
        }
        return value;
    }

    /** True or false. */
    public static Boolean yesOrNo(String name, String value) {
        if (value == null || value.equals("true") || value.equals("false")) {
            return value == null ? null : Boolean.valueOf(value);
        }
        throw Problems.invalid(name, "Send true or false, or leave it out.");
    }
}
