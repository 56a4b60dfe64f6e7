package org.inpractice.learning.failure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.inpractice.api.Cursor;

/** Where the readers of this package's lists stand, from the cursors they were given. Null without a cursor. */
final class ListPosition {
    private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2300, 1, 1);

    private ListPosition() {}

    static FailureTable.Before<Instant> beforeInstant(String cursor) {
        return parsed(cursor, 2, keys -> new FailureTable.Before<>(instant(keys.get(0)), UUID.fromString(keys.get(1))));
    }

    static FailureTable.Before<LocalDate> beforeDate(String cursor) {
        return parsed(cursor, 2, keys -> new FailureTable.Before<>(date(keys.get(0)), UUID.fromString(keys.get(1))));
    }

    private static <P> P parsed(String cursor, int size, Function<List<String>, P> position) {
        List<String> keys = Cursor.keys(cursor, size);
        try {
            return keys.isEmpty() ? null : position.apply(keys);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        date(instant.toString().substring(0, 10));
        return instant;
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw Cursor.notOurs();
        }
        return date;
    }
}
