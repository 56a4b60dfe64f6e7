package org.inpractice.cycles.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.cycle.CycleEvent.TaskDone;
import org.inpractice.cycles.feedback.KnownFeedback;

/** Cycles as readers see them. */
public final class CycleViews {
    private CycleViews() {}

    /**
     * Where a cycle stands after a command.
     *
     * @param version its version, also the {@code ETag}
     * @param nextCycleId the rung that a decision to adapt has planned; else absent
     * @param missing what the method asks for next and the cycle does not have yet; absent when nothing is missing
     */
    public record CycleVersion(
            UUID cycleId,
            CycleState state,
            UUID changeIdeaId,
            int rung,
            long version,
            UUID nextCycleId,
            List<MissingStep> missing) {}

    /**
     * A step that the method asks for.
     *
     * @param code the problem that names it
     * @param field where in the request it belongs; absent when it is a request of its own
     */
    public record MissingStep(String code, String field, String remedy) {}

    /** A note. */
    public record Note(String note, LocalDate on, NoteKind kind, String actor, Instant recordedAt) {}

    /** A task of the plan; done when there is a day on which it was. */
    public record Task(int task, PlannedTask planned, LocalDate doneOn, String remark) {}

    /**
     * A study.
     *
     * @param predicted the predictions as they stood from the start on
     * @param feedback what the team says it looked at; absent when it said nothing
     * @param known what the service itself knew of feedback at that moment
     */
    public record Study(
            String comparedWithPrediction,
            String whatHappened,
            String learned,
            List<Prediction> predicted,
            Feedback feedback,
            KnownFeedback known,
            LocalDate studiedOn) {
        static Study of(CycleRecord cycle) {
            var study = cycle.study();
            return study == null
                    ? null
                    : new Study(
                            study.comparedWithPrediction(),
                            study.whatHappened(),
                            study.learned(),
                            cycle.plan().predictions(),
                            study.feedback(),
                            study.known(),
                            study.studiedOn());
        }
    }

    /** A decision; {@code nextCycleId} is there when the idea was adapted. */
    public record DecisionMade(
            Decision decision,
            String rationale,
            LocalDate decidedOn,
            UUID nextCycleId,
            StandardWork standardWork,
            List<ScalingStep> scaling,
            KnownFeedback known) {
        static DecisionMade of(CycleRecord cycle) {
            var decided = cycle.decision();
            return decided == null
                    ? null
                    : new DecisionMade(
                            decided.decision(),
                            decided.rationale(),
                            decided.decidedOn(),
                            decided.nextCycleId(),
                            decided.standardWork(),
                            decided.scaling(),
                            decided.known());
        }
    }

    /** A cycle that was given up. */
    public record CancelledFor(String reason, LocalDate on) {}

    /**
     * A cycle in a list or on a ladder: what was tried, expected, learned and decided.
     *
     * @param version its version, also the {@code ETag}
     * @param learned what the study says was learned; absent before the study
     */
    public record CycleSummary(
            UUID cycleId,
            CycleState state,
            UUID changeIdeaId,
            String changeIdea,
            int rung,
            UUID previousCycleId,
            UUID aimId,
            UUID teamId,
            Prediction prediction,
            Scope scope,
            String siteId,
            List<String> siteIds,
            String studentGroup,
            LocalDate plannedStart,
            LocalDate plannedEnd,
            String owner,
            LocalDate startedOn,
            LocalDate studiedOn,
            String learned,
            Decision decision,
            String rationale,
            LocalDate decidedOn,
            long version,
            Instant changedAt) {
        static CycleSummary of(CycleTable.Row row) {
            CycleRecord known = row.known();
            CyclePlan plan = known.plan();
            var study = known.study();
            var decided = known.decision();
            return new CycleSummary(
                    plan.cycleId(),
                    known.state(),
                    plan.changeIdeaId(),
                    plan.changeIdea(),
                    plan.rung(),
                    plan.previousCycleId(),
                    plan.aimId(),
                    plan.teamId(),
                    plan.prediction(),
                    plan.scope(),
                    plan.siteId(),
                    plan.siteIds().isEmpty() ? null : plan.siteIds(),
                    plan.studentGroup(),
                    plan.plannedStart(),
                    plan.plannedEnd(),
                    plan.owner(),
                    known.startedOn(),
                    study == null ? null : study.studiedOn(),
                    study == null ? null : study.learned(),
                    decided == null ? null : decided.decision(),
                    decided == null ? null : decided.rationale(),
                    decided == null ? null : decided.decidedOn(),
                    row.version(),
                    row.changedAt());
        }
    }

    static List<Task> tasks(CycleRecord cycle) {
        List<Task> tasks = new ArrayList<>();
        for (PlannedTask planned : cycle.plan().tasks()) {
            int number = tasks.size() + 1;
            TaskDone done = cycle.done().stream()
                    .filter(one -> one.task() == number)
                    .findFirst()
                    .orElse(null);
            tasks.add(new Task(number, planned, done == null ? null : done.on(), done == null ? null : done.remark()));
        }
        return tasks;
    }

    /** What the method asks for next; null when nothing is missing. */
    static List<MissingStep> missing(CycleState state, CyclePlan plan, Decision decision, StandardWork work) {
        List<MissingStep> missing = new ArrayList<>();
        if (state == CycleState.PLANNED) {
            PlanRules.missing(plan)
                    .forEach(step -> missing.add(new MissingStep(step.rule().name(), step.field(), step.getMessage())));
        }
        if (state == CycleState.DECIDED && decision == Decision.ADOPT && work == null) {
            missing.add(new MissingStep(
                    "STANDARD_WORK_MISSING",
                    "standardWork",
                    "PUT the standard work with its owner under standard-work: an adopted idea that nobody describes"
                            + " and nobody owns fades."));
        }
        return missing.isEmpty() ? null : missing;
    }
}
