package org.inpractice.measurement.feedback;

import static org.inpractice.measurement.feedback.MeasureVerdict.rounded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.inpractice.measurement.comparison.Coefficient;
import org.inpractice.measurement.comparison.Interval;
import org.inpractice.measurement.comparison.MannWhitney;
import org.inpractice.measurement.comparison.MethodChoice;
import org.inpractice.measurement.comparison.Proportion;
import org.inpractice.measurement.comparison.Sample;
import org.inpractice.measurement.comparison.SegmentedRegression;
import org.inpractice.measurement.comparison.TwoProportions;
import org.inpractice.measurement.comparison.Welch;
import org.inpractice.measurement.feedback.MeasureNumbers.Effect;
import org.inpractice.measurement.feedback.MeasureNumbers.EffectInterval;
import org.inpractice.measurement.feedback.MeasureNumbers.LineNumber;
import org.inpractice.measurement.feedback.MeasureNumbers.Lines;
import org.inpractice.measurement.measure.BetterDirection;
import org.inpractice.measurement.measure.ValueType;
import org.inpractice.measurement.observation.ReportingPeriod;

/** By how much a measure changed, and how sure that is. Pure. */
final class MeasureEffect {
    private static final String DEPENDENT =
            "The interval takes periods for independent of each other. When the same people are counted again each period it"
                    + " is narrower than it should be.";

    private final MeasuredSeries series;
    private final SplitSeries split;

    MeasureEffect(MeasuredSeries series, SplitSeries split) {
        this.series = series;
        this.split = split;
    }

    /** Null with fewer than two points on a side. */
    Effect effect() {
        if (Math.min(split.before().size(), split.since().size()) < Welch.FEWEST_VALUES) {
            return null;
        }
        if (series.definition().valueType() == ValueType.RATE) {
            return proportions();
        }
        double[] before = SplitSeries.values(split.before());
        double[] since = SplitSeries.values(split.since());
        MethodChoice choice = MethodChoice.of(Sample.of(before), Sample.of(since));
        return choice.ranks()
                ? ranks(MannWhitney.of(before, since, Interval.USUAL_LEVEL), choice.why())
                : means(Welch.of(before, since, Interval.USUAL_LEVEL), choice.why());
    }

    private Effect proportions() {
        TwoProportions two =
                TwoProportions.ofPeriods(parts(split.before()), parts(split.since()), Interval.USUAL_LEVEL);
        double scale = series.scale();
        List<String> caveats = new ArrayList<>(List.of(DEPENDENT));
        if (two.overdispersion().widens()) {
            caveats.add("Periods spread more than chance alone would have them; the interval is widened for it"
                    + " (Spiegelhalter 2005).");
        }
        return new Effect(
                rounded(two.difference() * scale),
                series.unitOfChange(),
                interval(two.interval(), scale),
                better(two.difference()),
                "two_proportions",
                "A rate is compared as two proportions, with Newcombe's score interval.",
                "chi-squared",
                rounded(two.chiSquared()),
                Double.isNaN(two.chiSquared()) ? null : rounded(1),
                rounded(two.probability()),
                rounded(two.overdispersion().factor()),
                caveats);
    }

    private Effect means(Welch welch, String why) {
        return new Effect(
                rounded(welch.difference()),
                series.unitOfChange(),
                interval(welch.interval(), 1),
                better(welch.difference()),
                "welch",
                why,
                "t",
                rounded(welch.statistic()),
                rounded(welch.degreesOfFreedom()),
                rounded(welch.probability()),
                null,
                welch.interval().isKnown()
                        ? List.of(DEPENDENT)
                        : List.of("The values do not vary, so nothing tells how sure the change is."));
    }

    private Effect ranks(MannWhitney ranks, String why) {
        return new Effect(
                rounded(ranks.difference()),
                series.unitOfChange(),
                interval(ranks.interval(), 1),
                better(ranks.difference()),
                "mann_whitney",
                why + " The estimate is Hodges and Lehmann's.",
                "W",
                rounded(ranks.statistic()),
                null,
                rounded(ranks.probability()),
                null,
                ranks.interval().isKnown() ? List.of(DEPENDENT) : List.of("All values are the same."));
    }

    /** Null with fewer than eight points on a side. */
    Lines lines() {
        if (Math.min(split.before().size(), split.since().size()) < RuleSet.MINIMUM_FOR_LINES) {
            return null;
        }
        List<Observed> used = split.used();
        List<Double> values = new ArrayList<>();
        int changeAfter = 0;
        for (int i = 0; i < used.size(); i++) {
            // A period without a number is a missing one, not one that did not pass.
            int gap = i == 0 ? 0 : periodsBetween(used.get(i - 1), used.get(i));
            values.addAll(Collections.nCopies(gap, Double.NaN));
            changeAfter = i == split.before().size() ? values.size() : changeAfter;
            values.add(used.get(i).value());
        }
        SegmentedRegression lines = SegmentedRegression.of(
                values.stream().mapToDouble(Double::doubleValue).toArray(), changeAfter, Interval.USUAL_LEVEL);
        List<String> caveats = new ArrayList<>(List.of(SegmentedRegression.CAVEAT));
        if (lines.looksAutocorrelated()) {
            caveats.add("Durbin-Watson shows that neighbouring points are not independent here.");
        }
        return new Lines(
                lines.points(),
                number(lines.slopeBefore()),
                number(lines.levelChange()),
                number(lines.slopeChange()),
                rounded(lines.durbinWatson()),
                caveats);
    }

    private int periodsBetween(Observed one, Observed next) {
        int between = 0;
        ReportingPeriod period =
                ReportingPeriod.starting(series.definition().period(), one.end().plusDays(1));
        while (period.start().isBefore(next.start())) {
            between++;
            period = ReportingPeriod.starting(
                    series.definition().period(), period.end().plusDays(1));
        }
        return between;
    }

    private Boolean better(double difference) {
        if (difference == 0 || Double.isNaN(difference)) {
            return null;
        }
        return (difference > 0) == (series.direction() == BetterDirection.INCREASE);
    }

    private static LineNumber number(Coefficient coefficient) {
        return new LineNumber(
                rounded(coefficient.estimate()),
                rounded(coefficient.standardError()),
                rounded(coefficient.statistic()),
                rounded(coefficient.probability()),
                interval(coefficient.interval(), 1));
    }

    private static EffectInterval interval(Interval interval, double scale) {
        return interval.isKnown()
                ? new EffectInterval(
                        rounded(interval.level()), rounded(interval.low() * scale), rounded(interval.high() * scale))
                : null;
    }

    private static List<Proportion> parts(List<Observed> points) {
        return points.stream().map(Observed::proportion).toList();
    }
}
