package org.inpractice.cycles.cycle;

import static org.inpractice.cycles.cycle.Examples.ABANDONED;
import static org.inpractice.cycles.cycle.Examples.ABSENCE;
import static org.inpractice.cycles.cycle.Examples.ADAPTED;
import static org.inpractice.cycles.cycle.Examples.ADOPTED;
import static org.inpractice.cycles.cycle.Examples.CALLS;
import static org.inpractice.cycles.cycle.Examples.CYCLE;
import static org.inpractice.cycles.cycle.Examples.MEASURES;
import static org.inpractice.cycles.cycle.Examples.NEXT;
import static org.inpractice.cycles.cycle.Examples.NOTED;
import static org.inpractice.cycles.cycle.Examples.PLAN;
import static org.inpractice.cycles.cycle.Examples.PLANNED;
import static org.inpractice.cycles.cycle.Examples.PREDICTION;
import static org.inpractice.cycles.cycle.Examples.START;
import static org.inpractice.cycles.cycle.Examples.STARTED;
import static org.inpractice.cycles.cycle.Examples.STUDIED;
import static org.inpractice.cycles.cycle.Examples.TODAY;
import static org.inpractice.cycles.cycle.Examples.TO_NOTE;
import static org.inpractice.cycles.cycle.Examples.TO_START;
import static org.inpractice.cycles.cycle.Examples.TO_STUDY;
import static org.inpractice.cycles.cycle.Examples.plan;
import static org.inpractice.cycles.cycle.Examples.toDecide;
import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.inpractice.cycles.cycle.CycleCommand.NoteObservation;
import org.inpractice.cycles.cycle.CycleCommand.PlanCycle;
import org.inpractice.cycles.cycle.CycleCommand.RevisePlan;
import org.inpractice.cycles.cycle.CycleCommand.StartCycle;
import org.inpractice.cycles.cycle.CycleCommand.StudyCycle;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanRevised;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanned;
import org.inpractice.cycles.cycle.CycleEvent.CycleStudied;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rule book of the method. */
class CycleDeciderTest {
    private static final CyclePlan BARE_PLAN = plan(null, List.of(), null, null, null);

    private static DeciderSpecification<CycleCommand, Cycle, CycleEvent> cycle() {
        return specification(new CycleDecider());
    }

    @Test
    void a_cycle_goes_from_plan_over_do_and_study_to_act() {
        cycle().when(new PlanCycle(PLAN)).then(PLANNED);
        cycle().given(PLANNED).when(TO_START).then(STARTED);
        cycle().given(PLANNED, STARTED).when(TO_NOTE).then(NOTED);
        cycle().given(PLANNED, STARTED, NOTED).when(TO_STUDY).then(STUDIED);
        cycle().given(PLANNED, STARTED, NOTED, STUDIED)
                .when(toDecide(Decision.ADOPT, null))
                .then(ADOPTED);
    }

    @Test
    void a_plan_may_be_incomplete() {
        cycle().when(new PlanCycle(BARE_PLAN)).then(new CyclePlanned(BARE_PLAN));
    }

    @Test
    void refuses_to_start_a_cycle_without_a_prediction() {
        String remedy = refusalOfStart(plan(null, MEASURES, "1", null, START), CycleRule.PREDICTION_MISSING);
        assertTrue(remedy.contains("before you start") && remedy.contains("learn"), remedy);
    }

    @Test
    void refuses_to_start_a_cycle_without_a_measure() {
        Prediction inWords = new Prediction("Fewer absences", null, null, null, null, START, null);
        refusalOfStart(plan(inWords, List.of(), "1", null, START), CycleRule.MEASURE_MISSING);
    }

    @Test
    void refuses_to_start_the_first_test_of_an_idea_everywhere_and_with_everybody() {
        refusalOfStart(plan(PREDICTION, MEASURES, null, null, START), CycleRule.SCOPE_MISSING);
    }

    @Test
    void starts_a_first_test_with_one_student_group_or_at_one_site() {
        CyclePlan withOneGroup = plan(PREDICTION, MEASURES, null, "English learners", START);
        assertEquals(
                1,
                cycle().given(new CyclePlanned(withOneGroup))
                        .when(TO_START)
                        .events()
                        .size());
    }

