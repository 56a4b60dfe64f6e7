package org.inpractice.measurement.analysis;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.api.Problems;
import org.inpractice.measurement.chart.CentreLine;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.ChartPlan;
import org.inpractice.measurement.chart.ChartType;
import org.inpractice.measurement.chart.Charts;
import org.inpractice.measurement.chart.Direction;
import org.inpractice.measurement.chart.LimitFactor;
import org.inpractice.measurement.chart.Measurement;
import org.inpractice.measurement.chart.PhasePlan;
import org.inpractice.measurement.chart.PointStatus;
import org.inpractice.measurement.chart.RuleSet;
import org.inpractice.measurement.chart.Screening;

/** A series to chart. Indices count from 1. Checked by hand, so that each refusal names its point. */
@Schema(name = "ChartRequest")
public record ChartRequest(
        @Schema(required = true, examples = "i") ChartType chartType,
        @Schema(defaultValue = "anhoej") RuleSet ruleSet,

        @Schema(defaultValue = "neutral", description = "Which way is better.")
        Direction direction,

        @Schema(examples = "Chronic absence") String title,
        @Schema(examples = "percent of students") String unit,
        @Schema(examples = "12.5") BigDecimal target,

        @Schema(required = true, description = "In the order of time, 1 to 10,000.")
        List<SentPoint> points,

        @Schema(
                description =
                        "The points that centre and limits come from: frozen. All of the phase when absent. Of the"
                                + " first phase, where there are several; the others bring their own.")
        SentBaseline baseline,

        @Schema(
                description =
                        "Where the process became another one, decided by people. Each phase goes on to the next; a"
                                + " first one from 1 may be left out.")
        List<SentPhase> phases,

        @Schema(description = "Points left out of centre, limits and runs; they are still judged against the limits.")
        List<Integer> exclude,

        @Schema(
                description = "Whether moving ranges that are signals themselves are kept out of the limits: none, or"
                        + " moving_ranges_once, which is the default under making-data-count.")
        Screening screening,

        @Schema(description = "Of i charts: 2.66, the default, or 3/1.128.")
        LimitFactor limitFactor,

        @Schema(description = "Of g charts: median, the default, or mean.")
        CentreLine centreLine) {
    private static final int MOST_POINTS = 10_000;

    /**
     * One point. Without any number and status it is not reported.
     *
     * @param values of a subgroup
     * @param size the area of opportunity of a count
     */
    @Schema(name = "ChartRequestPoint")
    public record SentPoint(
            @Schema(examples = "2025-09") String label,

            @Schema(description = "reported when there is a number, not_reported when there is none.")
            PointStatus status,

            @Schema(examples = "12.5", description = "Of run, i, moving_range, c, t and g charts.")
            BigDecimal value,

            @Schema(description = "Of p, p_prime, u and u_prime charts; run and i charts plot the ratio.")
            BigDecimal numerator,

            BigDecimal denominator,

            @Schema(description = "The values of a subgroup, for xbar and s charts; run and i charts plot the mean.")
            List<BigDecimal> values,

            @Schema(description = "Of c and g charts; with size, of u and u_prime charts.")
            BigDecimal count,

            @Schema(description = "The area of opportunity that was counted in.")
            BigDecimal size,

            @Schema(description = "Whether a person sees it as obviously different from the others (perla).")
            Boolean astronomical,

            String annotation) {}

    /** Points, both included; the phase's own first or last when one is absent. */
    @Schema(name = "ChartRequestBaseline")
    public record SentBaseline(
            @Schema(examples = "1") Integer from,
            @Schema(examples = "12") Integer to) {}

    /** Begins at a point and goes on to the next phase. */
    @Schema(name = "ChartRequestPhase")
    public record SentPhase(
            @Schema(required = true, examples = "13") Integer from,
            @Schema(examples = "Since the new bus times") String name,
            SentBaseline baseline) {}

    /** The chart; refused when the request makes no sense. */
    Chart chart() {
        if (chartType == null) {
            throw Problems.invalid(
                    "chartType", "Send one of: run, i, moving_range, p, p_prime, u, u_prime, c, xbar, s, t, g.");
        }
        if (points == null || points.isEmpty()) {
            throw Problems.invalid("points", "Send at least one point; one without a number is not_reported.");
        }
        if (points.size() > MOST_POINTS) {
            throw Problems.invalid("points", "Send at most 10,000 points.");
        }
        checkOptions();
        List<Measurement> series = new SentPoints(chartType).read(points);
        return Charts.of(plan(), series);
    }

    private void checkOptions() {
        if (!chartType.hasLimits() && (ruleSet == RuleSet.SHEWHART || ruleSet == RuleSet.MAKING_DATA_COUNT)) {
            throw Problems.invalid("ruleSet", "A run chart has no limits: send anhoej or perla, or the chart type i.");
        }
        if (limitFactor != null && chartType != ChartType.I) {
            throw Problems.invalid("limitFactor", "Leave it out: only the limits of i charts have a choice.");
        }
        if (centreLine != null && chartType != ChartType.G) {
            throw Problems.invalid("centreLine", "Leave it out: only g charts have a choice.");
        }
        if (screening == Screening.MOVING_RANGES_ONCE && !chartType.usesMovingRanges()) {
            throw Problems.invalid(
                    "screening", "Leave it out, or send none: the limits of this chart type rest on no moving ranges.");
        }
    }

    private ChartPlan plan() {
        RuleSet rules = ruleSet == null ? RuleSet.ANHOEJ : ruleSet;
        List<PhasePlan> ordered = new SentPhases(points.size()).read(baseline, phases);
        return new ChartPlan(
                chartType,
                rules,
                direction == null ? Direction.NEUTRAL : direction,
                SentText.checked("title", title),
                SentText.checked("unit", unit),
                target == null ? null : SentPoints.number("target", target),
                limitFactor == null ? LimitFactor.ROUNDED : limitFactor,
                screening == null ? usualScreening(rules) : screening,
                centreLine == null ? CentreLine.MEDIAN : centreLine,
                ordered,
                excluded());
    }

    /** NHSRplotthedots screens unless told otherwise; the others do not. */
    private Screening usualScreening(RuleSet rules) {
        return rules == RuleSet.MAKING_DATA_COUNT && chartType.usesMovingRanges()
                ? Screening.MOVING_RANGES_ONCE
                : Screening.NONE;
    }

    private Set<Integer> excluded() {
        Set<Integer> indices = new LinkedHashSet<>();
        if (exclude != null) {
            for (int i = 0; i < exclude.size(); i++) {
                Integer index = exclude.get(i);
                if (index == null || index < 1 || index > points.size()) {
                    throw Problems.invalid(
                            "exclude[" + i + "]", "Send the index of a point, from 1 to the number of points.");
                }
                indices.add(index);
            }
        }
        return indices;
    }
}
