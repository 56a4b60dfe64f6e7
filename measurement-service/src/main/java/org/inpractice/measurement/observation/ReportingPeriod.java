package org.inpractice.measurement.observation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inpractice.measurement.measure.PeriodKind;

/**
 * A stretch of days that one observation is about. A school year runs from July 1 to June 30 and has four terms, its
 * quarters; weeks are those of ISO 8601.
 *
 * @param text as districts write it: {@code 2025-09-15}, {@code 2025-W38}, {@code 2025-09}, {@code 2024-25/T1}, {@code
 *     2024-25}
 * @param start first day
 * @param end last day, itself included
 */
public record ReportingPeriod(PeriodKind kind, String text, LocalDate start, LocalDate end) {
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern TERM = Pattern.compile("(\\d{4})-\\d{2}/T([1-4])");
    private static final Pattern SCHOOL_YEAR = Pattern.compile("(\\d{4})-\\d{2}");
    private static final int DAY_LENGTH = 10;
    private static final int JULY = 7;

    /** The period of a kind that a text names; empty when it names none. */
    public static Optional<ReportingPeriod> parse(PeriodKind kind, String text) {
        try {
            LocalDate start = start(kind, text);
            if (start != null) {
                ReportingPeriod period = starting(kind, start);
                // The one way to write it: 2024-26, 2025-W53 or 2025-02-30 come out differently and are refused.
                return period.text.equals(text) ? Optional.of(period) : Optional.empty();
            }
        } catch (DateTimeException e) {
            // No such date, which the empty answer says.
        }
        return Optional.empty();
    }

    /** The period of a kind that begins on a day; the day must be a first day of one. */
    public static ReportingPeriod starting(PeriodKind kind, LocalDate start) {
        return switch (kind) {
            case DAY -> new ReportingPeriod(kind, start.toString(), start, start);
            case WEEK -> {
                int year = start.get(IsoFields.WEEK_BASED_YEAR);
                int week = start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                yield new ReportingPeriod(kind, four(year) + "-W" + two(week), start, start.plusDays(6));
            }
            case MONTH ->
                new ReportingPeriod(
                        kind,
                        four(start.getYear()) + "-" + two(start.getMonthValue()),
                        start,
                        start.plusMonths(1).minusDays(1));
            case TERM -> {
                int term = (start.getMonthValue() + 12 - JULY) % 12 / 3 + 1;
                yield new ReportingPeriod(
                        kind,
                        schoolYear(start) + "/T" + term,
                        start,
                        start.plusMonths(3).minusDays(1));
            }
            case SCHOOL_YEAR ->
                new ReportingPeriod(
                        kind, schoolYear(start), start, start.plusYears(1).minusDays(1));
        };
    }

    /** How a period of a kind is written, for a refusal. */
    static String example(PeriodKind kind) {
        return switch (kind) {
            case DAY -> "a day, for example 2025-09-15";
            case WEEK -> "an ISO week, for example 2025-W38";
            case MONTH -> "a month, for example 2025-09";
            case TERM -> "a term, for example 2024-25/T1 (T1 to T4, the quarters of the school year from July 1)";
            case SCHOOL_YEAR -> "a school year, for example 2024-25";
        };
    }

    private static LocalDate start(PeriodKind kind, String text) {
        return switch (kind) {
            case DAY -> text.length() == DAY_LENGTH ? LocalDate.parse(text) : null;
            case WEEK -> {
                Matcher week = WEEK.matcher(text);
                // January 4 is always in week 1.
                yield week.matches()
                        ? LocalDate.of(number(week, 1), 1, 4)
                                .with(java.time.DayOfWeek.MONDAY)
                                .plusWeeks(number(week, 2) - 1L)
                        : null;
            }
            case MONTH -> {
                Matcher month = MONTH.matcher(text);
                yield month.matches() ? LocalDate.of(number(month, 1), number(month, 2), 1) : null;
            }
            case TERM -> {
                Matcher term = TERM.matcher(text);
                yield term.matches()
                        ? LocalDate.of(number(term, 1), JULY, 1).plusMonths(3L * (number(term, 2) - 1))
                        : null;
            }
            case SCHOOL_YEAR -> {
                Matcher year = SCHOOL_YEAR.matcher(text);
                yield year.matches() ? LocalDate.of(number(year, 1), JULY, 1) : null;
            }
        };
    }

    private static String schoolYear(LocalDate day) {
        int first = day.getMonthValue() >= JULY ? day.getYear() : day.getYear() - 1;
        return four(first) + "-" + two((first + 1) % 100);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String four(int year) {
        return year < 1000 ? "000".substring(Integer.toString(year).length() - 1) + year : Integer.toString(year);
    }
}
