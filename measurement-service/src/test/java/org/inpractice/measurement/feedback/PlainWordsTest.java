package org.inpractice.measurement.feedback;

import static org.inpractice.measurement.feedback.MonthlySeries.START;
import static org.inpractice.measurement.feedback.MonthlySeries.hours;
import static org.inpractice.measurement.feedback.MonthlySeries.rates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.OverlappingCycle;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStarted;
import org.inpractice.measurement.feedback.FollowedEvent.Prediction;
import org.inpractice.measurement.measure.BetterDirection;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
    private static final UUID ID = new UUID(1, 1);
    private static final double[] BEFORE = {24, 25, 23, 26, 24, 22, 25, 24, 23, 26};
    private static final double[] LOWER = {20, 21, 20, 22, 19, 20};

    @Test
    void tells_an_improvement_with_its_interval_and_its_prediction() {
        assertEquals(
                "“Call home early” began on September 1, 2024 at site 1. Chronic absence has got better since then. The"
                        + " middle value went from 24 to 20 percent; our best estimate of the change is −3.87 percentage"
                        + " points, and we can be 95 percent confident that it lies between −7.96 and +0.388, so its size is"
                        + " uncertain and could even be zero. The team had predicted “It falls”; by the numbers, that came true.",
                words(List.of(), rates(ID, 100, BEFORE, LOWER)));
    }

    @Test
    void says_at_whose_expense() {
        String words = words(
                List.of(),
                rates(ID, 1000, times(BEFORE), times(LOWER)),
                hours(new UUID(2, 2), "balancing", BetterDirection.DECREASE, BEFORE, 30, 31, 30, 32, 29, 30));
        assertTrue(words.contains("has got better since then, but Measure of balancing got worse meanwhile"));
        assertFalse(words.contains("could even be zero"));
    }

    @Test
    void names_the_idea_that_confounds_and_says_when_nothing_can_be_said() {
        OverlappingCycle other = new OverlappingCycle(
                new UUID(9, 9), "Prizes", "1", LocalDate.of(2024, 10, 1), null, List.of(ID), new UUID(8, 8));
        assertTrue(words(List.of(other), rates(ID, 100, BEFORE, LOWER))
                .contains("“Prizes” was under way on the same outcome at the same time"));
        assertTrue(words(List.of(), rates(ID, 100, BEFORE, 20)).contains("not enough data yet"));
        assertTrue(words(List.of()).contains("No outcome measure was named"));
        double[] falling = {34, 33, 32, 31, 30, 29, 28, 27, 26, 25};
        assertTrue(words(List.of(), rates(ID, 100, falling, LOWER)).contains("already moving before that day"));
        assertTrue(words(List.of(), MeasuredSeries.notFound(ID, "outcome")).contains("not defined here: " + ID));
    }

    @Test
    void does_not_call_it_confounded_by_a_cycle_on_another_outcome() {
        OverlappingCycle other = new OverlappingCycle(
                new UUID(9, 9),
                "Prizes",
                "1",
                LocalDate.of(2024, 10, 1),
                null,
                List.of(new UUID(3, 3)),
                new UUID(8, 8));
        MeasureFeedback outcome = MeasureVerdict.of(rates(ID, 100, BEFORE, LOWER), START, Map.of());
        assertEquals(
                Verdict.IMPROVED,
                CycleVerdict.of(List.of(outcome), List.of(other)).verdict());
    }

    @Test
    void lets_cycles_overlap_in_place_group_and_time_only() {
        CycleStarted one = started(ID, "1", "all", START);
        LocalDate later = START.plusMonths(3);
        assertTrue(OverlappingCycles.overlap(one, null, started(ID, "1", "all", later), null));
        assertTrue(OverlappingCycles.overlap(one, null, started(ID, null, "english_learners", later), null));
        assertFalse(OverlappingCycles.overlap(one, null, started(ID, "2", "all", later), null));
        assertFalse(OverlappingCycles.overlap(one, later, started(ID, "1", "all", later), null));
        assertFalse(OverlappingCycles.overlap(one, null, started(ID, "1", "all", START.minusMonths(9)), START));
        assertFalse(OverlappingCycles.overlap(
                started(ID, "1", "foster_youth", START), null, started(ID, "1", "homeless", START), null));
    }

    private static String words(List<OverlappingCycle> overlapping, MeasuredSeries... series) {
        List<MeasureFeedback> measures = Stream.of(series)
                .map(one -> MeasureVerdict.of(one, START, Map.of()))
                .toList();
        CycleStarted cycle = started(ID, "1", "all", START);
        return new PlainWords(
                        cycle,
                        CycleVerdict.of(measures, overlapping),
                        measures,
                        CycleVerdict.judge(cycle.prediction(), measures),
                        overlapping)
                .paragraph();
    }

    private static CycleStarted started(UUID measure, String site, String group, LocalDate on) {
        return new CycleStarted(
                new UUID(5, 5),
                on,
                "Call home early",
                new Prediction("It falls.", measure, "decrease", new BigDecimal("3"), null, null),
                List.of(),
                site,
                group);
    }

    private static double[] times(double... values) {
        double[] more = values.clone();
        for (int i = 0; i < more.length; i++) {
            more[i] = 10 * more[i];
        }
        return more;
    }
}
