package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Instants beside dates, when nobody said in which time zone the date was written: a date is refused, or called overdue,
 * only when it is so wherever on Earth the district lies (offsets −12:00 to +14:00).
 */
final class CalendarDays {
    private static final ZoneOffset LAST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(-12);
    private static final ZoneOffset FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);

    private CalendarDays() {}

    /** The earliest date that somebody's calendar shows at an instant. */
    static LocalDate earliest(Instant instant) {
        return instant.atOffset(LAST_TO_BEGIN_A_DAY).toLocalDate();
    }

    /** The latest date that somebody's calendar shows at an instant. */
    static LocalDate latest(Instant instant) {
        return instant.atOffset(FIRST_TO_BEGIN_A_DAY).toLocalDate();
    }
}
