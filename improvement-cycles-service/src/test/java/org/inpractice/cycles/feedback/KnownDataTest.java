package org.inpractice.cycles.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownDataTest {
    private static final UUID MEASURE = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");
    private static final LocalDate START = LocalDate.of(2025, 9, 22);

    private static DataPoint month(int year, int month, Double number, String use) {
        LocalDate start = LocalDate.of(year, month, 1);
        LocalDate end = start.plusMonths(1).minusDays(1);
        Instant arrived = end.plusDays(6).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new DataPoint(start, end, start.toString().substring(0, 7), use, number, 10L * month, arrived);
    }

    private static DataSeries series(List<DataPoint> points) {
        return new DataSeries(MEASURE, "outcome", "Absence", "percent", "decrease", "month", "1", points);
    }

    @Test
    void counts_what_was_told_before_and_since_and_how_late() {
        // given
        List<DataPoint> points = new ArrayList<>();
        points.add(month(2025, 7, 20.0, "reported"));
        points.add(month(2025, 8, 24.0, "reported"));
        points.add(month(2025, 9, 99.0, "reported"));
        points.add(month(2025, 10, 18.0, "reported"));
        points.add(month(2025, 11, null, "suppressed"));
        points.add(month(2025, 12, 16.0, "reported"));
        // when
        KnownData known = KnownData.of(series(points), START, LocalDate.of(2026, 2, 10));
        // then
        assertEquals(2, known.pointsBefore());
        assertEquals(2, known.pointsSince());
        assertEquals(4, known.expectedSince());
        assertEquals(1, known.suppressed());
        assertEquals(new BigDecimal("22"), known.medianBefore());
        assertEquals(new BigDecimal("17"), known.medianSince());
        assertEquals(new BigDecimal("-5"), known.change());
        assertEquals("2025-12", known.lastPeriod());
        assertEquals(41, known.daysBehind());
        assertEquals(6, known.daysToArrive());
        assertEquals(120, known.toSequence());
    }

    @Test
    void says_nothing_of_what_was_not_told() {
        KnownData known =
                KnownData.of(new DataSeries(MEASURE, "outcome", null, null, null, null, null, List.of()), START, START);
        assertEquals(0, known.pointsSince());
        assertNull(known.change());
        assertNull(known.daysBehind());
        assertNull(known.lastPeriod());
    }

    @ParameterizedTest
    @CsvSource({
        "month, 2025-09-22, 2025-12-01, 2",
        "month, 2025-09-01, 2025-12-01, 3",
        "week, 2025-09-22, 2025-10-06, 2",
        "week, 2025-09-23, 2025-10-06, 1",
        "day, 2025-09-22, 2025-09-29, 5",
        "day, 2025-09-27, 2025-09-30, 1",
        "term, 2025-07-01, 2026-01-01, 2",
        "school_year, 2025-07-02, 2027-07-01, 1",
        "month, 2025-09-22, 2025-09-01, 0",
    })
    void counts_periods_that_began_since_the_start_and_are_over(String kind, String from, String before, int count) {
        assertEquals(count, Periods.over(kind, LocalDate.parse(from), LocalDate.parse(before)));
    }
}
