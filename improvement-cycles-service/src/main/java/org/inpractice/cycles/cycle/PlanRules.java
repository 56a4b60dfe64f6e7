package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        checkPredictions(plan, watched, within);
        checkScope(plan, within);
        checkTasks(plan, within);
        checkDataPlan(plan, watched, within);
    }

    private static void checkPredictions(CyclePlan plan, Set<UUID> watched, String within) {
        if (plan.prediction() != null) {
            checkConsistent(plan, plan.prediction(), watched, within + "prediction.");
        }
        for (int i = 0; i < plan.otherPredictions().size(); i++) {
            checkConsistent(plan, plan.otherPredictions().get(i), watched, within + "otherPredictions[" + i + "].");
        }
        Set<UUID> predicted = new HashSet<>();
        for (Prediction prediction : plan.predictions()) {
            if (prediction.measureId() != null && !predicted.add(prediction.measureId())) {
                throw new Refusal(
                        CycleRule.MEASURE_PREDICTED_TWICE,
                        within + "otherPredictions",
                        "Predict each measure once: of two predictions one would always look right.");
            }
        }
    }

    private static void checkConsistent(CyclePlan plan, Prediction prediction, Set<UUID> watched, String within) {
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
        if (prediction.by() != null
                && plan.plannedStart() != null
                && prediction.by().isBefore(plan.plannedStart())) {
            throw new Refusal(
                    CycleRule.DATES_OUT_OF_ORDER,
                    within + "by",
                    "Predict for a day on or after the planned start: what comes true before the change is tried is not"
                            + " its work.");
        }
    }

    private static void checkScope(CyclePlan plan, String within) {
        int sites = plan.sites().size();
        boolean fits = plan.scope() == null
                || switch (plan.scope()) {
                    case CLASSROOM, SITE -> sites <= 1;
                    case SEVERAL_SITES -> sites != 1;
                    case DISTRICT -> sites == 0;
                };
        if (!fits) {
            throw new Refusal(
                    CycleRule.SCOPE_DOES_NOT_FIT_SITES,
                    within + "scope",
                    "Name one site for a classroom or a site, two or more for several sites, none for the district:"
                            + " where a test was made decides what its data may be compared with.");
        }
    }

    private static void checkTasks(CyclePlan plan, String within) {
        for (int i = 0; i < plan.tasks().size(); i++) {
            LocalDate when = plan.tasks().get(i).when();
            if (when != null && plan.plannedEnd() != null && when.isAfter(plan.plannedEnd())) {
                throw new Refusal(
                        CycleRule.DATES_OUT_OF_ORDER,
                        within + "tasks[" + i + "].when",
                        "Plan each task on or before the planned end: what is done after the test is no part of it.");
            }
        }
    }

    private static void checkDataPlan(CyclePlan plan, Set<UUID> watched, String within) {
        Set<UUID> collected = new HashSet<>();
        for (DataCollection collection : plan.dataPlan()) {
            if (!watched.contains(collection.measureId())) {
                throw new Refusal(
                        CycleRule.COLLECTED_MEASURE_NOT_WATCHED,
                        within + "dataPlan",
                        "Add the measure to the plan's measures with its role: data that no question asks for is work"
                                + " without learning.");
            }
            if (!collected.add(collection.measureId())) {
                throw new Refusal(
                        CycleRule.MEASURE_COLLECTED_TWICE,
                        within + "dataPlan",
                        "Say once for each measure who collects it and how often: two ways make two series.");
            }
        }
    }

    /** Refuses a start while something is missing. */
    static void checkComplete(CyclePlan plan) {
        for (Refusal missing : missing(plan)) {
            throw missing;
        }
    }

    /** What is missing before the change may be tried, the first step first. */
    static List<Refusal> missing(CyclePlan plan) {
        List<Refusal> missing = new ArrayList<>();
        if (plan.prediction() == null) {
            missing.add(new Refusal(
                    CycleRule.PREDICTION_MISSING,
                    "prediction",
                    "Revise the plan and write down what you expect to happen before you start: only a prediction made"
                            + " beforehand can be compared with what happened, and the difference is what you learn"
                            + " from."));
        }
        if (plan.measures().isEmpty()) {
            missing.add(new Refusal(
                    CycleRule.MEASURE_MISSING,
                    "measures",
                    "Revise the plan and name at least one measure before you start: without data gathered during the"
                            + " test nobody can tell whether the change was an improvement."));
        }
        if (plan.rung() == 1 && plan.sites().isEmpty() && plan.studentGroup().equals(CyclePlan.EVERYBODY)) {
            missing.add(new Refusal(
                    CycleRule.SCOPE_MISSING,
                    "siteId",
                    "Revise the plan and name a site or a student group before you start: the first test of an idea is"
                            + " a small one, so that a mistake costs little; later rungs may take in the whole"
                            + " district."));
        } else if (plan.rung() == 1 && plan.scope() == Scope.DISTRICT) {
            missing.add(new Refusal(
                    CycleRule.FIRST_TEST_TOO_LARGE,
                    "scope",
                    "Revise the plan and try the change in a classroom or at a site first: what is wrong with an idea"
                            + " shows there at little cost; later rungs may take in the whole district."));
        }
        if (plan.plannedEnd() == null
                && (plan.prediction() == null || plan.prediction().by() == null)) {
            missing.add(new Refusal(
                    CycleRule.END_MISSING,
                    "plannedEnd",
                    "Revise the plan and say until when the test runs, or by when the prediction shall come true: a"
                            + " test without an end is never studied."));
        }
        return missing;
    }
}
