package org.inpractice.learning.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.followed.FollowedEvent;
import org.inpractice.learning.followed.FollowedEvent.CycleMeasure;
import org.inpractice.learning.followed.FollowedEvent.CycleStarted;
import org.inpractice.learning.followed.FollowedEvent.CycleStudied;
import org.inpractice.learning.followed.FollowedEvent.Effect;
import org.inpractice.learning.followed.FollowedEvent.FeedCaughtUp;
import org.inpractice.learning.followed.FollowedEvent.FeedLate;
import org.inpractice.learning.followed.FollowedEvent.FeedRetired;
import org.inpractice.learning.followed.FollowedEvent.FeedbackChanged;
import org.inpractice.learning.followed.FollowedEvent.Prediction;
import org.inpractice.learning.followed.FollowedEvent.SignalDetected;
import org.inpractice.learning.followed.Step;
import org.inpractice.learning.prompt.PromptCommand.OfData;
import org.inpractice.learning.prompt.PromptCommand.SeeCause;
import org.inpractice.learning.prompt.PromptCommand.SeeCauseEnd;
import org.junit.jupiter.api.Test;

/** What of the steps of cycles and feeds is a cause: no database, no topic. */
class CausesTest {
    private static final String DISTRICT = "1964733";
    private static final UUID CYCLE = new UUID(1, 1);
    private static final UUID OUTCOME = new UUID(1, 2);
    private static final UUID BALANCE = new UUID(1, 3);
    private static final UUID FEED = new UUID(1, 4);

    private final List<Step> steps = new ArrayList<>();

    @Test
    void a_good_signal_is_no_cause_and_a_bad_one_holds_while_the_verdict_allows_it() {
        signal(OUTCOME, "outcome", true);
        UUID bad = promptOf(signal(OUTCOME, "outcome", false));
        assertEquals(1, causes().size());
        verdict("confounded", -1);
        assertEquals(1, causes().size());
        verdict("no_signal_yet", -1);
        assertEquals(
                bad, assertInstanceOf(SeeCauseEnd.class, causes().getLast()).promptId());
    }

    @Test
    void a_signal_on_what_is_balanced_holds_until_the_verdict_is_improved() {
        signal(BALANCE, "balancing", false);
        verdict("no_signal_yet", 0);
        assertEquals(1, causes().size());
        verdict("improved", -5);
        assertInstanceOf(SeeCauseEnd.class, causes().getLast());
    }

    @Test
    void a_verdict_that_other_data_led_to_is_a_cause_of_its_own_and_each_time_it_worsens_another() {
        signal(OUTCOME, "outcome", false);
        verdict("worsened", 2);
        verdict("no_signal_yet", 0);
        verdict("worsened", 2);
        List<UUID> opened = causes().stream()
                .filter(SeeCause.class::isInstance)
                .map(OfData::promptId)
                .distinct()
                .toList();
        assertEquals(3, opened.size());
    }

    @Test
    void from_worsened_to_improved_at_expense_one_cause_ends_and_another_is_there() {
        verdict("worsened", 2);
        verdict("improved_at_expense", -5);
        List<OfData> causes = causes();
        assertEquals(3, causes.size());
        assertNotEquals(causes.get(0).promptId(), causes.get(1).promptId());
        assertEquals(
                causes.get(0).promptId(),
                assertInstanceOf(SeeCauseEnd.class, causes.get(2)).promptId());
    }

    @Test
    void only_what_is_new_is_said_again() {
        verdict("worsened", 2);
        verdict("improved", -5);
        long first = steps.getFirst().sequence();
        assertEquals(
                1,
                CycleCauses.of(DISTRICT, steps, step -> step.sequence() > first).size());
    }

    @Test
    void a_prediction_is_missed_by_far_when_less_than_half_came_and_the_interval_falls_short_too() {
        assertMissed(true, "-1.9", "-2.9", "-0.9");
        assertMissed(false, "-2.1", "-3.1", "-1.1");
        assertMissed(false, "-1", "-5", "3");
        assertMissed(true, "3", "2", "4");
    }

