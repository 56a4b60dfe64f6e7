package org.inpractice.measurement.feed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.observation.ReportingPeriod;

/**
 * When the periods of one measure of a feed are due: pure.
 *
 * <p>A period that lies in pauses altogether is not expected. Days of pauses are not counted as days of grace, and a due
 * day that falls into a pause moves behind it.
 */
record FeedCalendar(PeriodKind kind, LocalDate since, int graceDays, List<Pause> pauses) {
    /** Where a day ends last on Earth: nothing is late as long as it is still the due day somewhere. */
    static final ZoneOffset LAST_TO_END_A_DAY = ZoneOffset.ofHours(-12);

    private static final int MONTHS_OF_A_TERM = 3;
    private static final int JULY = 7;

    /** Puts the pauses in order. */
    FeedCalendar {
        pauses = merged(pauses);
    }

    static FeedCalendar of(FeedTerms terms, PeriodKind kind) {
        return new FeedCalendar(kind, terms.since(), terms.graceDays(), terms.pauses());
    }

    /** The date that the last calendar on Earth shows. */
    static LocalDate today(Instant now) {
        return now.atOffset(LAST_TO_END_A_DAY).toLocalDate();
    }

    /** The first period of a kind that starts on a day or later. */
    static ReportingPeriod firstFrom(PeriodKind kind, LocalDate day) {
        return ReportingPeriod.starting(
                kind,
                switch (kind) {
                    case DAY -> day;
                    case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                    case MONTH -> firstOfMonth(day);
                    case TERM -> {
                        LocalDate first = firstOfMonth(day);
                        int into = (first.getMonthValue() - 1) % MONTHS_OF_A_TERM;
                        yield into == 0 ? first : first.plusMonths((long) MONTHS_OF_A_TERM - into);
                    }
                    case SCHOOL_YEAR -> {
                        LocalDate july = LocalDate.of(day.getYear(), JULY, 1);
                        yield day.isAfter(july) ? july.plusYears(1) : july;
                    }
                });
    }

    private static LocalDate firstOfMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).plusMonths(1);
    }

    /** The first expected period that starts on a day or later, and not before the feed does. */
    ReportingPeriod firstExpected(LocalDate day) {
        ReportingPeriod period = firstFrom(kind, day.isBefore(since) ? since : day);
        while (isPaused(period)) {
            period = firstFrom(kind, period.end().plusDays(1));
        }
        return period;
    }

    /** The next expected period. */
    ReportingPeriod after(ReportingPeriod period) {
        return firstExpected(period.end().plusDays(1));
    }

    /** Whether a period is expected. */
    boolean expects(LocalDate start, LocalDate end) {
        return !start.isBefore(since) && !isPaused(start, end);
    }

    /** The last day on which it is in time. */
    LocalDate dueOn(LocalDate periodEnd) {
        LocalDate due = behindPauses(periodEnd);
        long left = graceDays;
        for (Pause pause : pauses) {
            if (pause.from().isAfter(due)) {
                long free = ChronoUnit.DAYS.between(due, pause.from()) - 1;
                if (left <= free) {
                    break;
                }
                left -= free;
                due = pause.to();
            }
        }
        return due.plusDays(left);
    }

    /** The instant from which it is late: its due day is over everywhere. */
    Instant lateFrom(ReportingPeriod period) {
        return dueOn(period.end()).plusDays(1).atStartOfDay().toInstant(LAST_TO_END_A_DAY);
    }

    private boolean isPaused(ReportingPeriod period) {
        return isPaused(period.start(), period.end());
    }

    private boolean isPaused(LocalDate start, LocalDate end) {
        return behindPauses(start).isAfter(end);
    }

    /** The day itself, or the first behind the pause it falls into. */
    private LocalDate behindPauses(LocalDate day) {
        for (Pause pause : pauses) {
            if (pause.contains(day)) {
                return pause.to().plusDays(1);
            }
        }
        return day;
    }

    /** In order; those that overlap or touch are one. */
    private static List<Pause> merged(List<Pause> pauses) {
        List<Pause> merged = new ArrayList<>();
        for (Pause pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            if (merged.isEmpty() || pause.from().isAfter(merged.getLast().to().plusDays(1))) {
                merged.add(pause);
            } else if (pause.to().isAfter(merged.getLast().to())) {
                merged.set(merged.size() - 1, new Pause(merged.getLast().from(), pause.to()));
            }
        }
        return List.copyOf(merged);
    }
}
