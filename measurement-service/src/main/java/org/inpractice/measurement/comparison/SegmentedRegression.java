package org.inpractice.measurement.comparison;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * A line before a change and another one after it, by ordinary least squares (Wagner AK, Soumerai SB, Zhang F, Ross-Degnan D.
 * Segmented regression analysis of interrupted time series studies in medication use research. Journal of Clinical Pharmacy
 * and Therapeutics 2002;27:299-309): y = b0 + b1·t + b2·D + b3·(t − (k + 1))·D, with t = 1 … n and D = 1 after point k.
 *
 * @param points how many are not missing
 * @param degreesOfFreedom points minus the four coefficients
 * @param intercept b0, the line before at t = 0
 * @param slopeBefore b1, per period
 * @param levelChange b2: the jump at the first point after
 * @param slopeChange b3: slope after minus slope before
 * @param levelChangeAtLastBefore the jump at the last point before, as the other common coding has it: b2 − b3
 * @param residualDeviation NaN when no degree of freedom is left
 * @param explained the share of the variance that the lines explain, R²; NaN of constant values
 * @param durbinWatson 2 without autocorrelation of neighbouring residuals, towards 0 with it (Durbin J, Watson GS.
 *     Biometrika 1950;37:409-428); missing points are passed over; NaN when the lines fit perfectly
 * @param fitted what the lines say at every t, at missing points too
 */
public record SegmentedRegression(
        int points,
        int degreesOfFreedom,
        Coefficient intercept,
        Coefficient slopeBefore,
        Coefficient levelChange,
        Coefficient slopeChange,
        Coefficient levelChangeAtLastBefore,
        double residualDeviation,
        double explained,
        double durbinWatson,
        List<Double> fitted) {
    /** A line takes two points. */
    public static final int FEWEST_POINTS_A_SIDE = 2;

    /** What everybody who reads the numbers must know. */
    public static final String CAVEAT =
            "Segmented regression assumes straight lines, and points that are independent of each other. Points that follow"
                    + " each other in time seldom are (autocorrelation): intervals are then too narrow and p values too"
                    + " small. It cannot tell the change from anything else that happened at the same time.";

    private static final int COEFFICIENTS = 4;

    /** A residual sum of squares this small beside the values' own is rounding: the lines fit perfectly. */
    private static final double ROUNDING = 1e-24;

    /**
     * Fits.
     *
     * @param values in the order of time; NaN is a missing one
     * @param changeAfter how many of them, missing ones counted in, lie before the change
     * @return null with fewer than two points that are not missing on a side
     */
    public static SegmentedRegression of(double[] values, int changeAfter, double level) {
        List<Integer> times = new ArrayList<>();
        int before = 0;
        for (int t = 1; t <= values.length; t++) {
            if (!Double.isNaN(values[t - 1])) {
                times.add(t);
                before += t <= changeAfter ? 1 : 0;
            }
        }
        if (before < FEWEST_POINTS_A_SIDE || times.size() - before < FEWEST_POINTS_A_SIDE) {
            return null;
        }
        return fit(values, times, changeAfter, level);
    }

    private static SegmentedRegression fit(double[] values, List<Integer> times, int changeAfter, double level) {
        double[] y = times.stream().mapToDouble(t -> values[t - 1]).toArray();
        double[][] x = times.stream().map(t -> predictors(t, changeAfter)).toArray(double[][]::new);
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(y, x);
        double[] b = regression.estimateRegressionParameters();
        double[][] spread = regression.estimateRegressionParametersVariance();
        double[] residuals = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            residuals[i] = y[i] - predict(b, times.get(i), changeAfter);
        }
        int freedom = y.length - COEFFICIENTS;
        double unexplained = unexplained(residuals, y);
        double variance = freedom > 0 ? unexplained / freedom : Double.NaN;
        double jumpBefore = spread[2][2] + spread[3][3] - 2 * spread[2][3];
        double total = squaresAround(y, Sample.of(y).mean());
        List<Double> fitted = new ArrayList<>();
        for (int t = 1; t <= values.length; t++) {
            fitted.add(predict(b, t, changeAfter));
        }
        return new SegmentedRegression(
                y.length,
                freedom,
                Coefficient.of(b[0], variance * spread[0][0], freedom, level),
                Coefficient.of(b[1], variance * spread[1][1], freedom, level),
                Coefficient.of(b[2], variance * spread[2][2], freedom, level),
                Coefficient.of(b[3], variance * spread[3][3], freedom, level),
                Coefficient.of(b[2] - b[3], variance * jumpBefore, freedom, level),
                Math.sqrt(variance),
                total > 0 ? 1 - unexplained / total : Double.NaN,
                durbinWatson(residuals, unexplained),
                List.copyOf(fitted));
    }

    /**
     * Whether neighbouring residuals are further from independent than chance would have them in 19 of 20 series: their
     * correlation, about 1 − Durbin-Watson / 2, lies beyond 1.96 / √n (Bartlett's limits; Box, Jenkins and Reinsel, Time
     * Series Analysis).
     */
    public boolean looksAutocorrelated() {
        return Math.abs(1 - durbinWatson / 2) > Interval.normalReach(Interval.USUAL_LEVEL) / Math.sqrt(points);
    }

    private static double[] predictors(int t, int changeAfter) {
        return t > changeAfter ? new double[] {t, 1, t - (changeAfter + 1)} : new double[] {t, 0, 0};
    }

    private static double predict(double[] b, int t, int changeAfter) {
        double[] x = predictors(t, changeAfter);
        return b[0] + b[1] * x[0] + b[2] * x[1] + b[3] * x[2];
    }

    private static double unexplained(double[] residuals, double[] y) {
        double squares = squaresAround(residuals, 0);
        return squares <= ROUNDING * squaresAround(y, 0) ? 0 : squares;
    }

    private static double squaresAround(double[] values, double middle) {
        double squares = 0;
        for (double value : values) {
            squares += (value - middle) * (value - middle);
        }
        return squares;
    }

    private static double durbinWatson(double[] residuals, double squares) {
        if (squares == 0) {
            return Double.NaN;
        }
        double steps = 0;
        for (int i = 1; i < residuals.length; i++) {
            steps += (residuals[i] - residuals[i - 1]) * (residuals[i] - residuals[i - 1]);
        }
        return steps / squares;
    }
}