    @Test
    void a_later_rung_may_take_in_the_whole_district() {
        CyclePlan second = Examples.next(PREDICTION).above(plan(PREDICTION, MEASURES, null, "all", START));
        assertEquals(
                1,
                cycle().given(new CyclePlanned(second)).when(TO_START).events().size());
    }

    @Test
    void refuses_to_start_a_test_that_has_no_end() {
        Prediction some = new Prediction("Fewer absences", null, null, null, null, null, null);
        refusalOfStart(plan(some, MEASURES, "1", null, null), CycleRule.END_MISSING);
    }

    private static String refusalOfStart(CyclePlan plan, CycleRule rule) {
        return cycle().given(new CyclePlanned(plan))
                .when(TO_START)
                .thenRefused(rule)
                .getMessage();
    }

    @Test
    void refuses_a_start_that_is_still_to_come() {
        cycle().given(PLANNED).when(new StartCycle(TODAY.plusDays(1), TODAY)).thenRefused(CycleRule.DATE_IN_THE_FUTURE);
    }

    @Test
    void refuses_a_second_start() {
        cycle().given(PLANNED, STARTED).when(TO_START).thenRefused(CycleRule.CYCLE_ALREADY_STARTED);
        cycle().given(PLANNED, STARTED, STUDIED).when(TO_START).thenRefused(CycleRule.CYCLE_ALREADY_STARTED);
    }

    @Test
    void revises_a_plan_until_the_start_and_not_after() {
        cycle().given(new CyclePlanned(BARE_PLAN)).when(new RevisePlan(PLAN)).then(new CyclePlanRevised(PLAN));
        cycle().given(new CyclePlanned(BARE_PLAN), new CyclePlanRevised(PLAN))
                .when(TO_START)
                .then(STARTED);
        cycle().given(PLANNED, STARTED).when(new RevisePlan(BARE_PLAN)).thenRefused(CycleRule.PLAN_IS_FIXED);
    }

    @Test
    void a_revision_that_says_the_same_is_no_event() {
        cycle().given(PLANNED).when(new RevisePlan(PLAN)).thenNothing();
    }

    @Test
    void refuses_a_plan_that_ends_before_it_starts() {
        CyclePlan plan = plan(PREDICTION, MEASURES, "1", null, LocalDate.of(2025, 9, 14));
        cycle().when(new PlanCycle(plan)).thenRefused(CycleRule.DATES_OUT_OF_ORDER);
        cycle().given(PLANNED).when(new RevisePlan(plan)).thenRefused(CycleRule.DATES_OUT_OF_ORDER);
    }

    @Test
    void refuses_a_measure_in_two_roles() {
        List<CycleMeasure> twice =
                List.of(new CycleMeasure(CALLS, MeasureRole.PROCESS), new CycleMeasure(CALLS, MeasureRole.BALANCING));
        cycle().when(new PlanCycle(plan(null, twice, "1", null, null))).thenRefused(CycleRule.MEASURE_NAMED_TWICE);
    }

    @Test
    void refuses_a_prediction_about_a_measure_nobody_watches() {
        List<CycleMeasure> callsOnly = List.of(new CycleMeasure(CALLS, MeasureRole.PROCESS));
        cycle().when(new PlanCycle(plan(PREDICTION, callsOnly, "1", null, null)))
                .thenRefused(CycleRule.PREDICTED_MEASURE_NOT_WATCHED);
    }

    @Test
    void refuses_an_amount_without_a_direction() {
        Prediction sizeOnly = new Prediction("By two", ABSENCE, null, BigDecimal.TWO, "points", null, null);
        cycle().when(new PlanCycle(plan(sizeOnly, MEASURES, "1", null, null)))
                .thenRefused(CycleRule.PREDICTION_WITHOUT_DIRECTION);
    }

