package org.inpractice.cycles;

import org.inpractice.api.Problems;

/** Texts in query parameters. */
public final class Texts {
    private Texts() {}

    /** A text to look for; null when absent. A NUL cannot be stored, and so cannot be looked for. */
    public static String parameter(String name, String value) {
        if (value == null) {
            return null;
        }
        if (value.isBlank() || value.length() > 200 || value.indexOf('\0') >= 0) {
            throw Problems.invalid(name, "Send 1 to 200 characters as the district writes them.");
        }
        return value;
    }

    /** True or false; null when absent. */
    public static Boolean yesOrNo(String name, String value) {
        if (value == null || value.equals("true") || value.equals("false")) {
            return value == null ? null : Boolean.valueOf(value);
        }
        throw Problems.invalid(name, "Send true or false, or leave it out.");
    }
}
