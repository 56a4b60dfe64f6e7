package org.inpractice.learning.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days a digest is about.
 *
 * @param from the first
 * @param to the last, itself included
 * @param zone whose days
 * @param asOf only what was recorded by then; null for all
 */
record DigestPeriod(LocalDate from, LocalDate to, ZoneId zone, Instant asOf) {
    Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the period. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
