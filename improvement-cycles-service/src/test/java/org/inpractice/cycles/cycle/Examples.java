package org.inpractice.cycles.cycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.cycle.CycleCommand.DecideCycle;
import org.inpractice.cycles.cycle.CycleCommand.NoteObservation;
import org.inpractice.cycles.cycle.CycleCommand.StartCycle;
import org.inpractice.cycles.cycle.CycleCommand.StudyCycle;
import org.inpractice.cycles.cycle.CycleEvent.CycleDecided;
import org.inpractice.cycles.cycle.CycleEvent.CycleNoted;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanned;
import org.inpractice.cycles.cycle.CycleEvent.CycleStarted;
import org.inpractice.cycles.cycle.CycleEvent.CycleStudied;

/** One cycle, told from plan to decision. */
final class Examples {
    static final UUID CYCLE = UUID.fromString("0198c310-22f1-7b09-b6c5-2e47d1a9f406");
    static final UUID NEXT_CYCLE = UUID.fromString("019a6b7d-40aa-7f3c-8e21-7a90b5d6c207");
    static final UUID IDEA = UUID.fromString("0198c310-22f0-7e83-8c4a-9d0be6f13305");
    static final UUID AIM = UUID.fromString("0198c301-9b52-7d4e-9f10-51a2c7e80a04");
    static final UUID ABSENCE = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");
    static final UUID CALLS = UUID.fromString("0198c2f4-3a11-7a0e-8b77-0c5a1e9d2f02");
    static final LocalDate START = LocalDate.of(2025, 9, 22);
    static final LocalDate STUDY = LocalDate.of(2025, 11, 17);
    static final LocalDate TODAY = LocalDate.of(2025, 11, 20);

    static final Prediction PREDICTION = new Prediction(
            "Chronic absence falls by two points",
            ABSENCE,
            Direction.DECREASE,
            new BigDecimal("2"),
            "percentage points",
            LocalDate.of(2025, 11, 14),
            null);
    static final List<CycleMeasure> MEASURES =
            List.of(new CycleMeasure(ABSENCE, MeasureRole.OUTCOME), new CycleMeasure(CALLS, MeasureRole.PROCESS));

    static final CyclePlan PLAN = plan(PREDICTION, MEASURES, "19647330112536", "all", LocalDate.of(2025, 11, 14));
    static final CyclePlanned PLANNED = new CyclePlanned(PLAN);
    static final CycleStarted STARTED = new CycleStarted(
            CYCLE, START, IDEA, "Call home early", PREDICTION, MEASURES, "19647330112536", "all", null, null, null);
    static final CycleNoted NOTED = new CycleNoted(CYCLE, "Calls went out after noon", LocalDate.of(2025, 10, 2), null);
    static final CycleStudied STUDIED = new CycleStudied(
            CYCLE,
            "2.3 points lower, as predicted",
            "Calls went out in time",
            "It works",
            new Feedback(Verdict.IMPROVED, 57L, 402L, "perla-v1"),
            STUDY,
            null);
    static final CycleDecided ADAPTED = new CycleDecided(
            CYCLE, Decision.ADAPT, "Let teachers call", LocalDate.of(2025, 11, 18), NEXT_CYCLE, null, null, null);
    static final CycleDecided ADOPTED = new CycleDecided(
            CYCLE, Decision.ADOPT, "Let teachers call", LocalDate.of(2025, 11, 18), null, null, null, null);
    static final CycleDecided ABANDONED = new CycleDecided(
            CYCLE, Decision.ABANDON, "Let teachers call", LocalDate.of(2025, 11, 18), null, null, null, null);

    static final NextPlan NEXT = next(null);

    static final StartCycle TO_START = new StartCycle(START, TODAY);
    static final NoteObservation TO_NOTE = new NoteObservation(NOTED.note(), NOTED.on(), null, TODAY);
    static final StudyCycle TO_STUDY = new StudyCycle(STUDIED, TODAY);

    private Examples() {}

    static DecideCycle toDecide(Decision decision, NextPlan next) {
        return new DecideCycle(
                decision, "Let teachers call", LocalDate.of(2025, 11, 18), next, null, null, null, TODAY);
    }

    static CyclePlan plan(
            Prediction prediction, List<CycleMeasure> measures, String siteId, String group, LocalDate plannedEnd) {
        return new CyclePlan(
                CYCLE,
                IDEA,
                "Call home early",
                null,
                1,
                AIM,
                "Learn whether an early call helps",
                prediction,
                measures,
                siteId,
                group,
                LocalDate.of(2025, 9, 15),
                plannedEnd,
                "Attendance team",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static NextPlan next(Prediction prediction) {
        return new NextPlan(
                NEXT_CYCLE,
                "Teachers call home early",
                null,
                null,
                prediction,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
