package org.inpractice.measurement.controlchart;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.inpractice.measurement.controlchart.ChartCommand.FreezeBaseline;
import org.inpractice.measurement.controlchart.ChartCommand.Rephase;
import org.inpractice.measurement.controlchart.ChartCommand.Stretch;
import org.inpractice.measurement.controlchart.ChartCommand.WithdrawBaseline;
import org.inpractice.measurement.controlchart.ChartCommand.WithdrawPhase;
import org.inpractice.measurement.controlchart.ChartEvent.BaselineFrozen;
import org.inpractice.measurement.controlchart.ChartEvent.BaselineWithdrawn;
import org.inpractice.measurement.controlchart.ChartEvent.PhaseWithdrawn;
import org.inpractice.measurement.controlchart.ChartEvent.Rephased;
import org.inpractice.stream.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartDeciderTest {
    private static final ChartSeries SERIES =
            new ChartSeries(UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01"), "0019", "all");
    private static final UUID CHART = SERIES.chartId("1964733");
    private static final UUID BASELINE = UUID.randomUUID();
    private static final UUID PHASE = UUID.randomUUID();
    private static final RephasingAnswers ALL_YES = new RephasingAnswers(true, true, true, true);

    @Test
    void freezes_twelve_points_and_locks_them() {
        specification(new ChartDecider())
                .when(freeze("2024-01", "2024-12", 12, false))
                .then(frozen(null, "2024-01", "2024-12", 12, false));
    }

    @Test
    void locks_twelve_points_also_when_somebody_says_trial() {
        specification(new ChartDecider())
                .when(freeze("2024-01", "2024-12", 12, true))
                .then(frozen(null, "2024-01", "2024-12", 12, false));
    }

    @Test
    void freezes_fewer_as_trial_limits() {
        specification(new ChartDecider())
                .when(freeze("2024-01", "2024-11", 11, true))
                .then(frozen(null, "2024-01", "2024-11", 11, true));
    }

    @Test
    void refuses_to_freeze_fewer_without_saying_trial() {
        Refusal refusal = specification(new ChartDecider())
                .when(freeze("2024-01", "2024-11", 11, false))
                .thenRefused(ChartRule.BASELINE_IS_SHORT);
        assertEquals("trial", refusal.field());
    }

    @Test
    void sets_trial_limits_anew_until_they_are_locked() {
        specification(new ChartDecider())
                .given(frozen(null, "2024-01", "2024-06", 6, true))
                .when(freeze("2024-01", "2024-12", 12, false))
                .then(frozen(null, "2024-01", "2024-12", 12, false));
        specification(new ChartDecider())
                .given(frozen(null, "2024-01", "2024-12", 12, false))
                .when(freeze("2024-01", "2025-06", 18, false))
                .thenRefused(ChartRule.BASELINE_IS_LOCKED);
    }

    @Test
    void refuses_a_baseline_without_a_number() {
        specification(new ChartDecider())
                .when(freeze("2024-01", "2024-12", 0, true))
                .thenRefused(ChartRule.BASELINE_IS_EMPTY);
    }

    @Test
    void freezes_the_phase_the_periods_lie_in_and_refuses_two_phases() {
        specification(new ChartDecider())
                .given(frozen(null, "2024-01", "2024-12", 12, false), rephased("2025-03", ALL_YES, null))
                .when(freeze("2025-03", "2026-02", 12, false))
                .then(frozen(PHASE, "2025-03", "2026-02", 12, false));
        specification(new ChartDecider())
                .given(rephased("2025-03", ALL_YES, null))
                .when(freeze("2025-02", "2026-02", 13, false))
                .thenRefused(ChartRule.BASELINE_CROSSES_PHASES);
    }

    @Test
    void begins_a_phase_with_who_why_and_four_answers() {
        specification(new ChartDecider())
                .given(frozen(null, "2024-01", "2024-12", 12, false))
                .when(rephase("2025-01", 12, 3, ALL_YES, null))
                .then(rephased("2025-01", ALL_YES, null));
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, true, true, differentBehaviour",
        "true, false, true, true, reasonKnown",
        "true, true, false, true, desirable",
        "true, true, true, false, expectedToContinue",
    })
    void refuses_a_no_and_names_the_question_unless_it_is_told_why(
            boolean different, boolean known, boolean desirable, boolean continues, String question) {
        RephasingAnswers answers = new RephasingAnswers(different, known, desirable, continues);
        Refusal refusal = specification(new ChartDecider())
                .when(rephase("2025-01", 12, 3, answers, null))
                .thenRefused(ChartRule.PHASE_IS_NOT_DUE);
        assertEquals("answers." + question, refusal.field());
        assertTrue(refusal.getMessage().contains("despite"));
        specification(new ChartDecider())
                .when(rephase("2025-01", 12, 3, answers, "The state closed all schools"))
                .then(rephased("2025-01", answers, "The state closed all schools"));
    }

    @Test
    void refuses_a_phase_without_points_on_both_sides() {
        specification(new ChartDecider())
                .when(rephase("2025-01", 0, 3, ALL_YES, null))
                .thenRefused(ChartRule.PHASE_HAS_NO_POINTS);
        specification(new ChartDecider())
                .when(rephase("2025-01", 3, 0, ALL_YES, null))
                .thenRefused(ChartRule.PHASE_HAS_NO_POINTS);
    }

    @Test
    void refuses_a_phase_inside_a_baseline_and_one_where_another_begins() {
        specification(new ChartDecider())
                .given(frozen(null, "2024-01", "2024-12", 12, false))
                .when(rephase("2024-12", 11, 3, ALL_YES, null))
                .thenRefused(ChartRule.PHASE_CUTS_BASELINE);
        specification(new ChartDecider())
                .given(rephased("2025-01", ALL_YES, null))
                .when(rephase("2025-01", 12, 3, ALL_YES, null))
                .thenRefused(ChartRule.PHASE_BEGINS_THERE_ALREADY);
    }

    @Test
    void takes_a_phase_back_once_and_its_baseline_with_it() {
        specification(new ChartDecider())
                .given(rephased("2025-01", ALL_YES, null), frozen(PHASE, "2025-01", "2025-03", 3, true))
                .when(new WithdrawPhase(CHART, SERIES, PHASE, "Team", "why"))
                .then(new PhaseWithdrawn(CHART, SERIES.measureId(), "0019", "all", PHASE, "Team", "why"));
        specification(new ChartDecider())
                .given(
                        rephased("2025-01", ALL_YES, null),
                        frozen(PHASE, "2025-01", "2025-03", 3, true),
                        new PhaseWithdrawn(CHART, SERIES.measureId(), "0019", "all", PHASE, "Team", "why"))
                .when(new WithdrawBaseline(CHART, SERIES, BASELINE, "Team", "why"))
                .thenRefused(ChartRule.BASELINE_UNKNOWN);
        specification(new ChartDecider())
                .when(new WithdrawPhase(CHART, SERIES, PHASE, "Team", "why"))
                .thenRefused(ChartRule.PHASE_UNKNOWN);
    }

    @Test
    void unlocks_a_baseline_that_was_a_mistake() {
        BaselineWithdrawn withdrawn =
                new BaselineWithdrawn(CHART, SERIES.measureId(), "0019", "all", BASELINE, "Team", "why");
        specification(new ChartDecider())
                .given(frozen(null, "2024-01", "2024-12", 12, false))
                .when(new WithdrawBaseline(CHART, SERIES, BASELINE, "Team", "why"))
                .then(withdrawn);
        specification(new ChartDecider())
                .given(frozen(null, "2024-01", "2024-12", 12, false), withdrawn)
                .when(freeze("2024-01", "2025-06", 18, false))
                .then(frozen(null, "2024-01", "2025-06", 18, false));
    }

    private static FreezeBaseline freeze(String from, String to, int points, boolean trial) {
        return new FreezeBaseline(
                CHART, SERIES, BASELINE, new Stretch(from, to, day(from), day(to)), points, trial, "Team", "why");
    }

    private static BaselineFrozen frozen(UUID phase, String from, String to, int points, boolean trial) {
        return new BaselineFrozen(
                CHART,
                SERIES.measureId(),
                "0019",
                "all",
                BASELINE,
                phase,
                from,
                to,
                day(from),
                day(to),
                points,
                trial,
                "Team",
                "why");
    }

    private static Rephase rephase(String from, int before, int since, RephasingAnswers answers, String despite) {
        return new Rephase(
                CHART, SERIES, PHASE, from, day(from), "Since", before, since, answers, despite, "Team", "why");
    }

    private static Rephased rephased(String from, RephasingAnswers answers, String despite) {
        return new Rephased(
                CHART,
                SERIES.measureId(),
                "0019",
                "all",
                PHASE,
                from,
                day(from),
                "Since",
                answers,
                despite,
                "Team",
                "why");
    }

    private static LocalDate day(String month) {
        return YearMonth.parse(month).atDay(1);
    }
}
