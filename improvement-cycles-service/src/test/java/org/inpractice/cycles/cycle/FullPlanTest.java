package org.inpractice.cycles.cycle;

import static org.inpractice.cycles.cycle.Examples.ABSENCE;
import static org.inpractice.cycles.cycle.Examples.CALLS;
import static org.inpractice.cycles.cycle.Examples.CYCLE;
import static org.inpractice.cycles.cycle.Examples.MEASURES;
import static org.inpractice.cycles.cycle.Examples.PLAN;
import static org.inpractice.cycles.cycle.Examples.PREDICTION;
import static org.inpractice.cycles.cycle.Examples.START;
import static org.inpractice.cycles.cycle.Examples.TODAY;
import static org.inpractice.cycles.cycle.Examples.TO_START;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.cycle.CycleCommand.PlanCycle;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanned;
import org.junit.jupiter.api.Test;

/** The rules of a full plan: its scope, its predictions, its tasks, its data. */
class FullPlanTest extends FullPlans {
    @Test
    void a_scope_names_as_many_sites_as_it_says() {
        for (CyclePlan plan : List.of(
                plan(Scope.CLASSROOM, List.of("1", "2"), null, null, null),
                plan(Scope.SITE, List.of("1", "2"), null, null, null),
                plan(Scope.SEVERAL_SITES, List.of("1"), null, null, null),
                plan(Scope.DISTRICT, null, null, null, null))) {
            cycle().when(new PlanCycle(plan)).thenRefused(CycleRule.SCOPE_DOES_NOT_FIT_SITES);
        }
        CyclePlan several = plan(Scope.SEVERAL_SITES, List.of("1", "2"), null, null, null);
        cycle().when(new PlanCycle(several)).then(new CyclePlanned(several));
    }

    @Test
    void refuses_to_begin_with_the_whole_district_even_for_one_student_group() {
        CyclePlan everywhere = new CyclePlan(
                CYCLE,
                PLAN.changeIdeaId(),
                "Call",
                null,
                1,
                null,
                null,
                PREDICTION,
                MEASURES,
                null,
                "English learners",
                null,
                START,
                "Team",
                null,
                Scope.DISTRICT,
                null,
                null,
                null,
                null,
                null);
        cycle().given(new CyclePlanned(everywhere)).when(TO_START).thenRefused(CycleRule.FIRST_TEST_TOO_LARGE);
    }

    @Test
    void refuses_two_predictions_of_one_measure_and_one_that_comes_true_before_the_start() {
        Prediction twice = new Prediction("It rises", ABSENCE, Direction.INCREASE, null, null, null, null);
        cycle().when(new PlanCycle(plan(null, null, List.of(twice), null, null)))
                .thenRefused(CycleRule.MEASURE_PREDICTED_TWICE);
        Prediction past =
                new Prediction("Calls rise", CALLS, Direction.INCREASE, null, null, LocalDate.of(2025, 9, 1), null);
        var refusal = cycle().when(new PlanCycle(plan(null, null, List.of(past), null, null)))
                .thenRefused(CycleRule.DATES_OUT_OF_ORDER);
        assertEquals("otherPredictions[0].by", refusal.field());
    }

    @Test
    void refuses_a_task_after_the_end_and_data_of_a_measure_nobody_watches() {
        var late = cycle().when(new PlanCycle(plan(null, null, null, List.of(task(null), task(TODAY)), null)))
                .thenRefused(CycleRule.DATES_OUT_OF_ORDER);
        assertEquals("tasks[1].when", late.field());
        DataCollection unwatched = new DataCollection(CYCLE, "Clerk", Cadence.WEEK, null);
        cycle().when(new PlanCycle(plan(null, null, null, null, List.of(unwatched))))
                .thenRefused(CycleRule.COLLECTED_MEASURE_NOT_WATCHED);
        DataCollection calls = new DataCollection(CALLS, "Clerk", Cadence.WEEK, null);
        cycle().when(new PlanCycle(plan(null, null, null, null, List.of(calls, calls))))
                .thenRefused(CycleRule.MEASURE_COLLECTED_TWICE);
    }
}
