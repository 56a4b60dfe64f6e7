package org.inpractice.measurement.controlchart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.inpractice.measurement.chart.PhasePlan;
import org.inpractice.measurement.controlchart.ControlChart.Baseline;
import org.inpractice.measurement.controlchart.ControlChart.OrderedPhase;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.junit.jupiter.api.Test;

class OrderedPhasesTest {
    /** January, February, March, April, May, July, …, December: nobody told of June. */
    private static final List<ReportingPeriod> PERIODS = IntStream.of(1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12)
            .mapToObj(month -> ReportingPeriod.starting(PeriodKind.MONTH, LocalDate.of(2025, month, 1)))
            .toList();

    @Test
    void is_one_phase_as_long_as_nobody_decided_anything() {
        assertEquals(List.of(PhasePlan.from(1)), new OrderedPhases(ControlChart.UNTOUCHED, PERIODS).plan());
        assertEquals(List.of(), new OrderedPhases(ControlChart.UNTOUCHED, List.of()).plan());
    }

    @Test
    void finds_the_points_of_days_and_the_next_one_where_a_period_has_none() {
        // given
        ControlChart chart = ControlChart.UNTOUCHED
                .changed(phase -> phase.with(baseline(2, 4)))
                .with(phase(6, baseline(6, 8)));

        // when
        List<PhasePlan> plan = new OrderedPhases(chart, PERIODS).plan();

        // then
        assertEquals(List.of(new PhasePlan(1, null, 2, 4), new PhasePlan(6, "Since", 6, 7)), plan);
    }

    @Test
    void leaves_out_a_phase_without_points() {
        // given
        ControlChart chart = ControlChart.UNTOUCHED.with(phase(6, null)).with(phase(7, null));

        // when
        List<PhasePlan> plan = new OrderedPhases(chart, PERIODS.subList(0, 7)).plan();
        List<PhasePlan> early = new OrderedPhases(chart, PERIODS.subList(0, 4)).plan();
        List<PhasePlan> late = new OrderedPhases(chart, PERIODS.subList(6, 8)).plan();

        // then
        assertEquals(List.of(1, 6), plan.stream().map(PhasePlan::from).toList());
        assertEquals(List.of(PhasePlan.from(1)), early);
        assertEquals(List.of(new PhasePlan(1, "Since", null, null)), late);
    }

    @Test
    void takes_all_points_where_a_baseline_has_none_any_more() {
        // given
        ControlChart chart = ControlChart.UNTOUCHED.changed(phase -> phase.with(baseline(6, 6)));

        // then
        assertEquals(List.of(PhasePlan.from(1)), new OrderedPhases(chart, PERIODS).plan());
    }

    private static OrderedPhase phase(int month, Baseline baseline) {
        return new OrderedPhase(UUID.randomUUID(), LocalDate.of(2025, month, 1), "Since", baseline);
    }

    private static Baseline baseline(int from, int to) {
        return new Baseline(UUID.randomUUID(), LocalDate.of(2025, from, 1), LocalDate.of(2025, to, 1), true);
    }
}
