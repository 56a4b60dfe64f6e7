package org.inpractice.cycles.cycle;

import static org.inpractice.cycles.cycle.Examples.ADOPTED;
import static org.inpractice.cycles.cycle.Examples.CYCLE;
import static org.inpractice.cycles.cycle.Examples.NOTED;
import static org.inpractice.cycles.cycle.Examples.PLAN;
import static org.inpractice.cycles.cycle.Examples.PLANNED;
import static org.inpractice.cycles.cycle.Examples.START;
import static org.inpractice.cycles.cycle.Examples.STARTED;
import static org.inpractice.cycles.cycle.Examples.STUDIED;
import static org.inpractice.cycles.cycle.Examples.TODAY;
import static org.inpractice.cycles.cycle.Examples.TO_NOTE;
import static org.inpractice.cycles.cycle.Examples.TO_START;
import static org.inpractice.cycles.cycle.Examples.TO_STUDY;
import static org.inpractice.cycles.cycle.Examples.toDecide;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.inpractice.cycles.cycle.CycleCommand.CancelCycle;
import org.inpractice.cycles.cycle.CycleCommand.CompleteTask;
import org.inpractice.cycles.cycle.CycleCommand.DecideCycle;
import org.inpractice.cycles.cycle.CycleCommand.PauseCycle;
import org.inpractice.cycles.cycle.CycleCommand.PlanCycle;
import org.inpractice.cycles.cycle.CycleCommand.ResumeCycle;
import org.inpractice.cycles.cycle.CycleCommand.RevisePlan;
import org.inpractice.cycles.cycle.CycleCommand.Standardise;
import org.inpractice.cycles.cycle.CycleEvent.CycleCancelled;
import org.inpractice.cycles.cycle.CycleEvent.CycleDecided;
import org.inpractice.cycles.cycle.CycleEvent.CyclePaused;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanned;
import org.inpractice.cycles.cycle.CycleEvent.CycleResumed;
import org.inpractice.cycles.cycle.CycleEvent.CycleStandardised;
import org.inpractice.cycles.cycle.CycleEvent.TaskDone;
import org.junit.jupiter.api.Test;

