package org.inpractice.cycles.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.inpractice.cycles.portfolio.Burdens.Burden;
import org.inpractice.cycles.portfolio.Burdens.Carried;
import org.inpractice.cycles.portfolio.Burdens.Kind;
import org.inpractice.cycles.portfolio.Burdens.Thing;
import org.inpractice.cycles.portfolio.StallLimitEvent.StallLimitSet;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command.LiftLimit;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command.SetLimit;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command.StartOneMore;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Running;
import org.inpractice.cycles.portfolio.WorkLimitEvent.WorkLimitLifted;
import org.inpractice.cycles.portfolio.WorkLimitEvent.WorkLimitOverridden;
import org.inpractice.cycles.portfolio.WorkLimitEvent.WorkLimitSet;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

/** The rules of work in progress, and the sums of who carries what. */
class PortfolioRulesTest {
    private static final UUID TEAM = new UUID(0, 7);
    private static final UUID NEW = new UUID(0, 9);
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 20);
    private static final WorkLimitSet TWO = new WorkLimitSet(TEAM, 2, "Finish first");
    private static final WorkLimitLifted LIFTED = new WorkLimitLifted(TEAM, "Bigger team");

    private static DeciderSpecification<WorkLimitDecider.Command, Optional<WorkLimit>, WorkLimitEvent> limit() {
        return DeciderSpecification.specification(new WorkLimitDecider());
    }

    private static List<Running> running(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Running(new UUID(1, i), "Idea " + i))
                .toList();
    }

    private static StartOneMore start(int inProgress, String reason) {
        return new StartOneMore(NEW, running(inProgress), reason, reason == null ? null : "Superintendent");
    }

    @Test
    void a_limit_is_set_changed_and_lifted() {
        limit().when(new SetLimit(TEAM, 2, "Finish first")).then(TWO);
        limit().given(TWO).when(new SetLimit(TEAM, 2, "Again")).thenNothing();
        limit().given(TWO).when(new SetLimit(TEAM, 3, null)).then(new WorkLimitSet(TEAM, 3, null));
        limit().given(TWO).when(new LiftLimit("Bigger team")).then(LIFTED);
        limit().given(TWO, LIFTED).when(new LiftLimit("Again")).thenRefused(WorkLimitRule.WORK_LIMIT_NOT_SET);
        limit().when(new LiftLimit("Again")).thenRefused(WorkLimitRule.WORK_LIMIT_NOT_SET);
        limit().given(TWO, LIFTED).when(new SetLimit(TEAM, 2, "Finish first")).then(TWO);
    }

    @Test
    void refuses_one_more_than_the_limit_and_names_what_is_in_progress() {
        var refusal = limit().given(TWO).when(start(2, null)).thenRefused(WorkLimitRule.WORK_LIMIT_REACHED);
        assertTrue(refusal.getMessage().contains("Idea 0, cycle " + new UUID(1, 0)), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("overWorkLimit"), refusal.getMessage());
        var many = limit().given(TWO).when(start(12, null)).thenRefused(WorkLimitRule.WORK_LIMIT_REACHED);
        assertTrue(many.getMessage().contains("and 2 more"), many.getMessage());
    }

    @Test
    void lets_start_what_the_limit_allows_or_where_none_holds() {
        limit().given(TWO).when(start(1, null)).thenNothing();
        limit().given(TWO, LIFTED).when(start(9, null)).thenNothing();
        limit().when(start(9, null)).thenNothing();
    }

    @Test
    void keeps_who_started_beyond_the_limit_and_why_but_only_when_it_was_beyond() {
        var over = new WorkLimitOverridden(
                TEAM, NEW, 2, List.of(new UUID(1, 0), new UUID(1, 1)), "The grant ends", "Superintendent");
        limit().given(TWO).when(start(2, "The grant ends")).then(over);
        limit().given(TWO).when(start(1, "The grant ends")).thenNothing();
        WorkLimit after = new WorkLimitDecider()
                .evolve(new WorkLimitDecider().evolve(Optional.empty(), TWO), over)
                .orElseThrow();
        assertEquals(2, after.atMost());
        assertEquals(2, after.overrides().getFirst().inProgress());
    }

    @Test
    void a_stall_limit_is_set_again_only_when_it_is_another() {
        var set = new StallLimitSet(21, null);
        var stall = DeciderSpecification.<StallLimitSet, Optional<StallLimit>, StallLimitEvent>specification(
                new StallLimitDecider());
        stall.when(set).then(set);
        stall.given(set).when(new StallLimitSet(21, "Again")).thenNothing();
    }

    @Test
    void a_cycle_has_stalled_when_its_last_event_was_that_many_days_ago_and_not_one_less() {
        Instant before = Board.stalledBefore(TODAY, 14);
        assertTrue(Instant.parse("2025-11-06T23:59:59Z").isBefore(before));
        assertEquals(Instant.parse("2025-11-07T00:00:00Z"), before);
    }

    @Test
    void who_carries_most_that_is_overdue_comes_first_and_overdue_things_before_others() {
        // given
        List<Carried> all = List.of(
                new Carried("dana", "Dana", Kind.CYCLE, "1", "Calls", TODAY.plusDays(9)),
                new Carried("dana", "dana", Kind.TASK, "1", "Call", TODAY.minusDays(1)),
                new Carried("luis", "Luis", Kind.AIM, "2", "Aim", null),
                new Carried("luis", "Luis", Kind.BARRIER, "3", "Lists", TODAY),
                new Carried("luis", "Luis", Kind.DRIVER, "4", "Driver", null));
        // when
        List<Burden> burdens = Burdens.of(all, Map.of("luis", TODAY), TODAY);
        // then
        assertEquals(
                List.of("Dana", "Luis"), burdens.stream().map(Burden::carrier).toList());
        assertEquals(1, burdens.getFirst().overdue());
        assertEquals(
                List.of("task", "cycle"),
                burdens.getFirst().things().stream().map(Thing::kind).toList());
        assertEquals(0, burdens.getLast().overdue());
        assertEquals(3, burdens.getLast().total());
        assertEquals(true, burdens.getLast().hasLeft());
        assertEquals("dana", Burdens.of(all, null, TODAY).getFirst().id());
    }
}
