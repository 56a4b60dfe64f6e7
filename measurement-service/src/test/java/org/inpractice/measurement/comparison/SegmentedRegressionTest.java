package org.inpractice.measurement.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentedRegressionTest {
    @Test
    void finds_a_jump_and_a_bend_in_lines_without_noise() {
        // given 10, 11, 12, 13 and then 20, 18, 16, 14: the old line would have been at 14
        SegmentedRegression lines = SegmentedRegression.of(new double[] {10, 11, 12, 13, 20, 18, 16, 14}, 4, 0.95);
        // then
        assertEquals(9, lines.intercept().estimate(), 1e-9);
        assertEquals(1, lines.slopeBefore().estimate(), 1e-9);
        assertEquals(6, lines.levelChange().estimate(), 1e-9);
        assertEquals(-3, lines.slopeChange().estimate(), 1e-9);
        assertEquals(9, lines.levelChangeAtLastBefore().estimate(), 1e-9);
        assertEquals(0, lines.residualDeviation());
        assertEquals(1, lines.explained());
        assertTrue(Double.isNaN(lines.levelChange().statistic()));
        assertTrue(Double.isNaN(lines.durbinWatson()));
    }

    @Test
    void keeps_the_time_of_missing_points_and_says_what_the_line_is_there() {
        double gap = Double.NaN;
        SegmentedRegression lines = SegmentedRegression.of(new double[] {10, gap, 12, 13, gap, 18, 16, 14}, 4, 0.95);
        assertEquals(6, lines.points());
        assertEquals(6, lines.levelChange().estimate(), 1e-9);
        assertEquals(20, lines.fitted().get(4), 1e-9);
        assertEquals(11, lines.fitted().get(1), 1e-9);
    }

    @Test
    void needs_two_points_a_side_and_five_for_an_error() {
        assertNull(SegmentedRegression.of(new double[] {}, 0, 0.95));
        assertNull(SegmentedRegression.of(new double[] {1, 2, 3, 4}, 1, 0.95));
        assertNull(SegmentedRegression.of(new double[] {1, 2, 3, 4}, 4, 0.95));
        assertNull(SegmentedRegression.of(new double[] {1, Double.NaN, 3, 4}, 2, 0.95));
        SegmentedRegression four = SegmentedRegression.of(new double[] {1, 2, 5, 4}, 2, 0.95);
        assertEquals(2, four.levelChange().estimate(), 1e-9);
        assertTrue(Double.isNaN(four.levelChange().standardError()));
        assertFalse(four.levelChange().interval().isKnown());
    }

    @Test
    void finds_nothing_in_equal_values() {
        SegmentedRegression lines = SegmentedRegression.of(new double[] {7, 7, 7, 7, 7, 7, 7, 7}, 4, 0.95);
        assertEquals(0, lines.levelChange().estimate(), 1e-9);
        assertTrue(Double.isNaN(lines.explained()));
        assertTrue(Double.isNaN(lines.slopeChange().probability()));
        assertFalse(lines.looksAutocorrelated());
    }

    @Test
    void is_the_same_as_one_line_on_each_side() {
        Random random = new Random(29);
        for (int round = 0; round < 100; round++) {
            int before = 2 + random.nextInt(15);
            int after = 2 + random.nextInt(15);
            double[] values = random.doubles(before + after, 0, 100).toArray();
            SegmentedRegression lines = SegmentedRegression.of(values, before, 0.95);
            double[] first = line(values, 0, before);
            double[] second = line(values, before, before + after);
            assertEquals(first[1], lines.slopeBefore().estimate(), 1e-7);
            assertEquals(second[1] - first[1], lines.slopeChange().estimate(), 1e-7);
            double here = before + 1;
            assertEquals(
                    second[0] + second[1] * here - first[0] - first[1] * here,
                    lines.levelChange().estimate(),
                    1e-6);
        }
    }

    @Test
    void warns_of_neighbours_that_resemble_each_other() {
        double[] waves = new double[40];
        double[] noise = new Random(31).doubles(40).toArray();
        for (int i = 0; i < waves.length; i++) {
            waves[i] = Math.sin(i / 2.5);
        }
        SegmentedRegression waving = SegmentedRegression.of(waves, 20, 0.95);
        assertTrue(waving.durbinWatson() < 1);
        assertTrue(waving.looksAutocorrelated());
        assertFalse(SegmentedRegression.of(noise, 20, 0.95).looksAutocorrelated());
    }

    @Test
    void computes_durbin_watson_by_hand() {
        // given residuals 1/3, −2/3, 1/3 around each of two level lines: steps 1, 1, 0, 1, 1 and squares 4/3
        SegmentedRegression lines = SegmentedRegression.of(new double[] {1, 0, 1, 1, 0, 1}, 3, 0.95);
        assertEquals(4 / (4.0 / 3), lines.durbinWatson(), 1e-9);
        assertEquals(2, lines.degreesOfFreedom());
    }

    /** Intercept and slope of values from one index to before another, at t = index + 1. */
    private static double[] line(double[] values, int from, int to) {
        double meanT = 0;
        double meanY = 0;
        for (int i = from; i < to; i++) {
            meanT += (i + 1.0) / (to - from);
            meanY += values[i] / (to - from);
        }
        double crossed = 0;
        double squared = 0;
        for (int i = from; i < to; i++) {
            crossed += (i + 1 - meanT) * (values[i] - meanY);
            squared += (i + 1 - meanT) * (i + 1 - meanT);
        }
        return new double[] {meanY - crossed / squared * meanT, crossed / squared};
    }
}
