package org.inpractice.cycles.cycle;

import java.util.UUID;
import org.inpractice.stream.Refusal;

/**
 * Where a new cycle stands on the ladder of its idea. A ladder cannot loop: a cycle follows one that is decided, and
 * what it follows never changes.
 */
final class LadderRules {
    private LadderRules() {}

    /**
     * The place above another cycle.
     *
     * @param previous that cycle as it stands
     * @param changeIdeaId the idea the request names, or null
     */
    static Place above(Cycle previous, UUID changeIdeaId) {
        CyclePlan plan = CycleDecider.planOf(previous);
        if (plan == null) {
            throw new Refusal(
                    CycleRule.PREVIOUS_CYCLE_UNKNOWN,
                    "previousCycleId",
                    "Send the id of a cycle of this district, or none when this is the first test of the idea.");
        }
        if (!(previous instanceof Cycle.Decided decided)) {
            throw new Refusal(
                    CycleRule.PREVIOUS_CYCLE_NOT_DECIDED,
                    "previousCycleId",
                    "Study and decide the previous cycle first: the next rung of a ladder rests on what the one below"
                            + " it taught.");
        }
        if (decided.decision() == Decision.ABANDON) {
            throw new Refusal(
                    CycleRule.PREVIOUS_CYCLE_ABANDONED,
                    "previousCycleId",
                    "Plan a cycle without previousCycleId: an abandoned idea has no next rung, but a new idea may begin"
                            + " a ladder of its own.");
        }
        if (changeIdeaId != null && !changeIdeaId.equals(plan.changeIdeaId())) {
            throw new Refusal(
                    CycleRule.OTHER_CHANGE_IDEA,
                    "changeIdeaId",
                    "Leave changeIdeaId out, or send that of the previous cycle: a ladder tests one idea, rung by"
                            + " rung.");
        }
        return new Place(plan.changeIdeaId(), plan.cycleId(), plan.rung() + 1);
    }

    /** Refuses a revision that names another idea or previous cycle than the plan that stands. */
    static void checkSame(CyclePlan standing, UUID changeIdeaId, UUID previousCycleId) {
        boolean sameIdea = changeIdeaId == null || changeIdeaId.equals(standing.changeIdeaId());
        boolean samePrevious = previousCycleId == null || previousCycleId.equals(standing.previousCycleId());
        if (!sameIdea || !samePrevious) {
            throw new Refusal(
                    CycleRule.LADDER_IS_FIXED,
                    sameIdea ? "previousCycleId" : "changeIdeaId",
                    "Leave it as it is, and plan another cycle to test another idea: a revision changes how a test is"
                            + " done, not what it is a test of.");
        }
    }

    /**
     * A place on a ladder.
     *
     * @param previousCycleId null on the first rung
     * @param rung from 1
     */
    record Place(UUID changeIdeaId, UUID previousCycleId, int rung) {}
}
