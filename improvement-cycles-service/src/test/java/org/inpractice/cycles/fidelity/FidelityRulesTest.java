package org.inpractice.cycles.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.fidelity.CycleFacts.MeasureFacts;
import org.inpractice.cycles.fidelity.CycleFacts.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When each feature of the method shows in a cycle, and when it does not. */
class FidelityRulesTest {
    private static final UUID CYCLE = UUID.fromString("0198c310-22f1-7b09-b6c5-2e47d1a9f406");
    private static final LocalDate START = LocalDate.of(2025, 9, 22);

    private static Evidence event(String what, String occurredAt, String recordedAt) {
        return new Evidence(what, Evidence.CYCLES, 7, CYCLE, Instant.parse(occurredAt), Instant.parse(recordedAt));
    }

    private static Evidence event(String what) {
        return event(what, "2025-09-22T15:00:00Z", "2025-09-22T15:00:00Z");
    }

    /** A cycle that shows every feature, to be broken in one place. */
    private static final class Told {
        int rung = 1;
        Reach reach = Reach.CLASSROOM;
        Reach reachBelow;
        boolean cancelled;
        Evidence predicted = event("predicted", "2025-09-15T15:00:00Z", "2025-09-15T15:00:00Z");
        boolean measurable = true;
        Evidence started = event("started");
        List<MeasureFacts> data = List.of(new MeasureFacts("Absence", 8, 8, true));
        Evidence studied = event("studied");
        String verdict = "improved";
        String decision = "adapt";
        Evidence decided = event("decided");
        Evidence previous;
        Evidence next = event("planned");
        Boolean ideaChanged = true;
        Evidence standardised;
        boolean learned = true;

        Fidelity judged() {
            return FidelityRules.judge(new CycleFacts(
                    CYCLE,
                    rung,
                    reach,
                    reachBelow,
                    cancelled,
                    predicted,
                    measurable,
                    started == null ? null : START,
                    started,
                    data,
                    studied,
                    verdict,
                    verdict == null ? null : event("verdict"),
                    decided == null ? null : decision,
                    decided,
                    previous,
                    next,
                    ideaChanged,
                    standardised,
                    learned));
        }

        void is(Feature feature, Outcome outcome) {
            assertEquals(outcome, judged().of(feature), () -> judged().points().toString());
        }
    }

    @Test
    void a_cycle_may_show_every_feature() {
        Fidelity judged = new Told().judged();
        assertEquals(7, judged.met());
        assertEquals(7, judged.judged());
        assertEquals(true, judged.complete());
        judged.points()
                .forEach(point ->
                        assertFalse(point.evidence().isEmpty(), point.feature().title()));
    }

    @Test
    void of_a_plan_nothing_is_knowable_yet() {
        Told plan = new Told();
        plan.started = null;
        plan.studied = null;
        plan.decided = null;
        plan.verdict = null;
        plan.next = null;
        plan.data = List.of();
        Fidelity judged = plan.judged();
        assertEquals(0, judged.judged());
        assertEquals(null, judged.complete());
        for (Feature feature : Feature.values()) {
            assertEquals(Outcome.NOT_YET_KNOWABLE, judged.of(feature));
        }
    }

    @Test
    void an_idea_adopted_after_one_cycle_was_not_tested_iteratively() {
        Told told = new Told();
        told.next = null;
        told.decision = "adopt";
        told.is(Feature.ITERATIVE_CYCLES, Outcome.NOT_MET);
        told.decision = "abandon";
        told.is(Feature.ITERATIVE_CYCLES, Outcome.NOT_ASKED);
        told.previous = event("planned");
        told.is(Feature.ITERATIVE_CYCLES, Outcome.MET);
    }

    @Test
    void a_prediction_made_after_the_start_is_none() {
        Told told = new Told();
        told.predicted = event("predicted", "2025-09-24T15:00:00Z", "2025-09-24T15:00:00Z");
        told.is(Feature.PREDICTION_BEFORE_TEST, Outcome.NOT_MET);
        told.predicted = event("predicted", "2025-09-22T15:00:00Z", "2025-09-22T15:00:00Z");
        told.is(Feature.PREDICTION_BEFORE_TEST, Outcome.MET);
    }

    @Test
    void a_prediction_recorded_late_is_said_to_be_vouched_for_by_nobody_but_the_team() {
        Told told = new Told();
        told.predicted = event("predicted", "2025-09-15T15:00:00Z", "2026-01-15T15:00:00Z");
        told.is(Feature.PREDICTION_BEFORE_TEST, Outcome.MET);
        assertTrue(told.judged().points().get(1).why().contains("vouch"));
    }

    @Test
    void a_prediction_that_names_no_measure_and_direction_is_no_prediction() {
        Told told = new Told();
        told.measurable = false;
        told.is(Feature.PREDICTION_BEFORE_TEST, Outcome.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 8, true, MET",
        "5, 5, true, NOT_MET",
        "6, 9, true, MET",
        "6, 10, true, NOT_MET",
        "9, 9, false, NOT_MET",
        "0, 0, true, NOT_MET",
    })
    void data_over_time_are_six_points_monthly_or_more_often_with_few_gaps(
            int points, int expected, boolean often, Outcome outcome) {
        Told told = new Told();
        told.data = List.of(new MeasureFacts("Absence", points, expected, often));
        told.is(Feature.DATA_OVER_TIME, outcome);
    }

