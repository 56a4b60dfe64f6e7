package org.inpractice.learning.guard;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.UUID;
import org.inpractice.learning.guard.GuardCommand.SetGuard;
import org.inpractice.learning.guard.GuardCommand.WithdrawGuard;
import org.inpractice.learning.guard.GuardEvent.GuardSet;
import org.inpractice.learning.guard.GuardEvent.GuardWithdrawn;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

class GuardDeciderTest {
    private static final UUID ID = UUID.fromString("01992f6e-0000-7000-8000-000000000001");

    private final DeciderSpecification<GuardCommand, Guard, GuardEvent> guards = specification(new GuardDecider());

    @Test
    void sets_a_guard_on_a_balancing_measure_and_the_same_again_changes_nothing() {
        guards.given().when(set("6", "0.5", "balancing", false)).then(isSet("6", "0.5"));
        guards.given(isSet("6", "0.5"))
                .when(set("6.0", "0.50", "balancing", false))
                .thenNothing();
        guards.given(isSet("6", "0.5"))
                .when(set("5", "0.5", "balancing", false))
                .then(isSet("5", "0.5"));
    }

    @Test
    void refuses_a_guard_on_what_the_cycle_does_not_balance() {
        assertEquals(
                "measureId",
                guards.given()
                        .when(set("6", "0.5", null, false))
                        .thenRefused(GuardRule.GUARD_ON_ANOTHER_MEASURE)
                        .field());
        guards.given().when(set("6", "0.5", "outcome", false)).thenRefused(GuardRule.GUARD_NOT_BALANCING);
    }

    @Test
    void refuses_a_guard_without_a_margin_because_nothing_could_nearly_fail() {
        guards.given().when(set("6", "0", "balancing", false)).thenRefused(GuardRule.GUARD_WITHOUT_MARGIN);
        guards.given().when(set("6", "-1", "balancing", false)).thenRefused(GuardRule.GUARD_WITHOUT_MARGIN);
    }

    @Test
    void refuses_a_guard_on_a_cycle_that_is_decided() {
        guards.given().when(set("6", "0.5", "balancing", true)).thenRefused(GuardRule.GUARD_AFTER_DECISION);
    }

    @Test
    void withdraws_a_guard_once_and_lets_it_be_set_again() {
        guards.given(isSet("6", "0.5")).when(new WithdrawGuard(ID)).then(withdrawn());
        guards.given(isSet("6", "0.5"), withdrawn()).when(new WithdrawGuard(ID)).thenNothing();
        guards.given(isSet("6", "0.5"), withdrawn())
                .when(set("6", "0.5", "balancing", false))
                .then(isSet("6", "0.5"));
        guards.given().when(new WithdrawGuard(ID)).thenRefused(GuardRule.GUARD_UNKNOWN);
    }

    private static SetGuard set(String value, String margin, String role, boolean decided) {
        return new SetGuard(
                ID, ID, ID, GuardSide.NOT_ABOVE, new BigDecimal(value), new BigDecimal(margin), role, decided);
    }

    private static GuardSet isSet(String value, String margin) {
        return new GuardSet(ID, ID, ID, GuardSide.NOT_ABOVE, new BigDecimal(value), new BigDecimal(margin));
    }

    private static GuardWithdrawn withdrawn() {
        return new GuardWithdrawn(ID, ID, ID);
    }
}
