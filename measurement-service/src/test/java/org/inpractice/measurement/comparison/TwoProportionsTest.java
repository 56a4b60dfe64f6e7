package org.inpractice.measurement.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwoProportionsTest {
    /** Newcombe 1998, table II, method 10. */
    @Test
    void agrees_with_the_intervals_that_newcombe_published() {
        assertInterval(48, 80, 56, 70, 0.0524, 0.3339);
        assertInterval(3, 10, 9, 10, 0.1705, 0.8090);
        assertInterval(2, 7, 6, 7, 0.0582, 0.8062);
        assertInterval(0, 29, 5, 56, -0.0381, 0.1926);
        assertInterval(0, 20, 0, 10, -0.1611, 0.2775);
        assertInterval(0, 20, 10, 10, 0.6791, 1);
        assertInterval(0, 10, 10, 10, 0.6075, 1);
    }

    @Test
    void has_no_chi_squared_when_nobody_or_everybody_has_it() {
        TwoProportions nobody = TwoProportions.of(new Proportion(0, 30), new Proportion(0, 40), 0.95);
        assertTrue(Double.isNaN(nobody.chiSquared()));
        assertTrue(Double.isNaN(nobody.probability()));
        assertEquals(0, nobody.difference());
        assertTrue(nobody.interval().isKnown());
        assertTrue(Double.isNaN(TwoProportions.of(new Proportion(30, 30), new Proportion(40, 40), 0.95)
                .chiSquared()));
        assertEquals(
                70,
                TwoProportions.of(new Proportion(0, 30), new Proportion(40, 40), 0.95)
                        .chiSquared(),
                1e-9);
    }

    @Test
    void tells_nothing_of_a_side_without_anybody() {
        TwoProportions two = TwoProportions.of(new Proportion(0, 0), new Proportion(4, 40), 0.95);
        assertTrue(Double.isNaN(two.difference()));
        assertFalse(two.interval().isKnown());
        assertFalse(
                TwoProportions.ofPeriods(List.of(), List.of(), 0.95).interval().isKnown());
    }

    @Test
    void refuses_what_is_no_proportion() {
        assertThrows(IllegalArgumentException.class, () -> new Proportion(5, 4));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(-1, 4));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(Double.NaN, 4));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(1, Double.POSITIVE_INFINITY));
    }

    @Test
    void stays_between_minus_one_and_one_and_around_the_difference() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            Proportion before = proportion(random);
            Proportion after = proportion(random);
            TwoProportions two = TwoProportions.of(before, after, 0.95);
            TwoProportions back = TwoProportions.of(after, before, 0.95);
            assertTrue(two.interval().low() >= -1 - 1e-12 && two.interval().high() <= 1 + 1e-12);
            assertTrue(two.interval().contains(two.difference()));
            assertEquals(two.interval().low(), -back.interval().high(), 1e-12);
            assertTrue(Double.isNaN(two.probability()) || (two.probability() >= 0 && two.probability() <= 1));
        }
    }

    @Test
    void widens_the_interval_when_periods_spread_more_than_chance() {
        // given a tenth and three tenths in turn, of a hundred each: 20 times (0.1)² · 100 / (0.2 · 0.8) by 18
        List<Proportion> turns =
                Collections.nCopies(5, List.of(new Proportion(10, 100), new Proportion(30, 100))).stream()
                        .flatMap(List::stream)
                        .toList();
        // when
        TwoProportions two = TwoProportions.ofPeriods(turns, turns, 0.95);
        // then
        assertEquals(20 * 6.25 / 18, two.overdispersion().factor(), 1e-9);
        assertEquals(20, two.overdispersion().periods());
        TwoProportions binomial = TwoProportions.of(new Proportion(200, 1000), new Proportion(200, 1000), 0.95);
        assertEquals(
                binomial.wald().high() * Math.sqrt(two.overdispersion().factor()),
                two.wald().high(),
                1e-9);
        assertTrue(two.interval().high() > 2 * binomial.interval().high());
    }

    @Test
    void never_narrows_it_and_widens_nothing_on_few_periods() {
        List<Proportion> same = Collections.nCopies(6, new Proportion(20, 100));
        TwoProportions two = TwoProportions.ofPeriods(same, same, 0.95);
        assertEquals(0, two.overdispersion().estimated());
        assertEquals(1, two.overdispersion().factor());
        assertEquals(
                TwoProportions.of(new Proportion(120, 600), new Proportion(120, 600), 0.95)
                        .interval(),
                two.interval());
        List<Proportion> few = List.of(new Proportion(0, 100), new Proportion(90, 100));
        assertFalse(TwoProportions.ofPeriods(few, few, 0.95).overdispersion().widens());
        List<Proportion> none = Collections.nCopies(8, new Proportion(0, 100));
        assertFalse(Overdispersion.of(none, none).widens());
    }

    private static Proportion proportion(Random random) {
        int denominator = 1 + random.nextInt(60);
        return new Proportion(random.nextInt(denominator + 1), denominator);
    }

    private static void assertInterval(int xBefore, int nBefore, int xAfter, int nAfter, double low, double high) {
        Interval interval = TwoProportions.of(new Proportion(xBefore, nBefore), new Proportion(xAfter, nAfter), 0.95)
                .interval();
        assertEquals(low, interval.low(), 0.00006);
        assertEquals(high, interval.high(), 0.00006);
    }
}
