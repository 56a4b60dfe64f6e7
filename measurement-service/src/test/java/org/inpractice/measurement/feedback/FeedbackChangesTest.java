package org.inpractice.measurement.feedback;

import static org.inpractice.measurement.feedback.MonthlySeries.START;
import static org.inpractice.measurement.feedback.MonthlySeries.rates;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.feedback.BetweenEvents.OfCycle;
import org.inpractice.measurement.feedback.BetweenEvents.OfFailure;
import org.inpractice.measurement.feedback.BetweenEvents.OfObservation;
import org.inpractice.measurement.feedback.ChangesReport.Cause;
import org.inpractice.measurement.feedback.ChangesReport.Change;
import org.inpractice.measurement.feedback.ChangesReport.ReportThen;
import org.inpractice.measurement.feedback.FeedbackChanges.Then;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.junit.jupiter.api.Test;

class FeedbackChangesTest {
    private static final UUID CYCLE = new UUID(5, 5);
    private static final UUID ID = new UUID(1, 1);
    private static final UUID EVENT = new UUID(7, 7);
    private static final Instant THEN = Instant.parse("2025-03-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2025-06-01T08:00:00Z");
    private static final double[] BEFORE = {24, 25, 23, 26, 24, 22, 25, 24, 23, 26};

    @Test
    void holds_the_number_that_was_beside_the_number_that_is() {
        // given
        Then from = then(THEN, "perla-v2", rates(ID, 100, BEFORE, 20, 21, 20, 22, 19));
        Then to = then(NOW, "perla-v2", rates(ID, 100, BEFORE, 18, 21, 20, 22, 19, 20));
        // when
        ChangesReport changes = new FeedbackChanges(CYCLE, from, to)
                .explain(
                        List.of(
                                event("2024-09-01", "improvement.observation.corrected"),
                                event("2025-02-01", "improvement.observation.recorded")),
                        List.of(new OfCycle(CYCLE, "studied", 9, EVENT, NOW)),
                        List.of(new OfFailure(EVENT, "near_failure", true, EVENT, NOW)));
        // then
        assertTrue(changes.verdictChanged());
        Change corrected = changes.changes().getFirst();
        assertEquals(Cause.CORRECTED_DATA, corrected.cause());
        assertEquals(new BigDecimal("20"), corrected.was());
        assertEquals(new BigDecimal("18"), corrected.now());
        assertEquals("2024-09", corrected.period());
        assertNull(changes.changes().get(1).was());
        assertEquals(
                "The verdict went from no signal yet to improved. In between: new data 1, corrected data 1, cycle changed 1,"
                        + " failure changed 1.",
                changes.summary());
        assertEquals(
                "A near-failure of the cycle was reviewed.",
                changes.changes().getLast().what());
    }

    @Test
    void says_that_nothing_happened() {
        Then same = then(NOW, "perla-v2", rates(ID, 100, BEFORE, 20, 21, 20, 22, 19));
        ChangesReport changes = new FeedbackChanges(CYCLE, same, same).explain(List.of(), List.of(), List.of());
        assertFalse(changes.verdictChanged());
        assertEquals(
                "The verdict is still no signal yet. Nothing happened in between that the report uses.",
                changes.summary());
    }

    @Test
    void names_other_rules_a_measure_defined_since_and_another_cycle() {
        Then from = then(THEN, "perla-v1", MeasuredSeries.notFound(ID, "outcome"));
        Then to = then(NOW, "perla-v2", rates(ID, 100, BEFORE, 20, 21, 20, 22, 19));
        ChangesReport changes = new FeedbackChanges(CYCLE, from, to)
                .explain(List.of(), List.of(new OfCycle(new UUID(6, 6), "started", 9, EVENT, NOW)), List.of());
        assertEquals(
                List.of(Cause.RULE_SET_CHANGED, Cause.MEASURE_DEFINED, Cause.OVERLAP_CHANGED),
                changes.changes().stream().map(Change::cause).toList());
    }

    @Test
    void compares_with_no_report_and_lists_no_more_than_a_thousand() {
        Then none = new Then(new ReportThen(THEN, null, "Not started", 0, 0, null), null, List.of());
        Then to = then(NOW, "perla-v2", rates(ID, 100, BEFORE, 20, 21, 20, 22, 19));
        ChangesReport changes = new FeedbackChanges(CYCLE, none, to)
                .explain(
                        Collections.nCopies(1_200, event("2024-09-01", "improvement.observation.withdrawn")),
                        List.of(),
                        List.of());
        assertEquals(1_000, changes.changes().size());
        assertEquals(200, changes.leftOff());
        assertTrue(changes.summary().startsWith("The verdict went from none to no signal yet."));
    }

    private static OfObservation event(String start, String type) {
        return new OfObservation(ID, LocalDate.parse(start), type, 17, EVENT, THEN.plusSeconds(60));
    }

    private static Then then(Instant asOf, String ruleSet, MeasuredSeries series) {
        List<MeasureFeedback> measures = List.of(MeasureVerdict.of(series, START, Map.of()));
        CycleVerdict verdict = CycleVerdict.of(measures, List.of());
        FeedbackReport report = new FeedbackReport(
                CYCLE,
                "Call home early",
                "1",
                "all",
                START,
                asOf,
                verdict.verdict(),
                verdict.why(),
                1,
                20,
                ruleSet,
                List.of(),
                measures,
                null,
                null,
                null,
                List.of(),
                null,
                RuleSet.PERLA_2,
                "",
                List.of());
        return new Then(FeedbackChanges.said(report, asOf), report, List.of(series));
    }
}
