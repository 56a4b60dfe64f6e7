package org.inpractice.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads query parameters; an absent one is null, a bad one a problem that names it. */
public final class Parameters {
    /** The longest page. */
    public static final int MAX_LIMIT = 500;

    private static final int DEFAULT_LIMIT = 100;

    private Parameters() {}

    /** An instant such as {@code 2026-03-01T08:00:00Z}. */
    public static Instant instant(String name, String value) {
        if (value == null) {
            return null;
        }
        try {
            // A plus sign that was not percent-encoded arrives as a space.
            Instant instant = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            if (instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Problems.invalid(name, "Send an instant with offset, for example 2026-03-01T08:00:00Z.");
    }

    /** A date such as {@code 2026-03-01}. */
    public static LocalDate date(String name, String value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1900 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Problems.invalid(name, "Send a date, for example 2026-03-01.");
    }

    /** An id. */
    public static UUID uuid(String name, String value) {
        if (value == null) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid(name, "Send an id as this service gave it: a UUID.");
        }
    }

    /** One of an enum's constants, in lower snake case on the wire. */
    public static <E extends Enum<E>> E oneOf(Class<E> type, String name, String value) {
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw Problems.invalid(name, "Send one of: " + allowed + ".");
    }

    /** A page's length, 1 to {@value #MAX_LIMIT}; 100 when absent. */
    public static int limit(String value) {
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problems.invalid("limit", "Send a number from 1 to " + MAX_LIMIT + ".");
    }
}
