package org.inpractice.measurement.chart;

import java.util.List;
import java.util.Set;

/** Plans that differ in one thing from the defaults of a chart type. */
record Plans(ChartPlan plan) {
    static Plans of(ChartType type) {
        return new Plans(ChartPlan.of(type, Direction.INCREASE));
    }

    static Plans of(ChartType type, RuleSet ruleSet, Direction direction, Double target) {
        ChartPlan base = ChartPlan.of(type, direction);
        return new Plans(new ChartPlan(
                type,
                ruleSet,
                direction,
                null,
                null,
                target,
                base.limitFactor(),
                base.screening(),
                base.centreLine(),
                base.phases(),
                base.excluded()));
    }

    Plans with(LimitFactor factor) {
        return copy(factor, plan.screening(), plan.centreLine(), plan.phases(), plan.excluded());
    }

    Plans with(CentreLine centreLine) {
        return copy(plan.limitFactor(), plan.screening(), centreLine, plan.phases(), plan.excluded());
    }

    Plans screened(boolean screened) {
        return copy(
                plan.limitFactor(),
                screened ? Screening.MOVING_RANGES_ONCE : Screening.NONE,
                plan.centreLine(),
                plan.phases(),
                plan.excluded());
    }

    Plans with(PhasePlan... phases) {
        return copy(plan.limitFactor(), plan.screening(), plan.centreLine(), List.of(phases), plan.excluded());
    }

    Plans without(Integer... excluded) {
        return copy(plan.limitFactor(), plan.screening(), plan.centreLine(), plan.phases(), Set.of(excluded));
    }

    Chart chart(List<Measurement> series) {
        return Charts.of(plan, series);
    }

    /** Of values; NaN is a missing one. */
    Chart chart(double... values) {
        return Charts.of(
                plan,
                java.util.Arrays.stream(values)
                        .mapToObj(value -> Double.isNaN(value)
                                ? Measurement.missing("", PointStatus.NOT_REPORTED)
                                : Measurement.of("", value))
                        .toList());
    }

    private Plans copy(
            LimitFactor factor,
            Screening screening,
            CentreLine centreLine,
            List<PhasePlan> phases,
            Set<Integer> excluded) {
        return new Plans(new ChartPlan(
                plan.type(),
                plan.ruleSet(),
                plan.direction(),
                plan.title(),
                plan.unit(),
                plan.target(),
                factor,
                screening,
                centreLine,
                phases,
                excluded));
    }
}
