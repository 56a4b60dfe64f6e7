package org.inpractice.learning.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** Of the cycles' events those that tell what a cycle is about and what was learned in it. */
sealed interface CycleText {
    UUID cycleId();

    /** What a cycle is about. */
    @EventType(name = "improvement.cycle.planned")
    record Planned(
            UUID cycleId,
            UUID changeIdeaId,
            String changeIdea,
            UUID aimId,
            String objective,
            Statement prediction,
            List<Watched> measures,
            String siteId)
            implements CycleText {}

    /** It is about something else. */
    @EventType(name = "improvement.cycle.plan-revised")
    record PlanRevised(
            UUID cycleId,
            UUID changeIdeaId,
            String changeIdea,
            UUID aimId,
            String objective,
            Statement prediction,
            List<Watched> measures,
            String siteId)
            implements CycleText {}

    /** What was learned in it. */
    @EventType(name = "improvement.cycle.studied")
    record Studied(
            UUID cycleId, String comparedWithPrediction, String whatHappened, String learned, LocalDate studiedOn)
            implements CycleText {}

    /** A prediction in words. */
    record Statement(String statement) {}

    /** A measure of the cycle. */
    record Watched(UUID measureId) {}
}
