package org.inpractice.cycles.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.cycle.CycleRecord.OnHold;
import org.inpractice.cycles.cycle.CycleViews.CancelledFor;
import org.inpractice.cycles.cycle.CycleViews.DecisionMade;
import org.inpractice.cycles.cycle.CycleViews.MissingStep;
import org.inpractice.cycles.cycle.CycleViews.Note;
import org.inpractice.cycles.cycle.CycleViews.Study;
import org.inpractice.cycles.cycle.CycleViews.Task;

/**
 * A cycle with everything that was written down about it.
 *
 * @param version its version, also the {@code ETag}
 * @param previousCycleId the rung below; absent on the first
 * @param nextCycleIds the rungs above, in the order they were planned
 * @param missing what the method asks for next and the cycle does not have yet; absent when nothing is missing
 */
public record CycleView(
        UUID cycleId,
        CycleState state,
        UUID changeIdeaId,
        String changeIdea,
        int rung,
        UUID previousCycleId,
        List<UUID> nextCycleIds,
        UUID aimId,
        UUID teamId,
        String objective,
        List<String> questions,
        Prediction prediction,
        List<Prediction> otherPredictions,
        List<CycleMeasure> measures,
        List<DataCollection> dataPlan,
        List<Task> tasks,
        Scope scope,
        String siteId,
        List<String> siteIds,
        String studentGroup,
        LocalDate plannedStart,
        LocalDate plannedEnd,
        String owner,
        LocalDate startedOn,
        List<OnHold> pauses,
        List<Note> notes,
        Study study,
        DecisionMade decision,
        CancelledFor cancelled,
        List<MissingStep> missing,
        long version,
        Instant changedAt) {
    static CycleView of(CycleTable.Row row, List<Note> notes, List<CycleTable.Row> next) {
        CycleRecord known = row.known();
        CyclePlan plan = known.plan();
        var decided = known.decision();
        return new CycleView(
                plan.cycleId(),
                known.state(),
                plan.changeIdeaId(),
                plan.changeIdea(),
                plan.rung(),
                plan.previousCycleId(),
                next.stream().map(CycleTable.Row::cycleId).toList(),
                plan.aimId(),
                plan.teamId(),
                plan.objective(),
                plan.questions(),
                plan.prediction(),
                plan.otherPredictions(),
                plan.measures(),
                plan.dataPlan(),
                CycleViews.tasks(known),
                plan.scope(),
                plan.siteId(),
                plan.siteIds(),
                plan.studentGroup(),
                plan.plannedStart(),
                plan.plannedEnd(),
                plan.owner(),
                known.startedOn(),
                known.pauses(),
                notes,
                Study.of(known),
                DecisionMade.of(known),
                known.cancelled() == null
                        ? null
                        : new CancelledFor(
                                known.cancelled().reason(), known.cancelled().on()),
                CycleViews.missing(
                        known.state(),
                        plan,
                        decided == null ? null : decided.decision(),
                        decided == null ? null : decided.standardWork()),
                row.version(),
                row.changedAt());
    }
}
