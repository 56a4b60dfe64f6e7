package org.inpractice.cycles.idea;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A cycle as a trial of an idea.
 *
 * @param changeIdeaId the idea it is counted for: the one its plan names, or the one that was merged into
 * @param title the idea in the words of the plan
 * @param siteIds where; empty for the whole district
 * @param decision adopt, adapt or abandon; null while undecided
 * @param standardWork what an adopted idea became; null while it has not
 */
public record IdeaTrial(
        UUID changeIdeaId,
        UUID cycleId,
        String title,
        UUID aimId,
        List<String> siteIds,
        String owner,
        String state,
        String decision,
        LocalDate decidedOn,
        String standardWork,
        String standardWorkOwner) {}
