package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a cycle. */
public sealed interface CycleEvent {
    /** The cycle. */
    UUID cycleId();

    /** A test of a change was planned. Its JSON is the plan's. */
    @EventType(name = "improvement.cycle.planned")
    record CyclePlanned(@JsonValue CyclePlan plan) implements CycleEvent {
        /** Its JSON is the plan's. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public CyclePlanned {}

        @Override
        public UUID cycleId() {
            return plan.cycleId();
        }
    }

    /** The plan was changed before the start; all of it, as it is from now on. Its JSON is the plan's. */
    @EventType(name = "improvement.cycle.plan-revised")
    record CyclePlanRevised(@JsonValue CyclePlan plan) implements CycleEvent {
        /** Its JSON is the plan's. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public CyclePlanRevised {}

        @Override
        public UUID cycleId() {
            return plan.cycleId();
        }
    }

    /** The change is being tried; prediction and measures are fixed, and told again for those who follow. */
    @EventType(name = "improvement.cycle.started")
    record CycleStarted(
            UUID cycleId,
            LocalDate startedOn,
            UUID changeIdeaId,
            String changeIdea,
            Prediction prediction,
            List<CycleMeasure> measures,
            String siteId,
            String studentGroup)
            implements CycleEvent {}

    /** Something was noticed while trying. */
    @EventType(name = "improvement.cycle.noted")
    record CycleNoted(UUID cycleId, String note, LocalDate on) implements CycleEvent {}

    /** What happened was compared with what was predicted. */
    @EventType(name = "improvement.cycle.studied")
    record CycleStudied(
            UUID cycleId,
            String comparedWithPrediction,
            String whatHappened,
            String learned,
            Feedback feedback,
            LocalDate studiedOn)
            implements CycleEvent {}

    /** The team decided what becomes of the idea; {@code nextCycleId} is there exactly when it adapts. */
    @EventType(name = "improvement.cycle.decided")
    record CycleDecided(UUID cycleId, Decision decision, String rationale, LocalDate decidedOn, UUID nextCycleId)
            implements CycleEvent {}
}
