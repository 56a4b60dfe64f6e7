package org.inpractice.measurement.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FeedCalendarTest {
    private static final Pause WINTER = new Pause(LocalDate.of(2025, 12, 22), LocalDate.of(2026, 1, 2));

    @ParameterizedTest
    @CsvSource({
        "DAY, 2025-09-15, 2025-09-15",
        "WEEK, 2025-09-15, 2025-W38",
        "WEEK, 2025-09-16, 2025-W39",
        "WEEK, 2025-12-30, 2026-W02",
        "MONTH, 2025-09-01, 2025-09",
        "MONTH, 2025-12-02, 2026-01",
        "TERM, 2025-07-01, 2025-26/T1",
        "TERM, 2025-07-02, 2025-26/T2",
        "TERM, 2025-08-31, 2025-26/T2",
        "TERM, 2025-11-01, 2025-26/T3",
        "TERM, 2026-05-05, 2026-27/T1",
        "SCHOOL_YEAR, 2025-07-01, 2025-26",
        "SCHOOL_YEAR, 2025-07-02, 2026-27",
        "SCHOOL_YEAR, 2025-02-01, 2025-26"
    })
    void finds_the_first_period_from_a_day_on(PeriodKind kind, LocalDate day, String expected) {
        assertEquals(expected, FeedCalendar.firstFrom(kind, day).text());
    }

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void walks_through_all_periods_without_gap_or_overlap(PeriodKind kind) {
        FeedCalendar calendar = new FeedCalendar(kind, LocalDate.of(2019, 2, 13), 3, List.of());
        ReportingPeriod period = calendar.firstExpected(calendar.since());
        for (int i = 0; i < 1_000; i++) {
            ReportingPeriod next = calendar.after(period);
            assertEquals(period.end().plusDays(1), next.start());
            assertEquals(period, ReportingPeriod.parse(kind, period.text()).orElseThrow());
            assertEquals(period.end().plusDays(3), calendar.dueOn(period.end()));
            period = next;
        }
    }

    @Test
    void is_late_when_the_due_day_is_over_everywhere_on_earth() {
        FeedCalendar calendar = monthly(10);
        ReportingPeriod september = calendar.firstExpected(LocalDate.of(2025, 9, 1));
        assertEquals(LocalDate.of(2025, 10, 10), calendar.dueOn(september.end()));
        assertEquals(Instant.parse("2025-10-11T12:00:00Z"), calendar.lateFrom(september));
        assertEquals(LocalDate.of(2025, 10, 10), FeedCalendar.today(Instant.parse("2025-10-11T11:59:59Z")));
        assertEquals(LocalDate.of(2025, 10, 11), FeedCalendar.today(Instant.parse("2025-10-11T12:00:00Z")));
    }

    @Test
    void counts_no_days_of_grace_in_a_pause() {
        assertEquals(LocalDate.of(2026, 1, 3), monthly(0, WINTER).dueOn(LocalDate.of(2025, 12, 31)), "moved behind it");
        assertEquals(
                LocalDate.of(2026, 1, 4), monthly(3, WINTER).dueOn(LocalDate.of(2025, 12, 20)), "21st, then 3rd, 4th");
        assertEquals(LocalDate.of(2025, 12, 21), monthly(1, WINTER).dueOn(LocalDate.of(2025, 12, 20)));
        assertEquals(
                LocalDate.of(2026, 1, 6),
                monthly(0, WINTER, new Pause(LocalDate.of(2026, 1, 3), LocalDate.of(2026, 1, 5)))
                        .dueOn(LocalDate.of(2025, 12, 22)),
                "pauses that touch are one");
    }

    /** Against the rule as it is said: go day by day, and do not count days of pauses. */
    @Test
    void counts_days_of_grace_as_one_does_by_hand() {
        Random random = new Random(20260301);
        for (int round = 0; round < 500; round++) {
            List<Pause> pauses = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                LocalDate from = LocalDate.of(2025, 9, 1).plusDays(random.nextInt(90));
                pauses.add(new Pause(from, from.plusDays(random.nextInt(15))));
            }
            int grace = random.nextInt(40);
            LocalDate end = LocalDate.of(2025, 9, 1).plusDays(random.nextInt(90));
            LocalDate byHand = end;
            int left = grace;
            while (left > 0 || isPaused(pauses, byHand)) {
                left -= isPaused(pauses, byHand) ? 0 : 1;
                byHand = byHand.plusDays(1);
            }
            assertEquals(byHand, monthly(grace, pauses.toArray(Pause[]::new)).dueOn(end));
        }
    }

    private static boolean isPaused(List<Pause> pauses, LocalDate day) {
        return pauses.stream().anyMatch(pause -> pause.contains(day));
    }

    @Test
    void expects_no_period_that_lies_in_pauses_altogether() {
        FeedCalendar weekly = new FeedCalendar(PeriodKind.WEEK, LocalDate.of(2025, 12, 1), 0, List.of(WINTER));
        List<String> weeks = new ArrayList<>();
        ReportingPeriod week = weekly.firstExpected(weekly.since());
        while (week.start().isBefore(LocalDate.of(2026, 1, 12))) {
            weeks.add(week.text());
            week = weekly.after(week);
        }
        // W52 is Dec 22 to 28; W01 is Dec 29 to Jan 4, of which two days are school's again.
        assertEquals(List.of("2025-W49", "2025-W50", "2025-W51", "2026-W01", "2026-W02"), weeks);
        assertFalse(weekly.expects(LocalDate.of(2025, 12, 22), LocalDate.of(2025, 12, 28)));
        assertTrue(weekly.expects(LocalDate.of(2025, 12, 29), LocalDate.of(2026, 1, 4)));
        assertFalse(weekly.expects(LocalDate.of(2025, 11, 24), LocalDate.of(2025, 11, 30)));
    }

    @Test
    void lets_overlapping_pauses_be_one() {
        FeedCalendar daily = new FeedCalendar(
                PeriodKind.DAY,
                LocalDate.of(2025, 12, 20),
                0,
                List.of(new Pause(LocalDate.of(2025, 12, 30), LocalDate.of(2026, 1, 6)), WINTER));
        assertEquals(
                "2026-01-07", daily.firstExpected(LocalDate.of(2025, 12, 22)).text());
    }

    @Test
    void judges_each_period_once_while_a_clock_moves_through_two_years() {
        MovedClock clock = new MovedClock(Instant.parse("2025-08-01T00:00:00Z"));
        FeedCalendar calendar = new FeedCalendar(PeriodKind.WEEK, LocalDate.of(2025, 8, 1), 5, List.of(WINTER));
        Expectation expectation =
                Expectation.of(new UUID(0, 1), new UUID(0, 2), "0019", calendar, calendar.since(), clock.instant());
        List<LocalDate> judged = new ArrayList<>();
        while (clock.instant().isBefore(Instant.parse("2027-08-01T00:00:00Z"))) {
            while (!expectation.dueAt().isAfter(clock.instant())) {
                judged.add(expectation.next());
                assertFalse(expectation.lateSince().isAfter(clock.instant()));
                assertTrue(expectation.lateSince().isAfter(clock.instant().minusSeconds(7 * 3600)));
                expectation = expectation.movedOn(calendar);
            }
            clock.move(7 * 3600);
        }
        List<LocalDate> expected = new ArrayList<>();
        for (ReportingPeriod week = calendar.firstExpected(calendar.since());
                calendar.lateFrom(week).isBefore(clock.instant());
                week = calendar.after(week)) {
            expected.add(week.start());
        }
        assertEquals(expected, judged);
        assertTrue(judged.size() > 100);
    }

    @Test
    void judges_what_was_due_before_it_was_expected_as_of_when_it_came_to_be() {
        Instant registered = Instant.parse("2026-03-01T08:00:00Z");
        Expectation expectation = Expectation.of(
                new UUID(0, 1), new UUID(0, 2), "0019", monthly(10), LocalDate.of(2025, 9, 1), registered);
        assertEquals(registered, expectation.lateSince());
        Expectation later = expectation;
        while (later.dueAt().isBefore(registered)) {
            later = later.movedOn(monthly(10));
        }
        assertEquals(LocalDate.of(2026, 2, 1), later.next());
        assertEquals(Instant.parse("2026-03-11T12:00:00Z"), later.lateSince());
    }

    private static FeedCalendar monthly(int graceDays, Pause... pauses) {
        return new FeedCalendar(PeriodKind.MONTH, LocalDate.of(2025, 8, 1), graceDays, List.of(pauses));
    }

    /** A clock that a test moves. */
    private static final class MovedClock extends Clock {
        private Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        void move(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
