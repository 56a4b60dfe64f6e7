package org.inpractice.measurement.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

class WelchTest {
    @Test
    void computes_two_against_two_by_hand() {
        // given means 2 and 6, variances 2 and 8, so a standard error of √(1 + 4) and 25 / (1 + 16) degrees of freedom
        Welch welch = Welch.of(new double[] {1, 3}, new double[] {4, 8}, 0.95);
        // then
        assertEquals(4, welch.difference(), 1e-12);
        assertEquals(Math.sqrt(5), welch.standardError(), 1e-12);
        assertEquals(25.0 / 17, welch.degreesOfFreedom(), 1e-12);
        assertEquals(4 / Math.sqrt(5), welch.statistic(), 1e-12);
        assertTrue(welch.interval().contains(0));
    }

    @Test
    void tells_no_interval_of_constant_values_but_their_difference() {
        Welch welch = Welch.of(new double[] {5, 5, 5}, new double[] {7, 7}, 0.95);
        assertEquals(2, welch.difference());
        assertTrue(Double.isNaN(welch.statistic()));
        assertTrue(Double.isNaN(welch.probability()));
        assertFalse(welch.interval().isKnown());
    }

    @Test
    void takes_rounding_for_no_spread() {
        double third = 0.1 + 0.2;
        assertFalse(Welch.of(new double[] {third, 0.3, third}, new double[] {0.3, third}, 0.95)
                .interval()
                .isKnown());
    }

    @Test
    void needs_spread_on_one_side_only() {
        Welch welch = Welch.of(new double[] {5, 5, 5}, new double[] {7, 8, 9}, 0.95);
        assertEquals(2, welch.degreesOfFreedom(), 1e-12);
        assertTrue(welch.interval().isKnown());
    }

    @Test
    void tells_nothing_of_one_value_or_none() {
        assertFalse(
                Welch.of(new double[] {1}, new double[] {2, 3}, 0.95).interval().isKnown());
        assertTrue(Double.isNaN(
                Welch.of(new double[] {}, new double[] {2, 3}, 0.95).difference()));
        assertTrue(Double.isNaN(
                Welch.of(new double[] {Double.NaN}, new double[] {}, 0.95).difference()));
    }

    @Test
    void leaves_missing_values_out() {
        assertEquals(
                Welch.of(new double[] {1, 3}, new double[] {4, 8}, 0.95),
                Welch.of(new double[] {1, Double.NaN, 3}, new double[] {Double.NaN, 4, 8}, 0.95));
    }

    @Test
    void stands_large_numbers_with_a_small_spread() {
        Welch small = Welch.of(new double[] {1, 2, 3, 4}, new double[] {3, 5, 7, 9}, 0.95);
        Welch large = Welch.of(
                new double[] {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4},
                new double[] {1e9 + 3, 1e9 + 5, 1e9 + 7, 1e9 + 9},
                0.95);
        assertEquals(small.interval().low(), large.interval().low(), 1e-6);
        assertEquals(small.probability(), large.probability(), 1e-6);
        assertTrue(Welch.of(new double[] {1e150, 2e150}, new double[] {3e150, 5e150}, 0.95)
                .interval()
                .isKnown());
    }

    @Test
    void turns_round_when_before_and_after_are_exchanged() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            double[] one = random.doubles(2 + random.nextInt(20), -5, 5).toArray();
            double[] other = random.doubles(2 + random.nextInt(20), -1, 9).toArray();
            Welch there = Welch.of(one, other, 0.9);
            Welch back = Welch.of(other, one, 0.9);
            assertEquals(there.difference(), -back.difference(), 1e-12);
            assertEquals(there.interval().low(), -back.interval().high(), 1e-9);
            assertEquals(there.probability(), back.probability(), 1e-12);
        }
    }

    @Test
    void agrees_with_commons_statistics() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            double[] one = random.doubles(2 + random.nextInt(20), -5, 5).toArray();
            double[] other = random.doubles(2 + random.nextInt(20), -1, 9).toArray();
            Welch welch = Welch.of(one, other, 0.95);
            TTest.Result peer = TTest.withDefaults().test(other, one);
            assertEquals(peer.getStatistic(), welch.statistic(), 1e-9);
            assertEquals(peer.getPValue(), welch.probability(), 1e-9);
            assertEquals(peer.getDegreesOfFreedom(), welch.degreesOfFreedom(), 1e-9);
        }
    }
}
