package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a decision to adapt says of the next rung. Idea and place on the ladder follow from the cycle it adapts; aim, team,
 * measures, data plan, place, group and owner are taken over where they are null. Predictions never are: what was learned
 * changes what there is to expect; nor are questions and tasks, which belong to one test.
 */
public record NextPlan(
        UUID cycleId,
        String changeIdea,
        UUID aimId,
        String objective,
        Prediction prediction,
        List<CycleMeasure> measures,
        String siteId,
        String studentGroup,
        LocalDate plannedStart,
        LocalDate plannedEnd,
        String owner,
        UUID teamId,
        Scope scope,
        List<String> siteIds,
        List<Prediction> otherPredictions,
        List<String> questions,
        List<PlannedTask> tasks,
        List<DataCollection> dataPlan) {

    /** The plan of the rung above {@code adapted}. */
    CyclePlan above(CyclePlan adapted) {
        boolean samePlace = siteId == null && siteIds == null && (scope == null || scope.compareTo(Scope.SITE) <= 0);
        return new CyclePlan(
                cycleId,
                adapted.changeIdeaId(),
                changeIdea,
                adapted.cycleId(),
                adapted.rung() + 1,
                aimId == null ? adapted.aimId() : aimId,
                objective,
                prediction,
                measures == null ? adapted.measures() : measures,
                samePlace ? adapted.siteId() : siteId,
                studentGroup == null ? adapted.studentGroup() : studentGroup,
                plannedStart,
                plannedEnd,
                owner == null ? adapted.owner() : owner,
                teamId == null ? adapted.teamId() : teamId,
                samePlace && scope == null ? adapted.scope() : scope,
                samePlace ? adapted.siteIds() : siteIds,
                otherPredictions,
                questions,
                tasks,
                dataPlan == null && measures == null ? adapted.dataPlan() : dataPlan);
    }
}
