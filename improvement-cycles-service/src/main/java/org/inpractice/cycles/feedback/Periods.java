package org.inpractice.cycles.feedback;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Reporting periods as measurement-service counts them: a school year begins on July 1 and has four terms. */
final class Periods {
    private static final int JULY = 7;
    private static final int MONTHS_OF_A_TERM = 3;
    private static final int WORKING_DAYS = 5;

    private Periods() {}

    /**
     * How many periods of a kind began on a day or later and ended before another. Of days only Monday to Friday count:
     * nobody observes a school on a Sunday.
     */
    static int over(String kind, LocalDate from, LocalDate before) {
        LocalDate start = first(kind, from);
        int count = 0;
        while (next(kind, start).compareTo(before) <= 0) {
            count++;
            start = next(kind, start);
        }
        return count;
    }

    private static LocalDate first(String kind, LocalDate from) {
        LocalDate start = startOf(kind, from);
        return start.isBefore(from) ? next(kind, start) : start;
    }

    /** The first day of the period that holds a day. */
    private static LocalDate startOf(String kind, LocalDate day) {
        return switch (kind) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> day.withDayOfMonth(1);
            case "term" -> {
                LocalDate month = day.withDayOfMonth(1);
                yield month.minusMonths((month.getMonthValue() + 12L - JULY) % 12 % MONTHS_OF_A_TERM);
            }
            case "school_year" ->
                LocalDate.of(day.getMonthValue() >= JULY ? day.getYear() : day.getYear() - 1, JULY, 1);
            default -> isWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
        };
    }

    private static LocalDate next(String kind, LocalDate start) {
        return switch (kind) {
            case "week" -> start.plusWeeks(1);
            case "month" -> start.plusMonths(1);
            case "term" -> start.plusMonths(MONTHS_OF_A_TERM);
            case "school_year" -> start.plusYears(1);
            default ->
                start.getDayOfWeek().getValue() >= WORKING_DAYS
                        ? start.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        : start.plusDays(1);
        };
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > WORKING_DAYS;
    }

    /** About how many days a period lasts, for how often data is looked at. */
    static long days(String kind) {
        LocalDate start = startOf(kind, LocalDate.of(2025, JULY, 7));
        return ChronoUnit.DAYS.between(start, next(kind, start));
    }
}
