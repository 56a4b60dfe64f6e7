package org.inpractice.measurement.analysis;

import static org.inpractice.measurement.analysis.ComparisonAnswer.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.inpractice.measurement.analysis.ComparisonAnswer.CoefficientView;
import org.inpractice.measurement.analysis.ComparisonAnswer.IntervalView;
import org.inpractice.measurement.analysis.ComparisonAnswer.OverdispersionView;
import org.inpractice.measurement.analysis.ComparisonAnswer.RegressionView;
import org.inpractice.measurement.analysis.ComparisonAnswer.SideView;
import org.inpractice.measurement.analysis.ComparisonAnswer.StatisticView;
import org.inpractice.measurement.comparison.MannWhitney;
import org.inpractice.measurement.comparison.Overdispersion;
import org.inpractice.measurement.comparison.Proportion;
import org.inpractice.measurement.comparison.SegmentedRegression;
import org.inpractice.measurement.comparison.TwoProportions;
import org.inpractice.measurement.comparison.Welch;

/** Puts a comparison's numbers into its answer, with what must be borne in mind. */
final class ComparisonAnalysis {
    private ComparisonAnalysis() {}

    static ComparisonAnswer welch(Welch welch, String chosen) {
        List<String> caveats = new ArrayList<>();
        if (!welch.interval().isKnown()) {
            caveats.add("The values do not vary, so nothing tells how sure the difference is.");
        }
        return new ComparisonAnswer(
                ComparisonMethod.WELCH,
                ComparisonMethod.WELCH.title(),
                chosen,
                "mean after minus mean before",
                number(welch.difference()),
                number(welch.standardError()),
                IntervalView.of("Welch", welch.interval()),
                StatisticView.of("t", welch.statistic()),
                number(welch.degreesOfFreedom()),
                number(welch.probability()),
                SideView.of(welch.before()),
                SideView.of(welch.after()),
                List.of(),
                null,
                null,
                caveats);
    }

    static ComparisonAnswer mannWhitney(MannWhitney ranks, String chosen) {
        List<String> caveats = new ArrayList<>();
        if (!ranks.interval().isKnown()) {
            caveats.add("All values are the same, so nothing tells how sure the difference is.");
        } else if (!ranks.exact()) {
            caveats.add(
                    ranks.ties()
                            ? "There are ties: the p value is a normal approximation corrected for ties and continuity, the"
                                    + " interval an approximate one without correction for ties."
                            : "There are many values: p value and interval are normal approximations.");
        } else if (ranks.achievedLevel() < ranks.interval().level()) {
            caveats.add(
                    ("There are too few values for an interval of the level asked for; this one, from the smallest to"
                                    + " the largest difference, has %.1f %%.")
                            .formatted(100 * ranks.achievedLevel()));
        }
        return new ComparisonAnswer(
                ComparisonMethod.MANN_WHITNEY,
                ComparisonMethod.MANN_WHITNEY.title(),
                chosen,
                "median of all differences of a value after and a value before",
                number(ranks.difference()),
                null,
                IntervalView.of(ranks.exact() ? "exact" : "normal approximation", ranks.interval()),
                StatisticView.of("W", ranks.statistic()),
                null,
                number(ranks.probability()),
                SideView.of(ranks.before()),
                SideView.of(ranks.after()),
                List.of(),
                null,
                null,
                caveats);
    }

    static ComparisonAnswer twoProportions(TwoProportions two, String chosen) {
        List<String> caveats = new ArrayList<>();
        Overdispersion spread = two.overdispersion();
        if (spread.widens()) {
            caveats.add(("The periods spread %.2f times as much as chance alone would have them, so all variances are"
                            + " multiplied by that (Spiegelhalter 2005).")
                    .formatted(spread.factor()));
        } else if (Double.isNaN(spread.estimated())) {
            caveats.add(
                    "There are fewer than %d periods, or none of them varies: whether they spread more than chance would have them is not known, and the interval may be too narrow."
                            .formatted(Overdispersion.FEWEST_PERIODS));
        }
        if (Double.isNaN(two.chiSquared())) {
            caveats.add("Both proportions are 0 or both are 1, so there is no chi-squared.");
        }
        return new ComparisonAnswer(
                ComparisonMethod.TWO_PROPORTIONS,
                ComparisonMethod.TWO_PROPORTIONS.title(),
                chosen,
                "proportion after minus proportion before",
                number(two.difference()),
                null,
                IntervalView.of("Newcombe", two.interval()),
                StatisticView.of("chi-squared", two.chiSquared()),
                Double.isNaN(two.chiSquared()) ? null : 1.0,
                number(two.probability()),
                side(two.before()),
                side(two.after()),
                Stream.of(IntervalView.of("Wald", two.wald()))
                        .filter(Objects::nonNull)
                        .toList(),
                new OverdispersionView(
                        "Pearson chi-squared of the periods by its degrees of freedom (Spiegelhalter 2005)",
                        number(spread.estimated()),
                        spread.factor(),
                        spread.periods()),
                null,
                caveats);
    }

    static ComparisonAnswer segmented(SegmentedRegression lines, String chosen) {
        List<String> caveats = new ArrayList<>(List.of(SegmentedRegression.CAVEAT));
        if (lines.degreesOfFreedom() == 0) {
            caveats.add("Four points fit two lines perfectly: nothing tells how sure they are.");
        } else if (lines.residualDeviation() == 0) {
            caveats.add("The lines fit perfectly: there is nothing to judge their chance by.");
        } else if (lines.looksAutocorrelated()) {
            caveats.add("Durbin-Watson is %.2f: neighbouring points do not look independent here."
                    .formatted(lines.durbinWatson()));
        }
        var level = lines.levelChange();
        return new ComparisonAnswer(
                ComparisonMethod.SEGMENTED_REGRESSION,
                ComparisonMethod.SEGMENTED_REGRESSION.title(),
                chosen,
                "change of level at the first point after the change",
                number(level.estimate()),
                number(level.standardError()),
                IntervalView.of("t", level.interval()),
                StatisticView.of("t", level.statistic()),
                (double) lines.degreesOfFreedom(),
                number(level.probability()),
                null,
                null,
                List.of(),
                null,
                regression(lines),
                caveats);
    }

    private static RegressionView regression(SegmentedRegression lines) {
        return new RegressionView(
                lines.points(),
                lines.degreesOfFreedom(),
                CoefficientView.of(lines.intercept()),
                CoefficientView.of(lines.slopeBefore()),
                CoefficientView.of(lines.levelChange()),
                CoefficientView.of(lines.slopeChange()),
                CoefficientView.of(lines.levelChangeAtLastBefore()),
                number(lines.residualDeviation()),
                number(lines.explained()),
                number(lines.durbinWatson()),
                lines.fitted());
    }

    private static SideView side(Proportion proportion) {
        return new SideView(
                proportion.denominator(), null, null, null, proportion.numerator(), number(proportion.value()));
    }
}
