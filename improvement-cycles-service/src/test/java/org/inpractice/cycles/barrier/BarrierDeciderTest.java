package org.inpractice.cycles.barrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.barrier.BarrierCommand.AcceptBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.EscalateBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.OwnBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RaiseBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RemoveBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.ReopenBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.ReviseBarrier;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierAccepted;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierEscalated;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierOwned;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRaised;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRemoved;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierReopened;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRevised;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BarrierDeciderTest {
    private static final UUID ID = UUID.fromString("0199a1c0-5b10-7c21-9a01-3f6e2d1c0b01");
    private static final UUID AIM = UUID.fromString("0198c301-9b52-7d4e-9f10-51a2c7e80a04");
    private static final LocalDate RAISED_ON = LocalDate.of(2025, 10, 2);
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 20);
    private static final BarrierTerms TERMS =
            new BarrierTerms("The list comes too late", BarrierKind.TECHNOLOGY, null, List.of(AIM), List.of());

    private static final BarrierRaised RAISED = new BarrierRaised(
            ID, TERMS.what(), TERMS.kind(), null, List.of(AIM), List.of(), "Attendance team", RAISED_ON, null);
    private static final BarrierOwned OWNED = new BarrierOwned(ID, "Technology", day(31), day(6), null);
    private static final BarrierEscalated ESCALATED =
            new BarrierEscalated(ID, "Superintendent", "The contract", day(20), null);
    private static final BarrierRemoved REMOVED = new BarrierRemoved(ID, "A new export", day(25), null);
    private static final BarrierAccepted ACCEPTED = new BarrierAccepted(ID, "Until next year", day(25), null);

    private static DeciderSpecification<BarrierCommand, Optional<Barrier>, BarrierEvent> barrier() {
        return DeciderSpecification.specification(new BarrierDecider());
    }

    private static LocalDate day(int dayOfOctober) {
        return LocalDate.of(2025, 10, dayOfOctober);
    }

    private static RaiseBarrier toRaise(BarrierTerms terms, LocalDate on) {
        return new RaiseBarrier(ID, terms, "Attendance team", on, null, TODAY);
    }

    private static OwnBarrier toOwn(LocalDate until, LocalDate on) {
        return new OwnBarrier("Technology", until, on, null, TODAY);
    }

    private static EscalateBarrier toEscalate() {
        return new EscalateBarrier("Superintendent", "The contract", day(20), null, TODAY);
    }

    private static RemoveBarrier toRemove(LocalDate on) {
        return new RemoveBarrier("A new export", on, null, TODAY);
    }

    private static AcceptBarrier toAccept() {
        return new AcceptBarrier("Until next year", day(25), null, TODAY);
    }

    @Test
    void a_barrier_is_raised_owned_passed_on_and_removed() {
        barrier().when(toRaise(TERMS, RAISED_ON)).then(RAISED);
        barrier().given(RAISED).when(toOwn(day(31), day(6))).then(OWNED);
        barrier().given(RAISED, OWNED).when(toEscalate()).then(ESCALATED);
        barrier().given(RAISED, OWNED, ESCALATED).when(toRemove(day(25))).then(REMOVED);
        barrier().given(RAISED, OWNED).when(toAccept()).then(ACCEPTED);
        barrier().given(RAISED).when(toRemove(day(25))).then(REMOVED);
    }

    @Test
    void refuses_a_kind_that_is_not_named_or_named_twice() {
        var other = new BarrierTerms("x", BarrierKind.OTHER, null, null, null);
        barrier().when(toRaise(other, RAISED_ON)).thenRefused(BarrierRule.BARRIER_KIND_NOT_NAMED);
        var both = new BarrierTerms("x", BarrierKind.TIME, "Buses", null, null);
        barrier().when(toRaise(both, RAISED_ON)).thenRefused(BarrierRule.BARRIER_KIND_NAMED_TWICE);
        barrier().given(RAISED).when(new ReviseBarrier(both)).thenRefused(BarrierRule.BARRIER_KIND_NAMED_TWICE);
    }

    @Test
    void refuses_an_aim_named_twice() {
        var twice = new BarrierTerms("x", BarrierKind.TIME, null, List.of(AIM, AIM), null);
        var refusal = barrier().when(toRaise(twice, RAISED_ON)).thenRefused(BarrierRule.BARRIER_NAMES_IT_TWICE);
        assertEquals("aimIds[1]", refusal.field());
    }

    @Test
    void refuses_to_pass_on_what_nobody_owns() {
        barrier().given(RAISED).when(toEscalate()).thenRefused(BarrierRule.BARRIER_HAS_NO_OWNER);
    }

    @Test
    void refuses_steps_on_a_closed_barrier_until_it_is_reopened() {
        for (BarrierEvent closed : List.of(REMOVED, ACCEPTED)) {
            var gone = barrier().given(RAISED, OWNED, closed);
            gone.when(toOwn(day(31), day(26))).thenRefused(BarrierRule.BARRIER_IS_CLOSED);
            gone.when(toEscalate()).thenRefused(BarrierRule.BARRIER_IS_CLOSED);
            gone.when(toRemove(day(26))).thenRefused(BarrierRule.BARRIER_IS_CLOSED);
            gone.when(toAccept()).thenRefused(BarrierRule.BARRIER_IS_CLOSED);
            var back = new BarrierReopened(ID, "It is back", day(28));
            gone.when(new ReopenBarrier("It is back", day(28), TODAY)).then(back);
            barrier()
                    .given(RAISED, OWNED, closed, back)
                    .when(toRemove(day(30)))
                    .then(new BarrierRemoved(ID, "A new export", day(30), null));
        }
        barrier()
                .given(RAISED)
                .when(new ReopenBarrier("It is back", day(28), TODAY))
                .thenRefused(BarrierRule.BARRIER_IS_OPEN);
    }

    @Test
    void refuses_days_out_of_order_and_days_to_come() {
        barrier().when(toRaise(TERMS, TODAY.plusDays(1))).thenRefused(BarrierRule.BARRIER_DAY_IN_THE_FUTURE);
        var raised = barrier().given(RAISED);
        raised.when(toOwn(day(31), day(1))).thenRefused(BarrierRule.BARRIER_DATES_OUT_OF_ORDER);
        raised.when(toOwn(day(5), day(6))).thenRefused(BarrierRule.BARRIER_DATES_OUT_OF_ORDER);
        raised.when(toRemove(TODAY.plusDays(1))).thenRefused(BarrierRule.BARRIER_DAY_IN_THE_FUTURE);
        barrier().given(RAISED, OWNED).when(toRemove(day(5))).thenRefused(BarrierRule.BARRIER_DATES_OUT_OF_ORDER);
        barrier()
                .given(RAISED, REMOVED)
                .when(new ReopenBarrier("Back", day(24), TODAY))
                .thenRefused(BarrierRule.BARRIER_DATES_OUT_OF_ORDER);
    }

    @Test
    void says_nothing_when_nothing_changes() {
        barrier().given(RAISED).when(new ReviseBarrier(TERMS)).thenNothing();
        barrier().given(RAISED, OWNED).when(toOwn(day(31), day(7))).thenNothing();
        barrier()
                .given(RAISED, OWNED, ESCALATED)
                .when(toOwn(day(31), day(21)))
                .then(new BarrierOwned(ID, "Technology", day(31), day(21), null));
        var revised = new BarrierTerms("It comes after noon", BarrierKind.TIME, null, null, null);
        barrier()
                .given(RAISED)
                .when(new ReviseBarrier(revised))
                .then(new BarrierRevised(ID, "It comes after noon", BarrierKind.TIME, null, List.of(), List.of()));
    }

    @Test
    void knows_nothing_of_a_barrier_that_was_never_raised() {
        for (BarrierCommand command : List.of(
                new ReviseBarrier(TERMS), toOwn(day(31), day(6)), toEscalate(), toRemove(day(25)), toAccept())) {
            barrier().when(command).thenRefused(BarrierRule.BARRIER_UNKNOWN);
        }
        barrier().given(RAISED).when(toRaise(TERMS, RAISED_ON)).thenRefused(BarrierRule.BARRIER_ALREADY_RAISED);
    }

    @Test
    void days_open_do_not_count_the_days_on_which_it_was_gone() {
        // given
        Barrier open = standing(RAISED, OWNED);
        Barrier gone = standing(RAISED, OWNED, REMOVED);
        Barrier back = standing(RAISED, OWNED, REMOVED, new BarrierReopened(ID, "Back", day(28)));
        // then
        assertEquals(18, open.daysOpen(day(20)));
        assertEquals(23, gone.daysOpen(TODAY));
        assertEquals(23 + 2, back.daysOpen(day(30)));
        assertEquals(0, open.daysOpen(day(1)));
        assertTrue(open.overdue(LocalDate.of(2025, 11, 1)));
        assertEquals(Barrier.State.OWNED, back.state());
    }

    private static Barrier standing(BarrierEvent... events) {
        Optional<Barrier> barrier = Optional.empty();
        for (BarrierEvent event : events) {
            barrier = new BarrierDecider().evolve(barrier, event);
        }
        return barrier.orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_title_of_its_own(BarrierRule rule) {
        assertTrue(rule.title().length() > 10, rule.name());
    }
}