    @Test
    void refuses_notes_before_the_start_and_after_the_study() {
        cycle().given(PLANNED).when(TO_NOTE).thenRefused(CycleRule.CYCLE_NOT_STARTED);
        cycle().given(PLANNED, STARTED, STUDIED).when(TO_NOTE).thenRefused(CycleRule.DOING_IS_OVER);
        cycle().given(PLANNED, STARTED, STUDIED, ADOPTED).when(TO_NOTE).thenRefused(CycleRule.DOING_IS_OVER);
    }

    @Test
    void refuses_a_note_of_a_day_before_the_start_or_to_come() {
        cycle().given(PLANNED, STARTED)
                .when(new NoteObservation("Early", START.minusDays(1), null, TODAY))
                .thenRefused(CycleRule.DATES_OUT_OF_ORDER);
        cycle().given(PLANNED, STARTED)
                .when(new NoteObservation("Late", TODAY.plusDays(1), null, TODAY))
                .thenRefused(CycleRule.DATE_IN_THE_FUTURE);
    }

    @Test
    void refuses_a_study_before_the_start() {
        cycle().given(PLANNED).when(TO_STUDY).thenRefused(CycleRule.CYCLE_NOT_STARTED);
        CycleStudied early = new CycleStudied(CYCLE, "a", "b", "c", null, START.minusDays(1), null);
        cycle().given(PLANNED, STARTED).when(new StudyCycle(early, TODAY)).thenRefused(CycleRule.DATES_OUT_OF_ORDER);
    }

    @Test
    void refuses_a_second_study() {
        cycle().given(PLANNED, STARTED, STUDIED).when(TO_STUDY).thenRefused(CycleRule.CYCLE_ALREADY_STUDIED);
    }

    @Test
    void refuses_feedback_whose_range_is_reversed() {
        CycleStudied reversed =
                new CycleStudied(CYCLE, "a", "b", "c", new Feedback(Verdict.WORSENED, 9L, 8L, "r"), TODAY, null);
        cycle().given(PLANNED, STARTED)
                .when(new StudyCycle(reversed, TODAY))
                .thenRefused(CycleRule.FEEDBACK_RANGE_REVERSED);
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_decision_without_a_study(Decision decision) {
        NextPlan next = decision == Decision.ADAPT ? NEXT : null;
        cycle().given(PLANNED).when(toDecide(decision, next)).thenRefused(CycleRule.STUDY_MISSING);
        cycle().given(PLANNED, STARTED, NOTED).when(toDecide(decision, next)).thenRefused(CycleRule.STUDY_MISSING);
    }

    @Test
    void refuses_a_second_decision() {
        for (CycleEvent first : List.of(ADOPTED, ADAPTED, ABANDONED)) {
            cycle().given(PLANNED, STARTED, STUDIED, first)
                    .when(toDecide(Decision.ABANDON, null))
                    .thenRefused(CycleRule.CYCLE_ALREADY_DECIDED);
        }
    }

    @Test
    void adapting_needs_a_next_plan_and_nothing_else_has_one() {
        var studied = cycle().given(PLANNED, STARTED, STUDIED);
        studied.when(toDecide(Decision.ADAPT, NEXT)).then(ADAPTED);
        studied.when(toDecide(Decision.ADAPT, null)).thenRefused(CycleRule.NEXT_PLAN_MISSING);
        studied.when(toDecide(Decision.ADOPT, NEXT)).thenRefused(CycleRule.NEXT_PLAN_UNCALLED_FOR);
        studied.when(toDecide(Decision.ABANDON, NEXT)).thenRefused(CycleRule.NEXT_PLAN_UNCALLED_FOR);
        studied.when(toDecide(Decision.ABANDON, null)).then(ABANDONED);
    }

    @Test
    void knows_nothing_of_a_cycle_that_was_never_planned() {
        for (CycleCommand command :
                List.of(new RevisePlan(PLAN), TO_START, TO_NOTE, TO_STUDY, toDecide(Decision.ADOPT, null))) {
            cycle().when(command).thenRefused(CycleRule.CYCLE_UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_title_of_its_own(CycleRule rule) {
        assertTrue(rule.title().length() > 10, rule.name());
    }
}
