package org.inpractice.cycles.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Known;

/** Goals and priorities as readers see them. */
final class GoalViews {
    private GoalViews() {}

    /**
     * A goal.
     *
     * @param retiredOn absent while the district pursues it
     * @param version its version, also the {@code ETag}
     */
    @Schema(name = "Goal")
    record GoalView(
            UUID goalId,
            String statement,
            String explanation,
            List<String> priorityIds,
            String owner,
            UUID teamId,
            LocalDate from,
            LocalDate until,
            LocalDate retiredOn,
            String retiredBecause,
            long version,
            Instant changedAt) {
        static GoalView of(Known<Goal> known) {
            GoalContent goal = known.state().goal();
            return new GoalView(
                    goal.goalId(),
                    goal.statement(),
                    goal.explanation(),
                    goal.priorityIds(),
                    goal.owner(),
                    goal.teamId(),
                    goal.from(),
                    goal.until(),
                    known.state().retiredOn(),
                    known.state().retiredBecause(),
                    known.version(),
                    known.changedAt());
        }
    }

    /**
     * A priority.
     *
     * @param priorityId {@code state-1} to {@code state-8}, or an id
     * @param number of a state priority, in the law
     * @param source the law of a state priority, or {@code district}
     * @param version of one of the district's own, also the {@code ETag}
     */
    @Schema(name = "Priority")
    record PriorityView(
            String priorityId,
            Integer number,
            String title,
            String description,
            String source,
            String retiredBecause,
            Long version,
            Instant changedAt) {
        static PriorityView of(StatePriority priority) {
            return new PriorityView(
                    priority.id(),
                    priority.number(),
                    priority.title(),
                    priority.description(),
                    "California Education Code section 52060(d)(" + priority.number() + ")",
                    null,
                    null,
                    null);
        }

        static PriorityView of(Known<Priority> known) {
            return new PriorityView(
                    known.id().toString(),
                    null,
                    known.state().title(),
                    known.state().description(),
                    "district",
                    known.state().retiredBecause(),
                    known.version(),
                    known.changedAt());
        }
    }
}
