package org.inpractice.measurement.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.inpractice.measurement.measure.PeriodKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "DAY, 2025-09-15, 2025-09-15, 2025-09-15",
        "DAY, 2024-02-29, 2024-02-29, 2024-02-29",
        "WEEK, 2025-W38, 2025-09-15, 2025-09-21",
        "WEEK, 2025-W01, 2024-12-30, 2025-01-05",
        "WEEK, 2020-W53, 2020-12-28, 2021-01-03",
        "MONTH, 2025-09, 2025-09-01, 2025-09-30",
        "MONTH, 2024-02, 2024-02-01, 2024-02-29",
        "TERM, 2024-25/T1, 2024-07-01, 2024-09-30",
        "TERM, 2024-25/T2, 2024-10-01, 2024-12-31",
        "TERM, 2024-25/T3, 2025-01-01, 2025-03-31",
        "TERM, 2024-25/T4, 2025-04-01, 2025-06-30",
        "SCHOOL_YEAR, 2024-25, 2024-07-01, 2025-06-30",
        "SCHOOL_YEAR, 1999-00, 1999-07-01, 2000-06-30"
    })
    void knows_its_first_and_last_day_and_is_found_again_by_its_first(
            PeriodKind kind, String text, LocalDate start, LocalDate end) {
        ReportingPeriod expected = new ReportingPeriod(kind, text, start, end);
        assertEquals(expected, ReportingPeriod.parse(kind, text).orElseThrow());
        assertEquals(expected, ReportingPeriod.starting(kind, start));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2025-02-29",
        "DAY, 2025-9-15",
        "DAY, 2025-09",
        "DAY, +12025-09-1",
        "WEEK, 2025-W53",
        "WEEK, 2025-W00",
        "WEEK, 2025-38",
        "MONTH, 2025-13",
        "MONTH, 2025-00",
        "MONTH, 2025-9",
        "MONTH, '2025-09 '",
        "TERM, 2024-25/T5",
        "TERM, 2024-26/T1",
        "TERM, 2024-25",
        "SCHOOL_YEAR, 2024-24",
        "SCHOOL_YEAR, 2024-2025",
        "SCHOOL_YEAR, ''",
        "MONTH, ٢٠٢٥-٠٩"
    })
    void is_written_in_one_way_only(PeriodKind kind, String text) {
        assertTrue(ReportingPeriod.parse(kind, text).isEmpty());
    }
}
