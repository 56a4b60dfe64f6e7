package org.inpractice.learning.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Today, when nobody said in which time zone a due day was written: it has passed when it has wherever one may be. */
final class CalendarDays {
    private static final ZoneOffset LAST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(-12);

    private CalendarDays() {}

    /** The earliest date that somebody's calendar shows at an instant. */
    static LocalDate earliest(Instant instant) {
        return instant.atOffset(LAST_TO_BEGIN_A_DAY).toLocalDate();
    }
}
