package org.inpractice.cycles.cycle;

import static org.inpractice.cycles.cycle.Examples.CYCLE;
import static org.inpractice.cycles.cycle.Examples.MEASURES;
import static org.inpractice.cycles.cycle.Examples.PLAN;
import static org.inpractice.cycles.cycle.Examples.PREDICTION;
import static org.inpractice.stream.DeciderSpecification.specification;

import java.time.LocalDate;
import java.util.List;
import org.inpractice.stream.DeciderSpecification;

/** Plans with everything in them. */
abstract class FullPlans {
    static DeciderSpecification<CycleCommand, Cycle, CycleEvent> cycle() {
        return specification(new CycleDecider());
    }

    static CyclePlan plan(
            Scope scope,
            List<String> siteIds,
            List<Prediction> others,
            List<PlannedTask> tasks,
            List<DataCollection> data) {
        return new CyclePlan(
                CYCLE,
                PLAN.changeIdeaId(),
                "Call home early",
                null,
                1,
                null,
                null,
                PREDICTION,
                MEASURES,
                siteIds == null ? "1" : null,
                null,
                LocalDate.of(2025, 9, 15),
                LocalDate.of(2025, 11, 14),
                "Team",
                null,
                scope,
                siteIds,
                others,
                List.of("Do families answer?"),
                tasks,
                data);
    }

    static PlannedTask task(LocalDate when) {
        return new PlannedTask("Call", "Clerk", when, null);
    }
}
