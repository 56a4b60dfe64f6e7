package org.inpractice.measurement.chart;

import java.math.BigInteger;

/** How long, how few and how many runs are by chance. */
final class RunsExpected {
    /** The runs table begins and ends here (Perla 2011, table 1, after Swed and Eisenhart 1943). */
    static final int TABLE_FROM = 10;

    static final int TABLE_TO = 60;

    /** The crossings limit is the 5% quantile (Chen 2010, equation 7; Anhøj and Olesen 2014). */
    private static final double CROSSINGS_QUANTILE = 0.05;

    /** 2.5% in each tail: one in forty. */
    private static final BigInteger TAIL = BigInteger.valueOf(40);

    private RunsExpected() {}

    /** A longer run is a signal: round(log2(n)) + 3, half to even (Schilling 2012; Anhøj and Olesen 2014). */
    static int longestRunLimit(int useful) {
        return (int) Math.rint(Math.log(useful) / Math.log(2)) + 3;
    }

    /** Fewer crossings are a signal: the smallest count whose binomial probability of it or fewer reaches 5%. */
    static int crossingsLimit(int useful) {
        int trials = Math.max(useful - 1, 0);
        // In logarithms, because a half to the power of some thousands is no double.
        double logProbability = -trials * Math.log(2);
        double cumulated = Math.exp(logProbability);
        int crossings = 0;
        while (cumulated < CROSSINGS_QUANTILE) {
            crossings++;
            logProbability += Math.log((trials - crossings + 1.0) / crossings);
            cumulated += Math.exp(logProbability);
        }
        return crossings;
    }

    /** Fewer runs than this are too few; 0 where the table has no row. */
    static int fewestRuns(int useful) {
        return quantile(useful, BigInteger.ONE);
    }

    /** More runs than this are too many; 0 where the table has no row. */
    static int mostRuns(int useful) {
        return quantile(useful, TAIL.subtract(BigInteger.ONE));
    }

    /**
     * The smallest number of runs whose probability of it or fewer reaches so many fortieths, by the exact distribution of
     * Wald and Wolfowitz (1940) for n1 = floor(n / 2) points on one side and n - n1 on the other. In whole numbers: no
     * rounding decides a row.
     */
    private static int quantile(int useful, BigInteger fortieths) {
        if (useful < TABLE_FROM || useful > TABLE_TO) {
            return 0;
        }
        int one = useful / 2;
        int other = useful - one;
        BigInteger wanted = ways(useful, one).multiply(fortieths);
        BigInteger cumulated = BigInteger.ZERO;
        int runs = 1;
        while (cumulated.multiply(TAIL).compareTo(wanted) < 0) {
            runs++;
            cumulated = cumulated.add(arrangements(runs, one, other));
        }
        return runs;
    }

    /** In how many orders of the two sides there are exactly so many runs. */
    private static BigInteger arrangements(int runs, int one, int other) {
        int half = runs / 2;
        if (runs % 2 == 0) {
            return ways(one - 1, half - 1).multiply(ways(other - 1, half - 1)).shiftLeft(1);
        }
        return ways(one - 1, half)
                .multiply(ways(other - 1, half - 1))
                .add(ways(one - 1, half - 1).multiply(ways(other - 1, half)));
    }

    /** n over k. */
    private static BigInteger ways(int from, int chosen) {
        if (chosen < 0 || chosen > from) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= chosen; i++) {
            ways = ways.multiply(BigInteger.valueOf(from - chosen + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
