package org.inpractice.cycles.aim;

import static org.inpractice.stream.DeciderSpecification.specification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.aim.AimDecider.Command;
import org.inpractice.cycles.aim.AimDecider.Command.ReviseAim;
import org.inpractice.cycles.aim.AimDecider.Command.SetAim;
import org.inpractice.cycles.aim.AimEvent.AimRevised;
import org.inpractice.cycles.aim.AimEvent.AimSet;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

class AimDeciderTest {
    private static final UUID AIM = UUID.fromString("0198c301-9b52-7d4e-9f10-51a2c7e80a04");
    private static final UUID MEASURE = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final LocalDate BY = LocalDate.of(2026, 6, 12);
    private static final AimSet SET = new AimSet(
            AIM,
            "Fewer absences",
            MEASURE,
            Direction.DECREASE,
            new BigDecimal("11.2"),
            new BigDecimal("6"),
            "All students",
            List.of("19647330112536"),
            BY,
            "Principal");

    private static DeciderSpecification<Command, Optional<AimEvent>, AimEvent> aim() {
        return specification(new AimDecider());
    }

    private static AimTerms terms(Direction direction, String baseline, String target, LocalDate by) {
        return new AimTerms(
                "Fewer absences",
                MEASURE,
                direction,
                baseline == null ? null : new BigDecimal(baseline),
                new BigDecimal(target),
                "All students",
                List.of("19647330112536"),
                by,
                "Principal",
                null);
    }

    @Test
    void an_aim_says_how_much_of_what_for_whom_by_when() {
        aim().when(new SetAim(AIM, terms(Direction.DECREASE, "11.2", "6", BY), TODAY))
                .then(SET);
    }

    @Test
    void refuses_an_aim_whose_day_has_passed() {
        aim().when(new SetAim(AIM, terms(Direction.DECREASE, null, "6", TODAY.minusDays(1)), TODAY))
                .thenRefused(AimRule.AIM_DATE_HAS_PASSED);
    }

    @Test
    void refuses_a_target_on_the_wrong_side_of_the_baseline() {
        aim().when(new SetAim(AIM, terms(Direction.INCREASE, "11.2", "6", BY), TODAY))
                .thenRefused(AimRule.TARGET_DOES_NOT_FIT_DIRECTION);
        aim().given(SET)
                .when(new ReviseAim(AIM, terms(Direction.DECREASE, "6", "6.0", BY)))
                .thenRefused(AimRule.TARGET_DOES_NOT_FIT_DIRECTION);
    }

    @Test
    void a_revision_tells_the_whole_aim() {
        aim().given(SET)
                .when(new ReviseAim(AIM, terms(Direction.DECREASE, "11.2", "5", BY)))
                .then(new AimRevised(
                        AIM,
                        SET.statement(),
                        MEASURE,
                        Direction.DECREASE,
                        new BigDecimal("11.2"),
                        new BigDecimal("5"),
                        SET.population(),
                        SET.siteIds(),
                        BY,
                        SET.owner()));
    }

    @Test
    void a_revision_that_says_the_same_is_no_event() {
        aim().given(SET)
                .when(new ReviseAim(AIM, terms(Direction.DECREASE, "11.2", "6", BY)))
                .thenNothing();
    }

    @Test
    void refuses_to_revise_what_was_never_set_and_to_set_it_twice() {
        aim().when(new ReviseAim(AIM, terms(Direction.DECREASE, null, "6", BY))).thenRefused(AimRule.AIM_NOT_SET);
        aim().given(SET)
                .when(new SetAim(AIM, terms(Direction.DECREASE, null, "6", BY), TODAY))
                .thenRefused(AimRule.AIM_ALREADY_SET);
    }
}
