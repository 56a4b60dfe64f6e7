package org.inpractice.measurement.controlchart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.inpractice.measurement.chart.PhasePlan;
import org.inpractice.measurement.controlchart.ControlChart.Baseline;
import org.inpractice.measurement.controlchart.ControlChart.OrderedPhase;
import org.inpractice.measurement.observation.ReportingPeriod;

/** Phases and baselines as ordered by days, in the indices of the points there are. */
record OrderedPhases(ControlChart chart, List<ReportingPeriod> periods) {

    private record Begun(int from, OrderedPhase phase) {}

    /** The plan; a phase without a point is left out. */
    List<PhasePlan> plan() {
        List<Begun> begun = begun();
        List<PhasePlan> plans = new ArrayList<>();
        for (int i = 0; i < begun.size(); i++) {
            int to = i + 1 < begun.size() ? begun.get(i + 1).from() - 1 : periods.size();
            plans.add(plan(begun.get(i), to));
        }
        return plans;
    }

    private List<Begun> begun() {
        List<Begun> begun = new ArrayList<>();
        for (OrderedPhase phase : chart.phases()) {
            int from = first(day -> !day.isBefore(phase.firstDay()));
            if (from > periods.size()) {
                continue;
            }
            if (!begun.isEmpty() && begun.getLast().from() == from) {
                begun.removeLast();
            }
            begun.add(new Begun(from, phase));
        }
        return begun;
    }

    private PhasePlan plan(Begun begun, int to) {
        Baseline baseline = begun.phase().baseline();
        if (baseline == null) {
            return new PhasePlan(begun.from(), begun.phase().name(), null, null);
        }
        int first = Math.max(begun.from(), first(day -> !day.isBefore(baseline.firstDay())));
        int last = Math.min(to, first(day -> day.isAfter(baseline.lastStart())) - 1);
        // Every observation of it may have been withdrawn since.
        return first <= last
                ? new PhasePlan(begun.from(), begun.phase().name(), first, last)
                : new PhasePlan(begun.from(), begun.phase().name(), null, null);
    }

    /** The index of the first period whose first day passes, from 1; one more than there are when none does. */
    private int first(Predicate<LocalDate> firstDay) {
        int index = 1;
        while (index <= periods.size() && !firstDay.test(periods.get(index - 1).start())) {
            index++;
        }
        return index;
    }
}
