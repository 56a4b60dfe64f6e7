package org.inpractice.measurement.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackEvent.FeedbackChanged;
import org.inpractice.measurement.feedback.FeedbackEvent.SignalDetected;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.Way;
import org.inpractice.measurement.feedback.VerdictChanges.Said;
import org.inpractice.measurement.feedback.VerdictChanges.SaidSignal;
import org.junit.jupiter.api.Test;

class VerdictChangesTest {
    private static final UUID CYCLE = new UUID(0, 1);
    private static final UUID MEASURE = new UUID(0, 2);
    private static final double[] BEFORE = {240, 251, 243, 262, 249, 238, 255, 244, 239, 260, 247, 252, 241};
    private static final double[] MOVING = {300, 290, 280, 270, 260, 250, 240, 230, 220, 210, 200, 190};

    @Test
    void says_the_first_verdict_and_the_signal_behind_it() {
        // when
        List<FeedbackEvent> events = VerdictChanges.of(report(BEFORE, 190, 185, 201, 188, 179, 194), Said.NOTHING);
        // then
        assertEquals(2, events.size());
        SignalDetected signal = assertInstanceOf(SignalDetected.class, events.get(0));
        assertEquals("shift", signal.rule());
        assertEquals(Way.DOWN, signal.way());
        assertTrue(signal.better());
        assertEquals("2024-09", signal.firstPeriod());
        assertEquals("2025-02", signal.lastPeriod());
        FeedbackChanged changed = assertInstanceOf(FeedbackChanged.class, events.get(1));
        assertNull(changed.verdictBefore());
        assertEquals(Verdict.IMPROVED, changed.verdict());
        assertEquals(MEASURE, changed.measureId());
        assertTrue(changed.effect().high().signum() < 0);
        assertEquals(19, changed.toSequence());
    }

    @Test
    void says_nothing_twice_while_the_same_signal_grows() {
        // given
        Said said = new Said(Verdict.IMPROVED, List.of(signal("shift", Way.DOWN, "2024-09", "2025-02")));
        // then
        assertEquals(List.of(), VerdictChanges.of(report(BEFORE, 190, 185, 201, 188, 179, 194), said));
        assertEquals(List.of(), VerdictChanges.of(report(BEFORE, 190, 185, 201, 188, 179, 194, 190, 180), said));
        assertEquals(List.of(), VerdictChanges.of(report(BEFORE, 260, 190, 185, 201, 188, 179, 194), said));
    }

    @Test
    void says_a_signal_of_other_periods_the_other_way_or_another_rule() {
        // given
        FeedbackReport report = report(BEFORE, 190, 185, 201, 188, 179, 194);
        for (SaidSignal other : List.of(
                signal("shift", Way.DOWN, "2023-01", "2024-08"),
                signal("shift", Way.DOWN, "2025-03", "2025-08"),
                signal("shift", Way.UP, "2024-09", "2025-02"),
                signal("trend", Way.DOWN, "2024-09", "2025-02"),
                new SaidSignal(new UUID(9, 9), "shift", Way.DOWN, "2024-09", "2025-02"))) {
            // when
            List<FeedbackEvent> events = VerdictChanges.of(report, new Said(Verdict.IMPROVED, List.of(other)));
            // then
            assertEquals(1, events.size());
            assertInstanceOf(SignalDetected.class, events.getFirst());
        }
    }

    @Test
    void says_what_was_said_before_beside_what_is_said_now() {
        // given
        Said said = new Said(Verdict.IMPROVED, List.of(signal("shift", Way.DOWN, "2024-09", "2025-02")));
        // when
        List<FeedbackEvent> events = VerdictChanges.of(report(BEFORE, 190, 185, 261, 188, 179, 194), said);
        // then
        FeedbackChanged changed = assertInstanceOf(FeedbackChanged.class, events.getFirst());
        assertEquals(1, events.size());
        assertEquals(Verdict.IMPROVED, changed.verdictBefore());
        assertEquals(Verdict.NO_SIGNAL_YET, changed.verdict());
        assertNotNull(changed.effect());
    }

    @Test
    void says_no_signal_against_a_baseline_that_was_moving_or_too_short() {
        for (double[] before : List.of(MOVING, new double[] {240, 250, 245}, new double[0])) {
            // when
            List<FeedbackEvent> events = VerdictChanges.of(report(before, 90, 85, 81, 88, 79, 94), Said.NOTHING);
            // then
            assertEquals(1, events.size());
            assertInstanceOf(FeedbackChanged.class, events.getFirst());
        }
    }

    @Test
    void what_was_said_of_a_report_is_never_said_of_it_again() {
        for (int length = 0; length < 30; length++) {
            // given
            double[] since = new double[length];
            for (int i = 0; i < length; i++) {
                since[i] = 250 + (i % 12 < 6 ? -1 : 1) * (10 + 7 * i % 13);
            }
            FeedbackReport report = report(BEFORE, since);
            // when
            Said said = remember(VerdictChanges.of(report, Said.NOTHING));
            // then
            assertEquals(List.of(), VerdictChanges.of(report, said));
        }
    }

    private static Said remember(List<FeedbackEvent> events) {
        Verdict verdict = null;
        List<SaidSignal> signals = new ArrayList<>();
        for (FeedbackEvent event : events) {
            switch (event) {
                case FeedbackChanged changed -> verdict = changed.verdict();
                case SignalDetected one ->
                    signals.add(new SaidSignal(
                            one.measureId(), one.rule(), one.way(), one.firstPeriod(), one.lastPeriod()));
            }
        }
        return new Said(verdict, signals);
    }

    private static SaidSignal signal(String rule, Way way, String first, String last) {
        return new SaidSignal(MEASURE, rule, way, first, last);
    }

    private static FeedbackReport report(double[] before, double... since) {
        MeasureFeedback measure =
                MeasureVerdict.of(MonthlySeries.rates(MEASURE, 1000, before, since), MonthlySeries.START, Map.of());
        CycleVerdict verdict = CycleVerdict.of(List.of(measure), List.of());
        return new FeedbackReport(
                CYCLE,
                "Call home early",
                "1",
                null,
                MonthlySeries.START,
                null,
                verdict.verdict(),
                verdict.why(),
                1,
                before.length + since.length,
                RuleSet.PERLA_2.id(),
                List.of(),
                List.of(measure),
                null,
                null,
                null,
                List.of(),
                null,
                RuleSet.PERLA_2,
                "",
                List.of());
    }
}
