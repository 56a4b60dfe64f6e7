package org.inpractice.learning.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.trend.Trends.CountedFailure;
import org.inpractice.learning.trend.Trends.DaysTrend;
import org.inpractice.learning.trend.Trends.FactorTrend;
import org.inpractice.learning.trend.Trends.NamedFactor;
import org.inpractice.learning.trend.Trends.RatioTrend;
import org.junit.jupiter.api.Test;

/** Counts, ratios and medians: no database. */
class TrendsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

    @Test
    void names_periods_in_the_order_of_time() {
        assertEquals("2025-11", TrendPeriod.MONTH.of(DAY));
        assertEquals("2025-Q4", TrendPeriod.QUARTER.of(DAY));
        assertEquals("2025-26", TrendPeriod.SCHOOL_YEAR.of(DAY));
        assertEquals("2024-25", TrendPeriod.SCHOOL_YEAR.of(LocalDate.of(2025, 6, 30)));
        assertEquals("2025-26", TrendPeriod.SCHOOL_YEAR.of(LocalDate.of(2025, 7, 1)));
        assertEquals("1999-00", TrendPeriod.SCHOOL_YEAR.of(LocalDate.of(1999, 8, 1)));
    }

    @Test
    void counts_a_factor_once_a_failure_and_says_which_recur() {
        // given
        List<CountedFailure> failures = List.of(failure(1, false, 2, 0, null), failure(2, false, 40, 0, null));
        List<NamedFactor> named = List.of(
                factor(1, "code:staffing", "staffing", null),
                factor(1, "words:1", null, "By hand"),
                factor(1, "words:1", null, "by hand"),
                factor(2, "words:1", null, "by hand"));
        // when
        FactorTrend trend = Trends.factors(failures, named, TrendPeriod.MONTH);
        // then
        assertEquals(2, trend.reviewed());
        assertEquals(
                List.of("2025-11", "2025-12"),
                trend.periods().stream().map(Trends.FactorsOfPeriod::period).toList());
        assertEquals(1, trend.recurring().size());
        assertEquals(2, trend.recurring().getFirst().failures());
        assertEquals("By hand", trend.recurring().getFirst().words());
        assertEquals(0, BigDecimal.ONE.compareTo(trend.recurring().getFirst().share()));
        assertEquals(2, trend.periods().getFirst().factors().size());
    }

    @Test
    void a_ratio_comes_with_its_counts_and_a_caution_of_few() {
        // given
        List<CountedFailure> failures = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            failures.add(failure(i, i < 6, 2, 0, null));
        }
        // then
        RatioTrend nine = Trends.ratio(failures, TrendPeriod.MONTH);
        assertEquals(6, nine.all().nearFailures());
        assertEquals(3, nine.all().failures());
        assertEquals(0, BigDecimal.TWO.compareTo(nine.all().nearFailuresPerFailure()));
        assertNotNull(nine.all().caution());
        // when
        failures.add(failure(10, true, 2, 0, null));
        // then
        assertNull(Trends.ratio(failures, TrendPeriod.MONTH).all().caution());
        assertNull(Trends.ratio(failures.subList(0, 3), TrendPeriod.MONTH).all().nearFailuresPerFailure());
        assertNull(Trends.ratio(List.of(), TrendPeriod.MONTH).all().nearFailuresPerFailure());
    }

    @Test
    void days_are_medians_of_what_is_there_and_count_what_is_open() {
        // given
        List<CountedFailure> failures = List.of(
                failure(1, false, 2, 1, 10),
                failure(2, false, 5, 2, 20),
                failure(3, false, 9, 1, null),
                failure(4, false, 12, 0, null),
                failure(5, false, null, 0, null));
        // when
        DaysTrend trend = Trends.days(failures, TrendPeriod.MONTH);
        // then
        assertEquals(new Median(7.0, 4, 1), trend.all().eventToReview());
        assertEquals(new Median(11.5, 2, 1), trend.all().reviewToClosed());
        assertEquals(new Median(15.0, 2, 2), trend.all().eventToClosed());
        assertEquals(
                new Median(null, 0, 0),
                Trends.days(List.of(), TrendPeriod.MONTH).all().eventToReview());
    }

    private static CountedFailure failure(int id, boolean near, Integer review, int actions, Integer closed) {
        return new CountedFailure(
                new UUID(1, id),
                near,
                DAY,
                review == null ? null : DAY.plusDays(review),
                actions,
                closed == null ? null : DAY.plusDays(closed));
    }

    private static NamedFactor factor(int failure, String key, String code, String words) {
        return new NamedFactor(new UUID(1, failure), key, code, words, DAY);
    }
}
