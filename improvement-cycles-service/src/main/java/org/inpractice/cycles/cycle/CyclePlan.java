package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The whole plan of a cycle, as its events tell it.
 *
 * @param changeIdeaId the idea under test; all cycles of an idea form its ladder
 * @param previousCycleId the cycle it follows on the ladder; null on the first rung
 * @param rung place on the ladder, from 1
 * @param aimId the aim it serves, or null
 * @param prediction null while nobody has made one
 * @param measures empty while nobody has named one
 * @param siteId null for the whole district
 * @param studentGroup {@code all} for everybody
 */
public record CyclePlan(
        UUID cycleId,
        UUID changeIdeaId,
        String changeIdea,
        UUID previousCycleId,
        int rung,
        UUID aimId,
        String objective,
        Prediction prediction,
        List<CycleMeasure> measures,
        String siteId,
        String studentGroup,
        LocalDate plannedStart,
        LocalDate plannedEnd,
        String owner) {
    /** Everybody. */
    public static final String EVERYBODY = "all";

    /** Copies the measures; an absent group is everybody. */
    public CyclePlan {
        measures = measures == null ? List.of() : List.copyOf(measures);
        studentGroup = studentGroup == null ? EVERYBODY : studentGroup;
    }
}
