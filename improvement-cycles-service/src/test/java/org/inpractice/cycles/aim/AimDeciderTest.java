package org.inpractice.cycles.aim;

import static org.inpractice.stream.DeciderSpecification.specification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.aim.AimDecider.Command;
import org.inpractice.cycles.aim.AimDecider.Command.MergeAim;
import org.inpractice.cycles.aim.AimDecider.Command.RetireAim;
import org.inpractice.cycles.aim.AimDecider.Command.ReviseAim;
import org.inpractice.cycles.aim.AimDecider.Command.SetAim;
import org.inpractice.cycles.aim.AimEvent.AimMerged;
import org.inpractice.cycles.aim.AimEvent.AimRetired;
import org.inpractice.cycles.aim.AimEvent.AimRevised;
import org.inpractice.cycles.aim.AimEvent.AimSet;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

class AimDeciderTest {
    private static final UUID AIM = UUID.fromString("0198c301-9b52-7d4e-9f10-51a2c7e80a04");
    private static final UUID MEASURE = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final LocalDate BY = LocalDate.of(2026, 6, 12);
    private static final AgreedAim AGREED = new AgreedAim(
            AIM,
            "Fewer absences",
            MEASURE,
            Direction.DECREASE,
            new BigDecimal("11.2"),
            new BigDecimal("6"),
            "All students",
            List.of("19647330112536"),
            BY,
            "Principal",
            null,
            List.of());
    private static final AimSet SET = new AimSet(AGREED);
    private static final UUID OTHER = UUID.fromString("0198c302-0c63-7e5f-8a21-62b3d8f91b15");
    private static final Aim INTO = Aim.active(new AgreedAim(
            OTHER,
            "One aim",
            MEASURE,
            Direction.DECREASE,
            null,
            BigDecimal.ONE,
            "All",
            List.of(),
            BY,
            "Principal",
            null,
            List.of()));

    private static DeciderSpecification<Command, Optional<Aim>, AimEvent> aim() {
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
                null,
                List.of(),
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
                .then(new AimRevised(terms(Direction.DECREASE, "11.2", "5", BY).agreed(AIM)));
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

    @Test
    void a_retired_aim_stays_as_it_was() {
        AimRetired retired = new AimRetired(AIM, TODAY, "Reached");
        aim().given(SET).when(new RetireAim(TODAY, "Reached", TODAY)).then(retired);
        aim().given(SET)
                .when(new RetireAim(TODAY.plusDays(1), "Reached", TODAY))
                .thenRefused(AimRule.DATE_IN_THE_FUTURE);
        aim().given(SET, retired)
                .when(new ReviseAim(AIM, terms(Direction.DECREASE, null, "5", BY)))
                .thenRefused(AimRule.AIM_IS_RETIRED);
        aim().given(SET, retired).when(new RetireAim(TODAY, "Again", TODAY)).thenRefused(AimRule.AIM_IS_RETIRED);
    }

    @Test
    void an_aim_becomes_a_part_of_an_active_one() {
        AimMerged merged = new AimMerged(AIM, OTHER, TODAY, "One aim");
        aim().given(SET).when(merge(Optional.of(INTO))).then(merged);
        aim().given(SET, merged).when(merge(Optional.of(INTO))).thenRefused(AimRule.AIM_IS_MERGED);
    }

    @Test
    void refuses_to_merge_into_nothing_itself_or_what_has_ended() {
        aim().given(SET).when(merge(Optional.empty())).thenRefused(AimRule.AIM_UNKNOWN);
        aim().given(SET).when(merge(Optional.of(Aim.active(AGREED)))).thenRefused(AimRule.AIM_MERGED_INTO_ITSELF);
        Aim ended = new Aim(INTO.agreed(), AimState.RETIRED, null, TODAY, "Reached");
        aim().given(SET).when(merge(Optional.of(ended))).thenRefused(AimRule.AIM_IS_RETIRED);
        Aim part = new Aim(INTO.agreed(), AimState.MERGED, AIM, TODAY, "The other way round");
        aim().given(SET).when(merge(Optional.of(part))).thenRefused(AimRule.AIM_IS_MERGED);
    }

    private static MergeAim merge(Optional<Aim> into) {
        return new MergeAim(into, TODAY, "One aim", TODAY);
    }
}
