package org.inpractice.cycles.cycle;

import static org.inpractice.cycles.cycle.Examples.AIM;
import static org.inpractice.cycles.cycle.Examples.CYCLE;
import static org.inpractice.cycles.cycle.Examples.IDEA;
import static org.inpractice.cycles.cycle.Examples.MEASURES;
import static org.inpractice.cycles.cycle.Examples.NEXT;
import static org.inpractice.cycles.cycle.Examples.PLAN;
import static org.inpractice.cycles.cycle.Examples.START;
import static org.inpractice.cycles.cycle.Examples.STUDY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.inpractice.cycles.cycle.LadderRules.Place;
import org.inpractice.stream.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LadderRulesTest {
    private static final UUID OTHER = UUID.fromString("0198c310-0000-7000-8000-000000000000");

    @Test
    void the_next_rung_stands_above_a_cycle_that_was_adopted_or_adapted() {
        for (Decision decision : new Decision[] {Decision.ADOPT, Decision.ADAPT}) {
            Place place = LadderRules.above(new Cycle.Decided(PLAN, decision, STUDY, null, List.of()), IDEA);
            assertEquals(new Place(IDEA, CYCLE, 2), place);
        }
    }

    @Test
    void refuses_a_rung_above_a_cycle_that_is_unknown_open_or_abandoned() {
        refused(CycleRule.PREVIOUS_CYCLE_UNKNOWN, () -> LadderRules.above(new Cycle.Unplanned(), null));
        refused(CycleRule.PREVIOUS_CYCLE_NOT_DECIDED, () -> LadderRules.above(new Cycle.Planned(PLAN), null));
        refused(
                CycleRule.PREVIOUS_CYCLE_NOT_DECIDED,
                () -> LadderRules.above(new Cycle.Started(PLAN, START, START, Set.of()), null));
        refused(
                CycleRule.PREVIOUS_CYCLE_NOT_DECIDED,
                () -> LadderRules.above(new Cycle.Studied(PLAN, START, STUDY), null));
        refused(
                CycleRule.PREVIOUS_CYCLE_ABANDONED,
                () -> LadderRules.above(new Cycle.Decided(PLAN, Decision.ABANDON, STUDY, null, List.of()), null));
    }

    @Test
    void refuses_a_rung_of_another_idea() {
        refused(
                CycleRule.OTHER_CHANGE_IDEA,
                () -> LadderRules.above(new Cycle.Decided(PLAN, Decision.ADOPT, STUDY, null, List.of()), OTHER));
    }

    @Test
    void refuses_to_move_a_cycle_to_another_idea_or_rung() {
        LadderRules.checkSame(PLAN, IDEA, null);
        refused(CycleRule.LADDER_IS_FIXED, () -> LadderRules.checkSame(PLAN, OTHER, null));
        refused(CycleRule.LADDER_IS_FIXED, () -> LadderRules.checkSame(PLAN, null, CYCLE));
    }

    @Test
    void a_next_rung_takes_over_all_but_the_prediction() {
        CyclePlan next = NEXT.above(PLAN);
        assertEquals(IDEA, next.changeIdeaId());
        assertEquals(CYCLE, next.previousCycleId());
        assertEquals(2, next.rung());
        assertEquals(AIM, next.aimId());
        assertEquals(MEASURES, next.measures());
        assertEquals(PLAN.siteId(), next.siteId());
        assertEquals(PLAN.owner(), next.owner());
        assertEquals("Teachers call home early", next.changeIdea());
        assertNull(next.prediction());
        assertNull(next.plannedEnd());
    }

    private static void refused(CycleRule rule, Executable command) {
        assertEquals(rule, assertThrows(Refusal.class, command).rule());
    }
}
