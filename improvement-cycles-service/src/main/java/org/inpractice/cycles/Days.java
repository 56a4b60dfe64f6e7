package org.inpractice.cycles;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Calendar days of instants, when nobody said in which time zone a district is. */
public final class Days {
    /** UTC+14, the first zone to begin a day. */
    private static final Duration AHEAD = Duration.ofHours(14);

    private Days() {}

    /** The day in UTC. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The latest day that has begun anywhere: a later one is in the future for everybody. */
    public static LocalDate latestToday(Instant now) {
        return LocalDate.ofInstant(now.plus(AHEAD), ZoneOffset.UTC);
    }
}
