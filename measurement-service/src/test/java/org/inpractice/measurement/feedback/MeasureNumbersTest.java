package org.inpractice.measurement.feedback;

import static org.inpractice.measurement.feedback.MonthlySeries.START;
import static org.inpractice.measurement.feedback.MonthlySeries.hours;
import static org.inpractice.measurement.feedback.MonthlySeries.rates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.comparison.Proportion;
import org.inpractice.measurement.comparison.TwoProportions;
import org.inpractice.measurement.comparison.Welch;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.measure.BetterDirection;
import org.junit.jupiter.api.Test;

class MeasureNumbersTest {
    private static final UUID ID = new UUID(1, 1);
    private static final double GAP = Double.NaN;
    private static final double[] BEFORE = {24, 25, 23, 26, 24, 22, 25, 24, 23, 26};

    @Test
    void compares_a_rate_in_percent_as_two_proportions_and_says_points() {
        MeasureFeedback feedback = judge(rates(ID, 100, BEFORE, 20, 21, 20, 22, 19, 20));
        TwoProportions two = TwoProportions.of(new Proportion(242, 1000), new Proportion(122, 600), 0.95);
        assertEquals("two_proportions", feedback.effect().method());
        assertEquals("percentage points", feedback.effect().unit());
        assertEquals(100 * two.difference(), feedback.effect().estimate().doubleValue(), 1e-8);
        assertEquals(
                100 * two.interval().low(), feedback.effect().interval().low().doubleValue(), 1e-6);
        assertEquals(BigDecimal.ONE, feedback.effect().overdispersion());
        assertTrue(feedback.effect().better());
    }

    @Test
    void compares_values_by_means_and_values_with_an_outlier_by_ranks() {
        double[] since = {20, 21, 20, 22, 19, 20};
        MeasureFeedback means = judge(hours(ID, "outcome", BetterDirection.INCREASE, BEFORE, since));
        assertEquals("welch", means.effect().method());
        assertEquals(
                Welch.of(BEFORE, since, 0.95).interval().high(),
                means.effect().interval().high().doubleValue(),
                1e-8);
        assertFalse(means.effect().better());
        MeasureFeedback ranks = judge(hours(ID, "outcome", BetterDirection.DECREASE, BEFORE, 20, 21, 20, 22, 19, 900));
        assertEquals("mann_whitney", ranks.effect().method());
        assertEquals(new BigDecimal("-3"), ranks.effect().estimate());
    }

    @Test
    void tells_no_effect_of_one_point_and_no_interval_of_values_that_do_not_vary() {
        assertNull(judge(hours(ID, "outcome", BetterDirection.DECREASE, BEFORE, 20))
                .effect());
        MeasureFeedback flat = judge(hours(ID, "outcome", BetterDirection.DECREASE, new double[] {5, 5, 5}, 5, 5, 5));
        assertEquals(BigDecimal.ZERO, flat.effect().estimate());
        assertNull(flat.effect().interval());
        assertNull(flat.effect().better());
        assertNull(flat.effect().pValue());
    }

    @Test
    void draws_lines_from_eight_points_a_side_on_and_keeps_the_time_of_missing_months() {
        // given 1 a month, a jump of 10 at the start, then 2 a month; three months nobody told of
        double[] before = {1, 2, 3, 4, GAP, 6, 7, 8, 9};
        double[] since = {GAP, 22, 24, 26, GAP, 30, 32, 34, 36, 38};
        // when
        MeasureFeedback feedback = judge(hours(ID, "outcome", BetterDirection.INCREASE, before, since));
        // then
        assertNotNull(feedback.segmentedRegression());
        assertEquals(16, feedback.segmentedRegression().points());
        assertEquals(1, feedback.segmentedRegression().slopeBefore().estimate().doubleValue(), 1e-8);
        assertEquals(1, feedback.segmentedRegression().slopeChange().estimate().doubleValue(), 1e-8);
        assertEquals(11, feedback.segmentedRegression().levelChange().estimate().doubleValue(), 1e-8);
        assertTrue(feedback.segmentedRegression().caveats().getFirst().contains("autocorrelation"));
        assertNull(judge(hours(ID, "outcome", BetterDirection.INCREASE, before, 20, 22, 24, 26, 28, 30, 32))
                .segmentedRegression());
    }

    @Test
    void counts_months_nobody_told_of_between_the_first_and_the_last() {
        MeasureFeedback feedback =
                judge(hours(ID, "outcome", BetterDirection.DECREASE, new double[] {GAP, 4, GAP, GAP, 5}, 3, GAP, 2));
        assertEquals(4, feedback.completeness().reported());
        assertEquals(3, feedback.completeness().missing());
        assertEquals(
                List.of("2024-06", "2024-07", "2024-10"),
                feedback.completeness().missingPeriods());
        assertEquals("2024-05", feedback.completeness().firstPeriod());
        assertNull(judge(hours(ID, "outcome", BetterDirection.DECREASE, new double[] {}))
                .completeness());
    }

    @Test
    void names_a_measure_that_is_not_defined_here() {
        MeasureFeedback feedback = judge(MeasuredSeries.notFound(ID, "outcome"));
        assertFalse(feedback.found());
        assertEquals(Verdict.INSUFFICIENT_DATA, feedback.verdict());
        CycleVerdict whole = CycleVerdict.of(List.of(feedback), List.of());
        assertEquals(Verdict.INSUFFICIENT_DATA, whole.verdict());
        assertTrue(whole.why().contains(ID.toString()));
    }

    @Test
    void leads_every_number_to_its_events() {
        MeasuredSeries series = rates(ID, 100, BEFORE, 20, 21);
        MeasureFeedback feedback = MeasureVerdict.of(series, START, Map.of(1L, new UUID(7, 1), 12L, new UUID(7, 12)));
        assertEquals(1, feedback.provenance().fromSequence());
        assertEquals(12, feedback.provenance().toSequence());
        assertEquals(
                List.of(new UUID(7, 1), new UUID(7, 12)), feedback.provenance().eventIds());
        assertEquals("perla-v2", feedback.provenance().ruleSet());
    }

    private static MeasureFeedback judge(MeasuredSeries series) {
        return MeasureVerdict.of(series, START, Map.of());
    }
}