    @Test
    void of_several_measures_one_with_enough_points_is_enough() {
        Told told = new Told();
        told.data = List.of(new MeasureFacts("Scores", 1, 1, false), new MeasureFacts("Calls", 20, 21, true));
        told.is(Feature.DATA_OVER_TIME, Outcome.MET);
    }

    @Test
    void while_it_runs_few_points_may_still_become_enough() {
        Told told = new Told();
        told.studied = null;
        told.decided = null;
        told.data = List.of(new MeasureFacts("Absence", 2, 2, true));
        told.is(Feature.DATA_OVER_TIME, Outcome.NOT_YET_KNOWABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "1, CLASSROOM, , MET",
        "1, SITE, , MET",
        "1, SEVERAL_SITES, , NOT_MET",
        "1, DISTRICT, , NOT_MET",
        "2, SITE, CLASSROOM, MET",
        "2, CLASSROOM, SITE, MET",
        "2, SEVERAL_SITES, CLASSROOM, NOT_MET",
        "3, DISTRICT, SEVERAL_SITES, MET",
        "2, SITE, , NOT_YET_KNOWABLE",
    })
    void tests_begin_small_and_grow_step_by_step(int rung, Reach reach, Reach below, Outcome outcome) {
        Told told = new Told();
        told.rung = rung;
        told.reach = reach;
        told.reachBelow = below;
        told.is(Feature.SMALL_SCALE_FIRST, outcome);
    }

    @Test
    void a_study_without_any_number_since_the_start_is_words_against_words() {
        Told told = new Told();
        told.data = List.of(new MeasureFacts("Absence", 0, 3, true));
        told.is(Feature.STUDY_BEFORE_DECISION, Outcome.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({
        "adopt, improved, MET",
        "adopt, worsened, NOT_MET",
        "adopt, improved_at_expense, NOT_MET",
        "adopt, no_signal_yet, NOT_MET",
        "adopt, confounded, NOT_MET",
        "adapt, worsened, MET",
        "adapt, insufficient_data, MET",
        "abandon, worsened, MET",
        "abandon, no_signal_yet, MET",
        "abandon, improved, NOT_MET",
        "abandon, insufficient_data, NOT_YET_KNOWABLE",
        "abandon, , NOT_YET_KNOWABLE",
    })
    void a_decision_fits_what_was_known_or_does_not(String decision, String verdict, Outcome outcome) {
        Told told = new Told();
        told.decision = decision;
        told.verdict = verdict;
        told.is(Feature.DECISION_FITS_STUDY, outcome);
    }

    @Test
    void what_was_learned_changes_the_idea_the_standard_or_the_end() {
        Told told = new Told();
        told.ideaChanged = false;
        told.is(Feature.THEORY_UPDATED, Outcome.NOT_MET);
        told.decision = "adopt";
        told.is(Feature.THEORY_UPDATED, Outcome.NOT_YET_KNOWABLE);
        told.standardised = event("standardised");
        told.is(Feature.THEORY_UPDATED, Outcome.MET);
        told.decision = "abandon";
        told.is(Feature.THEORY_UPDATED, Outcome.MET);
        told.learned = false;
        told.is(Feature.THEORY_UPDATED, Outcome.NOT_MET);
    }

    @Test
    void what_a_cancelled_cycle_never_came_to_is_not_asked_of_it() {
        Told told = new Told();
        told.cancelled = true;
        told.studied = null;
        told.decided = null;
        told.next = null;
        told.is(Feature.STUDY_BEFORE_DECISION, Outcome.NOT_ASKED);
        told.is(Feature.ITERATIVE_CYCLES, Outcome.NOT_ASKED);
        told.is(Feature.PREDICTION_BEFORE_TEST, Outcome.MET);
        assertEquals(null, told.judged().complete());
    }

    @Test
    void a_summary_counts_what_could_be_judged_and_says_when_that_is_little() {
        Told broken = new Told();
        broken.verdict = "worsened";
        broken.decision = "adopt";
        broken.standardised = event("standardised");
        Told open = new Told();
        open.decided = null;
        FidelitySummary summary = FidelitySummary.of(List.of(new Told().judged(), broken.judged(), open.judged()));
        assertEquals(3, summary.cycles());
        assertEquals(2, summary.judgedWhole());
        assertEquals(1, summary.complete());
        assertEquals("0.500", summary.shareComplete().toPlainString());
        var fit = summary.features().stream()
                .filter(one -> one.feature() == Feature.DECISION_FITS_STUDY)
                .findFirst()
                .orElseThrow();
        assertEquals(1, fit.met());
        assertEquals(1, fit.notMet());
        assertEquals(1, fit.notYetKnowable());
        assertTrue(fit.few());
        assertEquals(null, FidelitySummary.of(List.of()).shareComplete());
    }

    @ParameterizedTest
    @EnumSource
    void every_feature_names_its_source_and_says_where_the_line_is_ours(Feature feature) {
        assertTrue(feature.source().matches(".*(19|20)\\d\\d;.*"), feature.source());
        assertTrue(feature.threshold().length() > 40, feature.threshold());
    }
}
