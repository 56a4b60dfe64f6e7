package org.inpractice.measurement.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {
    @Test
    void counts_two_against_two_by_hand() {
        // given all four values after are larger: 1 of 6 arrangements on each side
        MannWhitney ranks = MannWhitney.of(new double[] {1, 2}, new double[] {4, 8}, 0.95);
        // then
        assertEquals(4, ranks.statistic());
        assertEquals(2.0 / 6, ranks.probability(), 1e-12);
        assertEquals(4.5, ranks.difference(), 1e-12);
        assertEquals(2, ranks.interval().low());
        assertEquals(7, ranks.interval().high());
        assertEquals(2.0 / 3, ranks.achievedLevel(), 1e-12);
        assertTrue(ranks.exact());
    }

    @Test
    void corrects_for_ties_and_continuity_by_hand() {
        // given pairs 1 < 2, 1 < 3, 2 = 2 (a half), 2 < 3 and one tie of two: variance 4/12 · (5 − 6/12)
        MannWhitney ranks = MannWhitney.of(new double[] {1, 2}, new double[] {2, 3}, 0.95);
        assertEquals(3.5, ranks.statistic());
        assertFalse(ranks.exact());
        assertTrue(ranks.ties());
        assertEquals(Interval.normalProbability(1 / Math.sqrt(1.5)), ranks.probability(), 1e-12);
        assertEquals(1, ranks.difference());
    }

    @Test
    void tells_no_interval_when_all_values_are_the_same() {
        MannWhitney ranks = MannWhitney.of(new double[] {3, 3, 3}, new double[] {3, 3}, 0.95);
        assertEquals(0, ranks.difference());
        assertTrue(Double.isNaN(ranks.probability()));
        assertFalse(ranks.interval().isKnown());
    }

    @Test
    void takes_a_negative_zero_for_a_zero() {
        assertTrue(MannWhitney.of(new double[] {0.0, 1}, new double[] {-0.0, 2}, 0.95)
                .ties());
    }

    @Test
    void tells_nothing_of_an_empty_side() {
        MannWhitney ranks = MannWhitney.of(new double[] {Double.NaN}, new double[] {3, 3}, 0.95);
        assertTrue(Double.isNaN(ranks.difference()));
        assertFalse(ranks.interval().isKnown());
        assertEquals(0, ranks.before().size());
    }

    @Test
    void finds_the_ranked_differences_that_sorting_all_of_them_finds() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            double[] before = sorted(random, 1 + random.nextInt(12));
            double[] after = sorted(random, 1 + random.nextInt(12));
            double[] all = Arrays.stream(after)
                    .flatMap(value -> Arrays.stream(before).map(other -> value - other))
                    .sorted()
                    .toArray();
            Differences differences = new Differences(before, after);
            for (int rank = 1; rank <= all.length; rank++) {
                assertEquals(all[rank - 1], differences.ranked(rank), 0.0);
            }
            double median = (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
            assertEquals(median, differences.median(), 1e-12);
        }
    }

    @Test
    void agrees_with_commons_statistics_with_and_without_ties() {
        Random random = new Random(13);
        for (int round = 0; round < 200; round++) {
            int digits = random.nextBoolean() ? 1 : 1_000_000;
            double[] before = rounded(random, 2 + random.nextInt(30), digits);
            double[] after = rounded(random, 2 + random.nextInt(30), digits);
            MannWhitney ranks = MannWhitney.of(before, after, 0.95);
            var peer = MannWhitneyUTest.withDefaults()
                    .with(ranks.ties() ? PValueMethod.ASYMPTOTIC : PValueMethod.EXACT)
                    .test(after, before);
            assertEquals(peer.getStatistic(), ranks.statistic(), 1e-9);
            assertEquals(peer.getPValue(), ranks.probability(), 1e-9);
        }
    }

    @Test
    void has_an_exact_distribution_that_sums_to_one_and_is_symmetric() {
        for (int one : new int[] {1, 2, 7, 30, 150}) {
            for (int other : new int[] {1, 3, 40, 200}) {
                RankSumDistribution distribution = new RankSumDistribution(one, other);
                long all = (long) one * other;
                assertEquals(1, distribution.atMost(all), 1e-12);
                for (long u = 0; u < all; u += 1 + all / 50) {
                    assertEquals(1, distribution.atMost(u) + distribution.atMost(all - u - 1), 1e-9);
                }
            }
        }
    }

    @Test
    void goes_over_from_the_exact_to_the_normal_distribution_without_a_jump() {
        Random random = new Random(17);
        double[] before = random.doubles(400).toArray();
        double[] after = random.doubles(400).map(value -> value + 0.03).toArray();
        MannWhitney exact = MannWhitney.of(before, after, 0.95);
        assertTrue(exact.exact());
        double[] tied = Arrays.copyOf(after, 400);
        // the nearest value: a tie that hardly moves anything
        tied[0] = Arrays.stream(before)
                .boxed()
                .min(Comparator.comparingDouble(value -> Math.abs(value - after[0])))
                .orElseThrow();
        MannWhitney normal = MannWhitney.of(before, tied, 0.95);
        assertFalse(normal.exact());
        assertEquals(exact.probability(), normal.probability(), 0.01);
        assertEquals(exact.interval().low(), normal.interval().low(), 0.002);
    }

    @Test
    void answers_ten_thousand_values() {
        double[] before = new Random(19).doubles(5000).toArray();
        double[] after = new Random(23).doubles(5000).map(value -> value + 0.1).toArray();
        MannWhitney ranks = MannWhitney.of(before, after, 0.95);
        assertTrue(ranks.interval().contains(0.1));
    }

    @Test
    void compares_ranks_only_where_few_values_have_outliers_or_strong_skew() {
        double[] calm = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
        double[] wild = {10, 11, 12, 13, 14, 15, 16, 17, 18, 190};
        double[] skewed = {0, 0, 1, 1, 2, 2, 3, 4, 5, 12};
        assertFalse(choice(calm, calm));
        assertTrue(choice(calm, wild));
        assertTrue(choice(skewed, calm));
        assertFalse(choice(wild, new Random(1).doubles(30).toArray()));
        assertTrue(choice(new double[] {1}, calm));
    }

    private static boolean choice(double[] before, double[] after) {
        return MethodChoice.of(Sample.of(before), Sample.of(after)).ranks();
    }

    private static double[] rounded(Random random, int size, int digits) {
        return random.doubles(size, 0, 9)
                .map(value -> Math.rint(value * digits) / digits)
                .toArray();
    }

    private static double[] sorted(Random random, int size) {
        return random.doubles(size, -3, 3)
                .map(value -> random.nextInt(3) == 0 ? Math.rint(value) : value)
                .sorted()
                .toArray();
    }
}
