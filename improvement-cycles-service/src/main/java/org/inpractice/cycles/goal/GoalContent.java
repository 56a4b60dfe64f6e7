package org.inpractice.cycles.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a goal says, as its events tell it.
 *
 * @param explanation why the district has it, or null
 * @param priorityIds at least one: {@code state-1} to {@code state-8}, or the id of one of the district's own
 * @param teamId the team that works on it, or null
 * @param from the first day it holds, or null
 * @param until the last day, or null
 */
public record GoalContent(
        UUID goalId,
        String statement,
        String explanation,
        List<String> priorityIds,
        String owner,
        UUID teamId,
        LocalDate from,
        LocalDate until) {
    /** Copies the priorities. */
    public GoalContent {
        priorityIds = priorityIds == null ? List.of() : List.copyOf(priorityIds);
    }
}
