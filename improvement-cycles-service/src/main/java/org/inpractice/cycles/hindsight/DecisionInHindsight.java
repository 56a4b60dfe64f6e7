package org.inpractice.cycles.hindsight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.feedback.KnownData;
import org.inpractice.cycles.feedback.KnownFeedback;
import org.inpractice.cycles.feedback.SaidVerdict;

/**
 * A decision, what was known when it was made, and what is known today.
 *
 * @param then verdict and data as the service knew them when it was made; absent of decisions before that was kept
 * @param today the verdict of today; absent while nothing was said
 * @param knownSince the data of the days before the decision as they are known today, late and corrected numbers included
 */
@Schema(name = "DecisionInHindsight")
public record DecisionInHindsight(
        UUID cycleId,
        String changeIdea,
        UUID aimId,
        UUID teamId,
        String owner,
        String decision,
        String rationale,
        LocalDate decidedOn,
        Standing standing,
        String why,
        KnownFeedback then,
        SaidVerdict today,
        List<KnownData> knownSince,
        List<Completeness> completeness) {

    /**
     * How complete and how old the data of a measure was at that moment, and how complete it is today.
     *
     * @param toldThen of the periods since the start that were over: how many had a number when it was decided
     * @param toldToday the same periods as they are known today
     * @param shareThen absent when no period was over
     * @param daysBehind how old the newest number was; absent without one
     * @param daysToArrive median days from the end of a period to its arrival; absent without one
     * @param changedSince whether the numbers of those periods are others today
     */
    @Schema(name = "CompletenessThen")
    public record Completeness(
            UUID measureId,
            String name,
            int expected,
            Integer toldThen,
            int toldToday,
            BigDecimal shareThen,
            BigDecimal shareToday,
            Long daysBehind,
            Long daysToArrive,
            BigDecimal changeThen,
            BigDecimal changeToday,
            Boolean changedSince) {}
}