    @Test
    void a_prediction_is_not_judged_before_its_day_or_the_study() {
        started("2026-06-30");
        verdict("no_signal_yet", -1);
        assertEquals(0, causes().size());
        step(new CycleStudied(CYCLE, "short", "little", "much", LocalDate.of(2026, 1, 1)));
        assertEquals(
                PromptCause.PREDICTION_MISSED,
                ((SeeCause) causes().getFirst()).subject().cause());
    }

    @Test
    void a_feed_is_silent_from_the_first_late_delivery_to_the_last_that_arrives_and_then_anew() {
        late("1", 9);
        late("2", 9);
        arrived("1", 9);
        assertEquals(1, feedCauses().size());
        arrived("2", 9);
        assertInstanceOf(SeeCauseEnd.class, feedCauses().getLast());
        late("1", 10);
        assertNotEquals(
                feedCauses().getFirst().promptId(), feedCauses().getLast().promptId());
        step(new FeedRetired(FEED));
        assertInstanceOf(SeeCauseEnd.class, feedCauses().getLast());
    }

    private void assertMissed(boolean missed, String estimate, String low, String high) {
        steps.clear();
        started("2025-09-02");
        Effect effect = new Effect(
                new BigDecimal(estimate),
                "percentage points",
                new BigDecimal("0.95"),
                new BigDecimal(low),
                new BigDecimal(high),
                "two_proportions");
        step(new FeedbackChanged(CYCLE, "1", "all", null, "no_signal_yet", "So.", OUTCOME, effect));
        assertEquals(missed, causes().getLast() instanceof SeeCause);
        assertTrue(causes().getLast().evidence().seen().startsWith("Predicted: decrease by 4 percentage points."));
    }

    private List<OfData> causes() {
        return CycleCauses.of(DISTRICT, steps, step -> true);
    }

    private List<OfData> feedCauses() {
        return FeedCauses.of(DISTRICT, steps, step -> true);
    }

    private static UUID promptOf(Step signal) {
        return CycleCauses.of(DISTRICT, List.of(signal), step -> true)
                .getFirst()
                .promptId();
    }

    private Step signal(UUID measure, String role, boolean better) {
        return step(new SignalDetected(
                CYCLE, measure, role, "1", "all", "shift", "up", better, 6, "2025-10", "2026-03", "A shift."));
    }

    private void verdict(String verdict, int estimate) {
        Effect effect = new Effect(
                BigDecimal.valueOf(estimate),
                "percentage points",
                new BigDecimal("0.95"),
                BigDecimal.valueOf(estimate - 1L),
                BigDecimal.valueOf(estimate + 1L),
                "two_proportions");
        step(new FeedbackChanged(CYCLE, "1", "all", null, verdict, "So.", OUTCOME, effect));
    }

    private void started(String by) {
        step(new CycleStarted(
                CYCLE,
                LocalDate.of(2025, 9, 1),
                CYCLE,
                "Call",
                new Prediction(
                        "Falls", OUTCOME, "decrease", BigDecimal.valueOf(4), "percentage points", LocalDate.parse(by)),
                List.of(new CycleMeasure(OUTCOME, "outcome")),
                "1",
                "all"));
    }

    private void late(String site, int month) {
        step(new FeedLate(
                FEED, OUTCOME, site, "2025-" + month, LocalDate.of(2025, month, 1), LocalDate.of(2026, 1, 1)));
    }

    private void arrived(String site, int month) {
        step(new FeedCaughtUp(FEED, OUTCOME, site, "2025-" + month, LocalDate.of(2025, month, 1)));
    }

    private Step step(FollowedEvent event) {
        long sequence = steps.size() + 1L;
        Instant at = Instant.parse("2025-09-01T08:00:00Z").plusSeconds(86_400 * sequence);
        Step step = new Step(
                "measurement-service", sequence, new UUID(9, sequence), "t.v1", at, at, new UUID(8, sequence), event);
        steps.add(step);
        return step;
    }
}
