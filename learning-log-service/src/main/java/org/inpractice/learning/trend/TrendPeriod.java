package org.inpractice.learning.trend;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/** Into which stretches of time is counted. */
enum TrendPeriod {
    /** {@code 2025-11}. */
    MONTH {
        @Override
        String of(LocalDate day) {
            return YearMonth.from(day).toString();
        }
    },
    /** {@code 2025-Q4}. */
    QUARTER {
        @Override
        String of(LocalDate day) {
            return "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
        }
    },
    /** {@code 2025-26}: from July 1 to June 30 (California Education Code, section 37200). */
    SCHOOL_YEAR {
        @Override
        String of(LocalDate day) {
            int first = day.getMonth().compareTo(Month.JULY) < 0 ? day.getYear() - 1 : day.getYear();
            return "%d-%02d".formatted(first, (first + 1) % 100);
        }
    };

    /** The name of the period that has a day; names are in the order of time. */
    abstract String of(LocalDate day);
}
