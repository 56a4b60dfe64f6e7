package org.inpractice.learning.followed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.learning.followed.FollowedEvent.CycleDecided;
import org.inpractice.learning.followed.FollowedEvent.CycleMeasure;
import org.inpractice.learning.followed.FollowedEvent.CyclePlanRevised;
import org.inpractice.learning.followed.FollowedEvent.CyclePlanned;
import org.inpractice.learning.followed.FollowedEvent.CycleStarted;
import org.inpractice.learning.followed.FollowedEvent.CycleStudied;
import org.inpractice.learning.followed.FollowedEvent.Prediction;

/**
 * A cycle as its steps tell it.
 *
 * @param siteId null when the change is tried in the whole district
 * @param startedOn null before
 * @param study null before
 * @param decision null before
 */
public record FollowedCycle(
        UUID cycleId,
        UUID changeIdeaId,
        String changeIdea,
        UUID aimId,
        String objective,
        Prediction prediction,
        List<CycleMeasure> measures,
        String siteId,
        String studentGroup,
        LocalDate startedOn,
        CycleStudied study,
        CycleDecided decision) {

    /** The cycle after its steps; empty when they tell of none. */
    public static Optional<FollowedCycle> of(List<Step> steps) {
        FollowedCycle cycle = null;
        for (Step step : steps) {
            cycle = after(cycle, step.event());
        }
        return Optional.ofNullable(cycle);
    }

    private static FollowedCycle after(FollowedCycle before, FollowedEvent event) {
        return switch (event) {
            case CyclePlanned plan ->
                new FollowedCycle(
                        plan.cycleId(),
                        plan.changeIdeaId(),
                        plan.changeIdea(),
                        plan.aimId(),
                        plan.objective(),
                        plan.prediction(),
                        all(plan.measures()),
                        plan.siteId(),
                        plan.studentGroup(),
                        null,
                        null,
                        null);
            case CyclePlanRevised plan ->
                new FollowedCycle(
                        plan.cycleId(),
                        plan.changeIdeaId(),
                        plan.changeIdea(),
                        plan.aimId(),
                        plan.objective(),
                        plan.prediction(),
                        all(plan.measures()),
                        plan.siteId(),
                        plan.studentGroup(),
                        null,
                        null,
                        null);
            case CycleStarted start ->
                new FollowedCycle(
                        start.cycleId(),
                        start.changeIdeaId(),
                        start.changeIdea(),
                        before == null ? null : before.aimId,
                        before == null ? null : before.objective,
                        start.prediction(),
                        all(start.measures()),
                        start.siteId(),
                        start.studentGroup(),
                        start.startedOn(),
                        null,
                        null);
            case CycleStudied study -> before == null ? null : before.studied(study);
            case CycleDecided decision -> before == null ? null : before.decided(decision);
            default -> before;
        };
    }

    private static List<CycleMeasure> all(List<CycleMeasure> measures) {
        return measures == null ? List.of() : List.copyOf(measures);
    }

    /** What a measure is for in the cycle; empty when it is none of its measures. */
    public Optional<String> role(UUID measureId) {
        return measures.stream()
                .filter(measure -> measure.measureId().equals(measureId))
                .map(CycleMeasure::role)
                .findFirst();
    }

    private FollowedCycle studied(CycleStudied told) {
        return new FollowedCycle(
                cycleId,
                changeIdeaId,
                changeIdea,
                aimId,
                objective,
                prediction,
                measures,
                siteId,
                studentGroup,
                startedOn,
                told,
                decision);
    }

    private FollowedCycle decided(CycleDecided told) {
        return new FollowedCycle(
                cycleId,
                changeIdeaId,
                changeIdea,
                aimId,
                objective,
                prediction,
                measures,
                siteId,
                studentGroup,
                startedOn,
                study,
                told);
    }
}
