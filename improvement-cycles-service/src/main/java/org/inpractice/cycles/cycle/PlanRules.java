package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.inpractice.stream.Refusal;

/** What a plan must be to be written down, and what it must have before the test may start. */
final class PlanRules {
    private PlanRules() {}

    /**
     * A plan may be incomplete, but not contradict itself.
     *
     * @param within where the plan stands in the request, for example {@code "next."}
     */
    static void checkConsistent(CyclePlan plan, String within) {
        LocalDate start = plan.plannedStart();
        LocalDate end = plan.plannedEnd();
        if (start != null && end != null && end.isBefore(start)) {
            throw new Refusal(
                    CycleRule.DATES_OUT_OF_ORDER,
                    within + "plannedEnd",
                    "Plan an end on or after the start: between them lies the time in which the data is gathered.");
        }
        Set<UUID> watched = new HashSet<>();
        for (CycleMeasure measure : plan.measures()) {
            if (!watched.add(measure.measureId())) {
                throw new Refusal(
                        CycleRule.MEASURE_NAMED_TWICE,
                        within + "measures",
                        "Name each measure once, with the one role it has in this cycle.");
            }
        }
        if (plan.prediction() != null) {
            checkConsistent(plan.prediction(), watched, within + "prediction.");
        }
    }

    private static void checkConsistent(Prediction prediction, Set<UUID> watched, String within) {
        if (prediction.amount() != null && prediction.direction() == null) {
            throw new Refusal(
                    CycleRule.PREDICTION_WITHOUT_DIRECTION,
                    within + "direction",
                    "Say whether the measure will increase or decrease by that amount: without a direction the study"
                            + " cannot compare the prediction with what happened.");
        }
        if (prediction.measureId() != null && !watched.isEmpty() && !watched.contains(prediction.measureId())) {
            throw new Refusal(
                    CycleRule.PREDICTED_MEASURE_NOT_WATCHED,
                    within + "measureId",
                    "Add the predicted measure to the plan's measures: a prediction about something nobody looks at"
                            + " cannot turn out wrong, and so teaches nothing.");
        }
    }

    /** What is missing before the change may be tried. */
    static void checkComplete(CyclePlan plan) {
        if (plan.prediction() == null) {
            throw new Refusal(
                    CycleRule.PREDICTION_MISSING,
                    "prediction",
                    "Revise the plan and write down what you expect to happen before you start: only a prediction made"
                            + " beforehand can be compared with what happened, and the difference is what you learn"
                            + " from.");
        }
        if (plan.measures().isEmpty()) {
            throw new Refusal(
                    CycleRule.MEASURE_MISSING,
                    "measures",
                    "Revise the plan and name at least one measure before you start: without data gathered during the"
                            + " test nobody can tell whether the change was an improvement.");
        }
        if (plan.rung() == 1 && plan.siteId() == null && plan.studentGroup().equals(CyclePlan.EVERYBODY)) {
            throw new Refusal(
                    CycleRule.SCOPE_MISSING,
                    "siteId",
                    "Revise the plan and name a site or a student group before you start: the first test of an idea is"
                            + " a small one, so that a mistake costs little; later rungs may take in the whole"
                            + " district.");
        }
        if (plan.plannedEnd() == null && plan.prediction().by() == null) {
            throw new Refusal(
                    CycleRule.END_MISSING,
                    "plannedEnd",
                    "Revise the plan and say until when the test runs, or by when the prediction shall come true: a"
                            + " test without an end is never studied.");
        }
    }
}
