package org.inpractice.measurement.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunsExpectedTest {

    @Test
    void the_longest_run_grows_with_the_logarithm() {
        // round(log2 n) + 3: 10 to 11: 6, 12 to 22: 7, 23 to 45: 8, 46 to 90: 9 (Anhøj and Olesen 2014)
        assertArrayEquals(
                new int[] {3, 6, 6, 7, 7, 8, 8, 9, 9, 10},
                IntStream.of(1, 10, 11, 12, 22, 23, 45, 46, 90, 91)
                        .map(RunsExpected::longestRunLimit)
                        .toArray());
    }

    @Test
    void the_crossings_limit_is_the_binomial_quantile() {
        // 10 useful points, 9 chances to cross: P(0 or 1) = 10/512 = 0.02, P(0 to 2) = 46/512 = 0.09, so 2
        assertEquals(2, RunsExpected.crossingsLimit(10));
        assertEquals(0, RunsExpected.crossingsLimit(1));
        assertEquals(0, RunsExpected.crossingsLimit(0));
        assertEquals(6, RunsExpected.crossingsLimit(19));
        assertEquals(41, RunsExpected.crossingsLimit(100));
    }

    @Test
    void the_crossings_limit_holds_for_series_so_long_that_a_single_probability_is_no_number() {
        // by whole numbers of any length: the smallest k with 20 Σ(n over 0…k) ≥ 2^n
        assertEquals(4917, RunsExpected.crossingsLimit(10_000));
        assertEquals(2442, RunsExpected.crossingsLimit(5_001));
    }

    @Test
    void the_runs_table_is_the_exact_distribution() {
        // 10 points, 5 on each side, 252 orders: 2 of 2 runs, 8 of 3 runs, so P(2) = 0.008 and P(2 or 3) = 0.040: 3;
        // by the same count from the other end P(at most 8) = 242/252 = 0.960 and P(at most 9) = 250/252 = 0.992: 9
        assertEquals(3, RunsExpected.fewestRuns(10));
        assertEquals(9, RunsExpected.mostRuns(10));
        // 11 points, 5 and 6, 462 orders: 2 of 2, 9 of 3, 40 of 4 runs: P(2 or 3) = 11/462 = 0.024, so 4;
        // the most is 11 runs in 1 order, 10 in 10, so P(at most 9) = 451/462 = 0.976: 9
        assertEquals(4, RunsExpected.fewestRuns(11));
        assertEquals(9, RunsExpected.mostRuns(11));
        assertEquals(24, RunsExpected.fewestRuns(60));
        assertEquals(38, RunsExpected.mostRuns(60));
    }

    @Test
    void the_runs_table_has_no_row_outside_10_to_60() {
        assertEquals(0, RunsExpected.fewestRuns(9));
        assertEquals(0, RunsExpected.mostRuns(61));
    }

    @Test
    void the_bias_of_a_standard_deviation_is_that_of_the_tables() {
        // Montgomery, appendix VI, four digits
        assertEquals(0.7979, Subgroups.c4(2), 5e-5);
        assertEquals(0.8862, Subgroups.c4(3), 5e-5);
        assertEquals(0.9400, Subgroups.c4(5), 5e-5);
        assertEquals(0.9727, Subgroups.c4(10), 5e-5);
        assertEquals(0.9896, Subgroups.c4(25), 5e-5);
        assertEquals(1, Subgroups.c4(100_000), 1e-5);
    }
}
