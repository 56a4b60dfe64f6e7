package org.inpractice.cycles.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.capacity.CoachLoadEvent.CoachLoadSet;
import org.inpractice.cycles.capacity.CoachLoadReading.OfCoach;
import org.inpractice.cycles.capacity.CoachingDecider.Command.RecordCoaching;
import org.inpractice.cycles.capacity.CoachingDecider.Command.WithdrawCoaching;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingRecorded;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingWithdrawn;
import org.inpractice.cycles.capacity.TrainingDecider.Command.RecordTraining;
import org.inpractice.cycles.capacity.TrainingDecider.Command.WithdrawTraining;
import org.inpractice.cycles.capacity.TrainingEvent.TrainingRecorded;
import org.inpractice.cycles.capacity.TrainingEvent.TrainingWithdrawn;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of coaching and training, and what a coach carries. */
class CapacityRulesTest {
    private static final UUID ID = UUID.fromString("0199d0a1-11f2-7c03-8d14-e25f36071829");
    private static final UUID TEAM = UUID.fromString("0199d0a1-0000-7c03-8d14-e25f36071829");
    private static final UUID CYCLE = UUID.fromString("0198c310-22f1-7b09-b6c5-2e47d1a9f406");
    private static final LocalDate DAY = LocalDate.of(2025, 10, 9);
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 20);

    private static CoachingRecorded session(String coach, List<String> coached, UUID team, UUID cycle, LocalDate on) {
        return new CoachingRecorded(ID, coach, coached, team, cycle, on, 45, "Predictions", null);
    }

    private static final CoachingRecorded COACHED = session("Priya Nair", List.of("Dana Reyes"), TEAM, CYCLE, DAY);
    private static final TrainingRecorded TRAINED =
            new TrainingRecorded(ID, "A first test", "County office", DAY, 180, List.of("Dana Reyes", "Luis Romero"));

    private static DeciderSpecification<CoachingDecider.Command, Optional<CoachingSession>, CoachingEvent> coaching() {
        return DeciderSpecification.specification(new CoachingDecider());
    }

    private static DeciderSpecification<TrainingDecider.Command, Optional<Training>, TrainingEvent> training() {
        return DeciderSpecification.specification(new TrainingDecider());
    }

    @Test
    void a_session_is_recorded_once_and_withdrawn_once() {
        var withdrawn = new CoachingWithdrawn(ID, "Recorded twice");
        coaching().when(new RecordCoaching(COACHED, TODAY)).then(COACHED);
        coaching()
                .given(COACHED)
                .when(new RecordCoaching(COACHED, TODAY))
                .thenRefused(CapacityRule.COACHING_ALREADY_RECORDED);
        coaching().given(COACHED).when(new WithdrawCoaching("Recorded twice")).then(withdrawn);
        coaching()
                .given(COACHED, withdrawn)
                .when(new WithdrawCoaching("Again"))
                .thenRefused(CapacityRule.COACHING_IS_WITHDRAWN);
        coaching().when(new WithdrawCoaching("Again")).thenRefused(CapacityRule.COACHING_UNKNOWN);
    }

    @Test
    void a_session_has_a_coach_and_somebody_else() {
        refused(session("Priya Nair", List.of(), null, null, DAY), CapacityRule.COACHING_OF_NOBODY);
        refused(session("Priya Nair", List.of("priya  nair"), TEAM, null, DAY), CapacityRule.COACHING_OF_ONESELF);
        refused(
                session("Priya Nair", List.of("Dana Reyes", "DANA REYES"), TEAM, null, DAY),
                CapacityRule.CAPACITY_NAMES_SOMEBODY_TWICE);
        refused(
                session("Priya Nair", List.of(), TEAM, null, TODAY.plusDays(1)),
                CapacityRule.CAPACITY_DAY_IN_THE_FUTURE);
        for (CoachingRecorded fine : List.of(
                session("Priya Nair", List.of(), TEAM, null, TODAY),
                session("Priya Nair", List.of(), null, CYCLE, TODAY))) {
            coaching().when(new RecordCoaching(fine, TODAY)).then(fine);
        }
    }

    private static void refused(CoachingRecorded session, CapacityRule rule) {
        coaching().when(new RecordCoaching(session, TODAY)).thenRefused(rule);
    }

    @Test
    void a_training_is_recorded_once_and_withdrawn_once() {
        var withdrawn = new TrainingWithdrawn(ID, "It was put off");
        training().when(new RecordTraining(TRAINED, TODAY)).then(TRAINED);
        training()
                .given(TRAINED)
                .when(new RecordTraining(TRAINED, TODAY))
                .thenRefused(CapacityRule.TRAINING_ALREADY_RECORDED);
        training().given(TRAINED).when(new WithdrawTraining("It was put off")).then(withdrawn);
        training()
                .given(TRAINED, withdrawn)
                .when(new WithdrawTraining("Again"))
                .thenRefused(CapacityRule.TRAINING_IS_WITHDRAWN);
        training().when(new WithdrawTraining("Again")).thenRefused(CapacityRule.TRAINING_UNKNOWN);
        training()
                .when(new RecordTraining(TRAINED, DAY.minusDays(1)))
                .thenRefused(CapacityRule.CAPACITY_DAY_IN_THE_FUTURE);
        var twice = new TrainingRecorded(ID, "A first test", null, DAY, null, List.of("Dana Reyes", "Dana Reyes"));
        training().when(new RecordTraining(twice, TODAY)).thenRefused(CapacityRule.CAPACITY_NAMES_SOMEBODY_TWICE);
    }

    @Test
    void a_load_is_set_again_only_when_it_is_another() {
        var set = new CoachLoadSet(28, 12, 5, "So they find time");
        var load = DeciderSpecification.<CoachLoadSet, Optional<CoachLoad>, CoachLoadEvent>specification(
                new CoachLoadDecider());
        load.when(set).then(set);
        load.given(set).when(new CoachLoadSet(28, 12, 5, "Again")).thenNothing();
        load.given(set).when(new CoachLoadSet(28, 13, 5, null)).then(new CoachLoadSet(28, 13, 5, null));
    }

    @Test
    void what_a_coach_carries_is_counted_under_all_writings_of_the_name() {
        // given
        List<CoachingRecorded> sessions = List.of(
                session("Sam Okafor", List.of("Ana Lee"), TEAM, null, DAY),
                session("Priya Nair", List.of("Dana Reyes"), TEAM, CYCLE, DAY),
                session("priya nair", List.of("dana reyes"), CYCLE, CYCLE, TODAY));
        // when
        CoachLoadReading reading = CoachLoadReading.of(DAY, TODAY, new CoachLoad(28, 2, 1), sessions);
        // then
        OfCoach most = reading.coaches().getFirst();
        assertEquals("priya nair", most.coach());
        assertEquals(2, most.sessions());
        assertEquals(90, most.minutes());
        assertEquals(2, most.teams());
        assertEquals(1, most.cycles());
        assertEquals(1, most.people());
        assertEquals(false, most.overSessions());
        assertEquals(true, most.overTeams());
        assertNull(CoachLoadReading.of(DAY, TODAY, null, sessions)
                .coaches()
                .getFirst()
                .overTeams());
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_title_of_its_own(CapacityRule rule) {
        assertTrue(rule.title().length() > 10, rule.name());
    }
}
