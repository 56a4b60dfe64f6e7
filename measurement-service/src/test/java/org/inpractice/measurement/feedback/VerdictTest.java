package org.inpractice.measurement.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackReport.LeftOut;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.PredictionBeside;
import org.inpractice.measurement.feedback.FollowedEvent.Prediction;
import org.inpractice.measurement.measure.BetterDirection;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureKind;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.measure.ValueType;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final UUID MEASURE = new UUID(1, 1);
    private static final LocalDate START = LocalDate.of(2024, 9, 1);
    private static final double[] BEFORE = {24, 25, 23, 26, 24, 22, 25, 24, 23, 26};

    @Test
    void says_improved_when_six_points_in_a_row_lie_on_the_good_side_of_the_frozen_median() {
        MeasureFeedback feedback = judge(BetterDirection.DECREASE, BEFORE, 20, 21, 20, 22, 19, 20);
        assertEquals(Verdict.IMPROVED, feedback.verdict());
        assertEquals(new BigDecimal("24"), feedback.medianBefore());
        assertEquals(new BigDecimal("20"), feedback.medianSince());
        assertEquals(new BigDecimal("-4"), feedback.change());
        assertEquals(6, feedback.shift().points());
        assertEquals("2024-09", feedback.shift().firstPeriod());
        assertEquals("2025-02", feedback.shift().lastPeriod());
    }

    @Test
    void says_worsened_for_the_same_numbers_when_more_is_better() {
        assertEquals(
                Verdict.WORSENED,
                judge(BetterDirection.INCREASE, BEFORE, 20, 21, 20, 22, 19, 20).verdict());
    }

    @Test
    void says_no_signal_yet_while_the_points_since_go_to_and_fro() {
        assertEquals(
                Verdict.NO_SIGNAL_YET,
                judge(BetterDirection.DECREASE, BEFORE, 20, 25, 20, 26, 19, 27).verdict());
    }

    @Test
    void lets_the_latest_shift_decide() {
        MeasureFeedback feedback =
                judge(BetterDirection.DECREASE, BEFORE, 20, 21, 20, 22, 19, 20, 28, 29, 28, 30, 29, 28);
        assertEquals(Verdict.WORSENED, feedback.verdict());
    }

    @Test
    void takes_a_trend_for_an_improvement_only_when_it_leads_past_the_median() {
        assertEquals(
                Verdict.IMPROVED,
                judge(BetterDirection.DECREASE, BEFORE, 26, 25, 23.5, 23, 22).verdict());
        MeasureFeedback recovering = judge(BetterDirection.DECREASE, BEFORE, 23, 30, 29, 28, 27, 26);
        assertEquals(Verdict.NO_SIGNAL_YET, recovering.verdict());
        assertTrue(recovering.trend().better());
    }

    @Test
    void has_insufficient_data_below_ten_points_before_or_five_since() {
        double[] nine = {24, 25, 23, 26, 24, 22, 25, 24, 23};
        assertEquals(
                Verdict.INSUFFICIENT_DATA,
                judge(BetterDirection.DECREASE, nine, 20, 21, 20, 22, 19, 20).verdict());
        MeasureFeedback four = judge(BetterDirection.DECREASE, BEFORE, 20, 19, 18, 17);
        assertEquals(Verdict.INSUFFICIENT_DATA, four.verdict());
        assertTrue(four.why().contains("10 points before the start and 4 since"));
    }

    @Test
    void leaves_out_the_period_that_holds_the_start_and_what_has_no_number_to_show() {
        List<Observed> points = points(BEFORE, 20, 21, 20, 22, 19, 20, 20);
        points.set(0, without(points.get(0), Observed.Use.SUPPRESSED));
        points.set(12, without(points.get(12), Observed.Use.NOT_REPORTED));
        points.add(0, point(YearMonth.of(2023, 10), 24, 90));
        MeasureFeedback feedback =
                MeasureVerdict.of(series(BetterDirection.DECREASE, points), LocalDate.of(2024, 9, 3), Map.of());
        assertEquals(new LeftOut(1, 1, 1), feedback.leftOut());
        assertEquals(10, feedback.pointsBefore());
        assertEquals(5, feedback.pointsSince());
        assertFalse(feedback.cautions().isEmpty());
    }

    @Test
    void names_the_first_and_the_last_event_it_used() {
        List<Observed> points = points(BEFORE, 20, 21, 20, 22, 19, 20);
        UUID first = new UUID(7, 7);
        MeasureFeedback feedback =
                MeasureVerdict.of(series(BetterDirection.DECREASE, points), START, Map.of(1L, first));
        assertEquals(first, feedback.firstObservation().eventId());
        assertEquals(16, feedback.lastObservation().sequence());
    }

    @Test
    void names_an_unstable_baseline_when_the_measure_was_already_moving() {
        double[] falling = {34, 33, 32, 31, 30, 29, 28, 27, 26, 25};
        MeasureFeedback feedback = judge(BetterDirection.DECREASE, falling, 24, 23, 22, 21, 20, 19);
        assertEquals(Verdict.UNSTABLE_BASELINE, feedback.verdict());
        assertEquals(false, feedback.baseline().stable());
        assertTrue(feedback.baseline().signals().stream()
                .anyMatch(fired -> fired.rule().equals("trend") && fired.better()));
        assertTrue(feedback.why().contains("moving before the start"));
        assertEquals(1, feedback.cautions().size());
        assertTrue(feedback.shift().better());
        assertEquals(
                Verdict.UNSTABLE_BASELINE,
                CycleVerdict.of(List.of(feedback), List.of()).verdict());
    }

    @Test
    void judges_the_cycle_by_its_outcomes_and_names_the_balancing_measure_that_suffered() {
        MeasureFeedback outcome = judge(BetterDirection.DECREASE, BEFORE, 20, 21, 20, 22, 19, 20);
        MeasureFeedback balance = MeasureVerdict.of(
                new MeasuredSeries(
                        new UUID(2, 2),
                        "Office hours",
                        "balancing",
                        "hours",
                        definition(BetterDirection.DECREASE, ValueType.VALUE),
                        "1",
                        points(BEFORE, 30, 31, 30, 32, 29, 30)),
                START,
                Map.of());
        CycleVerdict verdict = CycleVerdict.of(List.of(balance, outcome), List.of());
        assertEquals(Verdict.IMPROVED_AT_EXPENSE, verdict.verdict());
        assertTrue(verdict.why().endsWith("Meanwhile got worse: Office hours."));
        assertEquals(List.of("Office hours"), verdict.balancingWorsened());
        assertEquals(
                Verdict.INSUFFICIENT_DATA,
                CycleVerdict.of(List.of(balance), List.of()).verdict());
    }

    @Test
    void holds_the_prediction_beside_the_change() {
        MeasureFeedback outcome = judge(BetterDirection.DECREASE, BEFORE, 20, 21, 20, 22, 19, 20);
        assertEquals(true, judge("decrease", "3", "percentage points", outcome).cameTrue());
        assertEquals(false, judge("decrease", "5", "percentage points", outcome).cameTrue());
        assertEquals(false, judge("increase", "1", null, outcome).cameTrue());
        assertNull(judge("decrease", "3", "students", outcome).cameTrue());
        assertNull(CycleVerdict.judge(null, List.of(outcome)));
    }

    private static PredictionBeside judge(String direction, String amount, String unit, MeasureFeedback outcome) {
        return CycleVerdict.judge(
                new Prediction("It falls.", MEASURE, direction, new BigDecimal(amount), unit, null), List.of(outcome));
    }

    private static MeasureFeedback judge(BetterDirection direction, double[] before, double... since) {
        return MeasureVerdict.of(series(direction, points(before, since)), START, Map.of());
    }

    private static MeasuredSeries series(BetterDirection direction, List<Observed> points) {
        return new MeasuredSeries(
                MEASURE, "Chronic absence", "outcome", "percent", definition(direction, ValueType.VALUE), "1", points);
    }

    private static Definition definition(BetterDirection direction, ValueType form) {
        return new Definition(MeasureKind.OUTCOME, form, direction, PeriodKind.MONTH, false);
    }

    /** Months up to August 2024, then from September on. */
    private static List<Observed> points(double[] before, double... since) {
        List<Observed> points = new ArrayList<>();
        YearMonth month = YearMonth.from(START).minusMonths(before.length);
        for (double[] part : List.of(before, since)) {
            for (double value : part) {
                points.add(point(month, value, points.size() + 1));
                month = month.plusMonths(1);
            }
        }
        return points;
    }

    private static Observed point(YearMonth month, double value, long sequence) {
        return new Observed(
                month.toString(), month.atDay(1), month.atEndOfMonth(), sequence, Observed.Use.NUMBER, value, null);
    }

    private static Observed without(Observed point, Observed.Use use) {
        return new Observed(point.period(), point.start(), point.end(), point.sequence(), use, Double.NaN, null);
    }
}
