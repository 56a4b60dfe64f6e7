package org.inpractice.measurement.analysis;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.comparison.Coefficient;
import org.inpractice.measurement.comparison.Interval;
import org.inpractice.measurement.comparison.Sample;

/**
 * A comparison. The effect is always after minus before; a number that cannot be told is absent.
 *
 * @param method the one used
 * @param chosen why this one
 * @param effect what the estimate is an estimate of
 * @param statistic the test's, named
 * @param degreesOfFreedom of the statistic; absent where it has none
 * @param pValue two-sided
 * @param otherIntervals further ones that readers may know
 * @param regression all coefficients of a segmented regression
 * @param caveats what to bear in mind
 */
@Schema(name = "ComparisonAnswer")
public record ComparisonAnswer(
        ComparisonMethod method,
        String methodName,
        String chosen,
        @Schema(examples = "mean after minus mean before") String effect,
        Double estimate,
        Double standardError,
        IntervalView interval,
        StatisticView statistic,
        Double degreesOfFreedom,
        Double pValue,
        SideView before,
        SideView after,
        List<IntervalView> otherIntervals,
        OverdispersionView overdispersion,
        RegressionView regression,
        List<String> caveats) {

    /** A two-sided confidence interval. */
    @Schema(name = "ComparisonInterval")
    public record IntervalView(
            @Schema(examples = "Newcombe") String name, Double level, Double low, Double high) {
        /** Absent without limits. */
        static IntervalView of(String name, Interval interval) {
            return interval.isKnown()
                    ? new IntervalView(name, interval.level(), interval.low(), interval.high())
                    : null;
        }
    }

    /** A test's statistic. */
    @Schema(name = "ComparisonStatistic")
    public record StatisticView(@Schema(examples = "t") String name, Double value) {
        /** Absent when it cannot be told. */
        static StatisticView of(String name, double value) {
            return number(value) == null ? null : new StatisticView(name, value);
        }
    }

    /**
     * One side.
     *
     * @param n values, or people of proportions
     */
    @Schema(name = "ComparisonSide")
    public record SideView(
            Double n, Double mean, Double median, Double standardDeviation, Double numerator, Double proportion) {
        static SideView of(Sample sample) {
            return new SideView(
                    (double) sample.size(),
                    number(sample.mean()),
                    number(sample.median()),
                    number(sample.standardDeviation()),
                    null,
                    null);
        }
    }

    /**
     * How much more the periods spread than chance alone.
     *
     * @param estimated absent when it cannot be told
     * @param factor by which variances were multiplied, 1 or more
     */
    @Schema(name = "ComparisonOverdispersion")
    public record OverdispersionView(String method, Double estimated, double factor, int periods) {}

    /**
     * Both lines of a segmented regression.
     *
     * @param levelChange at the first point after
     * @param levelChangeAtLastBefore the same jump in the other common coding
     * @param fitted what the lines say at every point, at missing ones too
     */
    @Schema(name = "SegmentedRegression")
    public record RegressionView(
            int n,
            int degreesOfFreedom,
            CoefficientView intercept,
            CoefficientView slopeBefore,
            CoefficientView levelChange,
            CoefficientView slopeChange,
            CoefficientView levelChangeAtLastBefore,
            Double residualStandardDeviation,
            Double rSquared,
            Double durbinWatson,
            List<Double> fitted) {}

    /** A coefficient of a regression. */
    @Schema(name = "RegressionCoefficient")
    public record CoefficientView(
            Double estimate, Double standardError, Double t, Double pValue, IntervalView interval) {
        static CoefficientView of(Coefficient coefficient) {
            return new CoefficientView(
                    number(coefficient.estimate()),
                    number(coefficient.standardError()),
                    number(coefficient.statistic()),
                    number(coefficient.probability()),
                    IntervalView.of("t", coefficient.interval()));
        }
    }

    /** Absent instead of NaN or infinite. */
    static Double number(double number) {
        return Double.isFinite(number) ? (Double) number : null;
    }
}
