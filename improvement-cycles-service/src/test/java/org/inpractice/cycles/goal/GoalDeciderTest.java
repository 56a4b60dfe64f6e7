package org.inpractice.cycles.goal;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.goal.GoalDecider.Command;
import org.inpractice.cycles.goal.GoalEvent.GoalRetired;
import org.inpractice.cycles.goal.GoalEvent.GoalRevised;
import org.inpractice.cycles.goal.GoalEvent.GoalSet;
import org.inpractice.cycles.goal.PriorityEvent.PriorityDefined;
import org.inpractice.cycles.goal.PriorityEvent.PriorityRetired;
import org.inpractice.cycles.goal.PriorityEvent.PriorityRevised;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

class GoalDeciderTest {
    private static final UUID GOAL = UUID.fromString("0198c2fc-5f20-7c66-9b43-8d2e1f709c03");
    private static final UUID PRIORITY = UUID.fromString("0198c2fb-4e10-7b55-8a32-7c1d0e6f8b02");
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    private static GoalContent goal(LocalDate from, LocalDate until, String... priorities) {
        return new GoalContent(
                GOAL, "Every student is at school", null, List.of(priorities), "Superintendent", null, from, until);
    }

    private static DeciderSpecification<Command, Optional<Goal>, GoalEvent> goals() {
        return specification(new GoalDecider());
    }

    private static DeciderSpecification<PriorityDecider.Command, Optional<Priority>, PriorityEvent> priorities() {
        return specification(new PriorityDecider());
    }

    @Test
    void a_goal_is_set_revised_and_retired() {
        GoalContent first = goal(null, null, "state-5");
        GoalContent second = goal(TODAY, TODAY.plusYears(3), "state-5", "state-6");
        goals().when(new Command.SetGoal(first)).then(new GoalSet(first));
        goals().given(new GoalSet(first)).when(new Command.ReviseGoal(second)).then(new GoalRevised(second));
        goals().given(new GoalSet(first)).when(new Command.ReviseGoal(first)).thenNothing();
        goals().given(new GoalSet(first))
                .when(new Command.RetireGoal(TODAY, "Reached", TODAY))
                .then(new GoalRetired(GOAL, TODAY, "Reached"));
    }

    @Test
    void refuses_a_goal_that_contradicts_itself() {
        goals().when(new Command.SetGoal(goal(TODAY, TODAY.minusDays(1), "state-5")))
                .thenRefused(GoalRule.DATES_OUT_OF_ORDER);
        goals().when(new Command.SetGoal(goal(null, null, "state-5", "state-5")))
                .thenRefused(GoalRule.PRIORITY_NAMED_TWICE);
    }

    @Test
    void a_retired_goal_stays_as_it_was() {
        GoalSet set = new GoalSet(goal(null, null, "state-5"));
        GoalRetired retired = new GoalRetired(GOAL, TODAY, "Reached");
        goals().given(set, retired)
                .when(new Command.ReviseGoal(goal(null, null, "state-1")))
                .thenRefused(GoalRule.GOAL_IS_RETIRED);
        goals().given(set)
                .when(new Command.RetireGoal(TODAY.plusDays(1), "Reached", TODAY))
                .thenRefused(GoalRule.DATE_IN_THE_FUTURE);
    }

    @Test
    void refuses_what_concerns_no_goal_and_a_goal_set_twice() {
        goals().when(new Command.RetireGoal(TODAY, "Reached", TODAY)).thenRefused(GoalRule.GOAL_NOT_SET);
        GoalContent goal = goal(null, null, "state-5");
        goals().given(new GoalSet(goal)).when(new Command.SetGoal(goal)).thenRefused(GoalRule.GOAL_ALREADY_SET);
    }

    @Test
    void a_district_defines_revises_and_retires_priorities_of_its_own() {
        var defined = new PriorityDefined(PRIORITY, "Reading", null);
        var retired = new PriorityRetired(PRIORITY, "Taken up elsewhere");
        priorities()
                .when(new PriorityDecider.Command.DefinePriority(PRIORITY, "Reading", null))
                .then(defined);
        priorities()
                .given(defined)
                .when(new PriorityDecider.Command.RevisePriority("Reading well", null))
                .then(new PriorityRevised(PRIORITY, "Reading well", null));
        priorities()
                .given(defined)
                .when(new PriorityDecider.Command.RevisePriority("Reading", null))
                .thenNothing();
        priorities()
                .given(defined)
                .when(new PriorityDecider.Command.RetirePriority("Taken up elsewhere"))
                .then(retired);
        priorities()
                .given(defined, retired)
                .when(new PriorityDecider.Command.RevisePriority("Reading", "x"))
                .thenRefused(GoalRule.PRIORITY_IS_RETIRED);
        priorities().when(new PriorityDecider.Command.RetirePriority("x")).thenRefused(GoalRule.PRIORITY_NOT_DEFINED);
    }

    @Test
    void the_state_has_eight_priorities_in_the_order_of_the_law() {
        assertEquals(
                List.of("state-1", "state-2", "state-3", "state-4", "state-5", "state-6", "state-7", "state-8"),
                List.of(StatePriority.values()).stream().map(StatePriority::id).toList());
        assertEquals(Optional.of(StatePriority.PUPIL_ENGAGEMENT), StatePriority.of("state-5"));
        assertEquals(Optional.empty(), StatePriority.of("state-9"));
    }
}
