package org.inpractice.measurement.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Draws charts, in numbers. Pure: a plan and a series in, a {@link Chart} out; the same ones always give the same chart. */
public final class Charts {
    private Charts() {}

    /**
     * Computes a chart.
     *
     * @param plan its phases lie within the series, in order, each baseline within its phase, the first begins at 1
     * @param series in the order of time
     */
    public static Chart of(ChartPlan plan, List<Measurement> series) {
        return switch (plan.type()) {
            case MOVING_RANGE -> companion(plan, ChartType.MOVING_RANGE, series);
            case I -> chart(plan, series, companion(plan, ChartType.MOVING_RANGE, series));
            case XBAR -> chart(plan, series, companion(plan, ChartType.S, series));
            case RUN, P, P_PRIME, U, U_PRIME, C, S, T, G -> chart(plan, series, null);
        };
    }

    /** Beside another chart, or alone. Each moving range shares a point with the next, so runs of them tell nothing. */
    private static Chart companion(ChartPlan plan, ChartType type, List<Measurement> series) {
        RuleSet ruleSet = type == ChartType.MOVING_RANGE ? RuleSet.SHEWHART : plan.ruleSet();
        ChartPlan beside = new ChartPlan(
                type,
                ruleSet,
                Direction.NEUTRAL,
                plan.title(),
                plan.unit(),
                null,
                plan.limitFactor(),
                plan.screening(),
                plan.centreLine(),
                plan.phases(),
                plan.excluded());
        return chart(beside, series, null);
    }

    private static Chart chart(ChartPlan plan, List<Measurement> series, Chart companion) {
        List<ChartedPhase> charted = phases(plan, series);
        List<Signal> signals =
                charted.stream().flatMap(phase -> phase.signals().stream()).toList();
        List<Point> points =
                charted.stream().flatMap(phase -> phase.points().stream()).toList();
        boolean ranges = plan.type().usesMovingRanges();
        return new Chart(
                plan.type(),
                plan.title(),
                plan.unit(),
                plan.direction(),
                plan.target(),
                plan.ruleSet().rules(),
                ranges ? factor(plan) : null,
                ranges ? plan.screening() : null,
                plan.type() == ChartType.G ? plan.centreLine() : null,
                points,
                charted.stream().map(ChartedPhase::phase).toList(),
                signals,
                plan.ruleSet() == RuleSet.MAKING_DATA_COUNT ? MakingDataCount.icons(plan, points) : null,
                companion);
    }

    private static List<ChartedPhase> phases(ChartPlan plan, List<Measurement> series) {
        List<PhasePlan> plans = plan.phases().isEmpty() ? List.of(PhasePlan.from(1)) : plan.phases();
        List<ChartedPhase> charted = new ArrayList<>();
        if (series.isEmpty()) {
            return charted;
        }
        for (int i = 0; i < plans.size(); i++) {
            int to = i + 1 < plans.size() ? plans.get(i + 1).from() - 1 : series.size();
            charted.add(new ChartedPhase(plan, series, i + 1, plans.get(i), to));
        }
        return charted;
    }

    /** Individual values have the choice; the others have 3 / 1.128 always. */
    private static LimitFactor factor(ChartPlan plan) {
        return plan.type() == ChartType.I ? plan.limitFactor() : LimitFactor.EXACT;
    }

    /** From one index to another, both included, of what passes. */
    static List<Integer> indices(int from, int to, IntPredicate wanted) {
        return IntStream.rangeClosed(from, to).filter(wanted).boxed().toList();
    }
}
