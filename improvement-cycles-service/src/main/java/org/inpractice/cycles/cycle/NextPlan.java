package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a decision to adapt says of the next rung. Idea and place on the ladder follow from the cycle it adapts; aim,
 * measures, site, group and owner are taken over where they are null. The prediction never is: what was learned changes
 * what there is to expect.
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
        String owner) {

    /** The plan of the rung above {@code adapted}. */
    CyclePlan above(CyclePlan adapted) {
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
                siteId == null ? adapted.siteId() : siteId,
                studentGroup == null ? adapted.studentGroup() : studentGroup,
                plannedStart,
                plannedEnd,
                owner == null ? adapted.owner() : owner);
    }
}