/** The rule book, continued: fuller plans, tasks, pauses, giving up, and what an adopted idea asks for. */
class WholeMethodTest extends FullPlans {
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 6);
    private static final CyclePaused PAUSED = new CyclePaused(CYCLE, "Callers on leave", OCTOBER);
    private static final CycleResumed RESUMED = new CycleResumed(CYCLE, OCTOBER.plusDays(7));
    private static final CycleCancelled CANCELLED = new CycleCancelled(CYCLE, "School merged", OCTOBER);
    private static final StandardWork STANDARD = new StandardWork("Call before ten", "Principal", null);
    private static final LocalDate DECIDED = LocalDate.of(2025, 11, 18);
    private static final CyclePlan WITH_TASKS =
            plan(Scope.CLASSROOM, null, null, List.of(task(OCTOBER), task(null)), null);

    @Test
    void a_task_is_ticked_off_once_by_its_number() {
        var running = cycle().given(new CyclePlanned(WITH_TASKS), STARTED);
        TaskDone done = new TaskDone(CYCLE, 1, "Call", OCTOBER, null);
        running.when(new CompleteTask(1, OCTOBER, null, TODAY)).then(done);
        running.given(done).when(new CompleteTask(1, OCTOBER, null, TODAY)).thenRefused(CycleRule.TASK_ALREADY_DONE);
        running.when(new CompleteTask(3, OCTOBER, null, TODAY)).thenRefused(CycleRule.TASK_UNKNOWN);
        running.when(new CompleteTask(0, OCTOBER, null, TODAY)).thenRefused(CycleRule.TASK_UNKNOWN);
        cycle().given(PLANNED).when(new CompleteTask(1, OCTOBER, null, TODAY)).thenRefused(CycleRule.CYCLE_NOT_STARTED);
        cycle().given(PLANNED, STARTED)
                .when(new CompleteTask(1, OCTOBER, null, TODAY))
                .thenRefused(CycleRule.TASK_UNKNOWN);
    }

    @Test
    void what_runs_may_be_paused_and_resumed_and_rests_in_between() {
        var running = cycle().given(PLANNED, STARTED);
        running.when(new PauseCycle("Callers on leave", OCTOBER, TODAY)).then(PAUSED);
        var paused = running.given(PAUSED);
        paused.when(TO_NOTE).thenRefused(CycleRule.CYCLE_IS_PAUSED);
        paused.when(TO_STUDY).thenRefused(CycleRule.CYCLE_IS_PAUSED);
        paused.when(new PauseCycle("Again", OCTOBER, TODAY)).thenRefused(CycleRule.CYCLE_IS_PAUSED);
        paused.when(new ResumeCycle(OCTOBER.plusDays(7), TODAY)).then(RESUMED);
        paused.given(RESUMED).when(TO_STUDY).then(STUDIED);
        running.when(new ResumeCycle(OCTOBER, TODAY)).thenRefused(CycleRule.CYCLE_NOT_PAUSED);
        cycle().given(PLANNED).when(new PauseCycle("a", OCTOBER, TODAY)).thenRefused(CycleRule.NOTHING_TO_PAUSE);
        cycle().given(PLANNED, STARTED, STUDIED)
                .when(new PauseCycle("a", OCTOBER, TODAY))
                .thenRefused(CycleRule.NOTHING_TO_PAUSE);
    }

    @Test
    void pauses_and_resumptions_come_in_the_order_of_days() {
        var running = cycle().given(PLANNED, STARTED);
        running.when(new PauseCycle("a", START.minusDays(1), TODAY)).thenRefused(CycleRule.DATES_OUT_OF_ORDER);
        running.given(PAUSED)
                .when(new ResumeCycle(OCTOBER.minusDays(1), TODAY))
                .thenRefused(CycleRule.DATES_OUT_OF_ORDER);
        running.given(PAUSED, RESUMED)
                .when(new PauseCycle("a", OCTOBER, TODAY))
                .thenRefused(CycleRule.DATES_OUT_OF_ORDER);
        running.given(PAUSED)
                .when(new CancelCycle("a", OCTOBER.minusDays(1), TODAY))
                .thenRefused(CycleRule.DATES_OUT_OF_ORDER);
        running.when(new CancelCycle("a", TODAY.plusDays(1), TODAY)).thenRefused(CycleRule.DATE_IN_THE_FUTURE);
    }

    @Test
    void what_is_not_decided_may_be_given_up_and_then_nothing_is_left_but_reading() {
        var cancel = new CancelCycle("School merged", OCTOBER, TODAY);
        cycle().given(PLANNED).when(cancel).then(CANCELLED);
        cycle().given(PLANNED, STARTED).when(cancel).then(CANCELLED);
        cycle().given(PLANNED, STARTED, PAUSED).when(cancel).then(CANCELLED);
        cycle().given(PLANNED, STARTED, STUDIED, ADOPTED).when(cancel).thenRefused(CycleRule.CYCLE_ALREADY_DECIDED);
        var cancelled = cycle().given(PLANNED, STARTED, NOTED, CANCELLED);
        for (CycleCommand command : List.of(
                new PlanCycle(PLAN),
                new RevisePlan(PLAN),
                TO_START,
                TO_NOTE,
                new CompleteTask(1, OCTOBER, null, TODAY),
                new PauseCycle("a", OCTOBER, TODAY),
                new ResumeCycle(OCTOBER, TODAY),
                cancel,
                TO_STUDY,
                toDecide(Decision.ADOPT, null),
                new Standardise(STANDARD, null))) {
            cancelled.when(command).thenRefused(CycleRule.CYCLE_CANCELLED);
        }
    }

    private static DecideCycle deciding(Decision decision, StandardWork work, ScalingStep... scaling) {
        return new DecideCycle(decision, "Because", DECIDED, null, work, List.of(scaling), null, TODAY);
    }

    @Test
    void an_adopted_idea_becomes_standard_work_and_spreads_with_the_decision_or_later() {
        var studied = cycle().given(PLANNED, STARTED, STUDIED);
        ScalingStep spread = new ScalingStep("2", DECIDED.plusDays(60), null);
        CycleDecided adopted =
                new CycleDecided(CYCLE, Decision.ADOPT, "Because", DECIDED, null, STANDARD, List.of(spread), null);
        studied.when(deciding(Decision.ADOPT, STANDARD, spread)).then(adopted);
        studied.given(adopted).when(new Standardise(STANDARD, List.of(spread))).thenNothing();
        studied.given(ADOPTED)
                .when(new Standardise(STANDARD, List.of(spread)))
                .then(new CycleStandardised(CYCLE, STANDARD, List.of(spread)));
    }

    @Test
    void nothing_but_an_adopted_idea_becomes_standard_or_spreads() {
        var studied = cycle().given(PLANNED, STARTED, STUDIED);
        ScalingStep spread = new ScalingStep("2", DECIDED.plusDays(60), null);
        studied.when(deciding(Decision.ABANDON, STANDARD)).thenRefused(CycleRule.STANDARD_WORK_UNCALLED_FOR);
        studied.when(deciding(Decision.ABANDON, null, spread)).thenRefused(CycleRule.SCALING_UNCALLED_FOR);
        studied.when(deciding(Decision.ADOPT, null, spread, spread)).thenRefused(CycleRule.SITE_NAMED_TWICE);
        studied.when(deciding(Decision.ADOPT, null, new ScalingStep("2", START, null)))
                .thenRefused(CycleRule.DATES_OUT_OF_ORDER);
        studied.when(new Standardise(STANDARD, null)).thenRefused(CycleRule.NOTHING_ADOPTED);
        studied.given(Examples.ABANDONED).when(new Standardise(STANDARD, null)).thenRefused(CycleRule.NOTHING_ADOPTED);
    }

    @Test
    void the_next_rung_stays_where_it_was_unless_it_says_otherwise() {
        CyclePlan adapted = plan(Scope.CLASSROOM, null, null, List.of(task(null)), null);
        CyclePlan same = Examples.next(null).above(adapted);
        assertEquals(Scope.CLASSROOM, same.scope());
        assertEquals("1", same.siteId());
        assertEquals(List.of(), same.tasks());
        assertEquals(List.of(), same.questions());
        CyclePlan wider = new NextPlan(
                        CYCLE,
                        "Call",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Scope.SITE,
                        null,
                        null,
                        null,
                        null,
                        null)
                .above(adapted);
        assertEquals(Scope.SITE, wider.scope());
        assertEquals("1", wider.siteId());
        CyclePlan elsewhere = new NextPlan(
                        CYCLE,
                        "Call",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Scope.SEVERAL_SITES,
                        List.of("1", "2"),
                        null,
                        null,
                        null,
                        null)
                .above(adapted);
        assertEquals(List.of("1", "2"), elsewhere.sites());
    }
}
