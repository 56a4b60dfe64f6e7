package org.inpractice.measurement.chart;

import java.util.List;
import java.util.Set;

/**
 * How a series is to be charted. Everything but the points.
 *
 * @param title may be null
 * @param unit may be null
 * @param target may be null
 * @param centreLine of a g chart
 * @param phases in order; empty for one phase of the whole series. The first begins at 1
 * @param excluded indices of points left out of centre, limits and runs
 */
public record ChartPlan(
        ChartType type,
        RuleSet ruleSet,
        Direction direction,
        String title,
        String unit,
        Double target,
        LimitFactor limitFactor,
        Screening screening,
        CentreLine centreLine,
        List<PhasePlan> phases,
        Set<Integer> excluded) {

    /** Defaults for a chart type: Anhøj's rules, one phase, nothing excluded or screened, 2.66, a median for g. */
    public static ChartPlan of(ChartType type, Direction direction) {
        return new ChartPlan(
                type,
                RuleSet.ANHOEJ,
                direction,
                null,
                null,
                null,
                LimitFactor.ROUNDED,
                Screening.NONE,
                CentreLine.MEDIAN,
                List.of(),
                Set.of());
    }
}
