package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.feedback.KnownFeedback;
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

    /** The change is being tried; predictions and measures are fixed, and told again for those who follow. */
    @EventType(name = "improvement.cycle.started")
    record CycleStarted(
            UUID cycleId,
            LocalDate startedOn,
            UUID changeIdeaId,
            String changeIdea,
            Prediction prediction,
            List<CycleMeasure> measures,
            String siteId,
            String studentGroup,
            UUID teamId,
            Scope scope,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Prediction> otherPredictions)
            implements CycleEvent {
        /** Copies. */
        public CycleStarted {
            otherPredictions = otherPredictions == null ? List.of() : List.copyOf(otherPredictions);
        }
    }

    /** Something was noticed while trying; without a kind it is an observation. */
    @EventType(name = "improvement.cycle.noted")
    record CycleNoted(UUID cycleId, String note, LocalDate on, NoteKind kind) implements CycleEvent {}

    /** A task of the plan, by its number from 1, was done. */
    @EventType(name = "improvement.cycle.task-done")
    record TaskDone(UUID cycleId, int task, String what, LocalDate on, String remark) implements CycleEvent {}

    /** Trying was put on hold. */
    @EventType(name = "improvement.cycle.paused")
    record CyclePaused(UUID cycleId, String reason, LocalDate on) implements CycleEvent {}

    /** Trying goes on. */
    @EventType(name = "improvement.cycle.resumed")
    record CycleResumed(UUID cycleId, LocalDate on) implements CycleEvent {}

    /** The cycle was given up, and nothing was decided on its idea. */
    @EventType(name = "improvement.cycle.cancelled")
    record CycleCancelled(UUID cycleId, String reason, LocalDate on) implements CycleEvent {}

    /**
     * What happened was compared with what was predicted.
     *
     * @param feedback what the team says it looked at, or null
     * @param known what this service knew of feedback at that moment; absent of studies before it was kept
     */
    @EventType(name = "improvement.cycle.studied")
    record CycleStudied(
            UUID cycleId,
            String comparedWithPrediction,
            String whatHappened,
            String learned,
            Feedback feedback,
            LocalDate studiedOn,
            KnownFeedback known)
            implements CycleEvent {}

    /**
     * The team decided what becomes of the idea.
     *
     * @param nextCycleId is there exactly when it adapts
     * @param standardWork of an adopted idea; may follow later
     * @param scaling where an adopted idea goes next
     * @param known what this service knew of feedback at that moment; absent of decisions before it was kept
     */
    @EventType(name = "improvement.cycle.decided")
    record CycleDecided(
            UUID cycleId,
            Decision decision,
            String rationale,
            LocalDate decidedOn,
            UUID nextCycleId,
            StandardWork standardWork,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ScalingStep> scaling,
            KnownFeedback known)
            implements CycleEvent {
        /** Copies. */
        public CycleDecided {
            scaling = scaling == null ? List.of() : List.copyOf(scaling);
        }
    }

    /** An adopted idea became standard work, or its standard or spread was put differently; all of it as it is now. */
    @EventType(name = "improvement.cycle.standardised")
    record CycleStandardised(
            UUID cycleId,
            StandardWork standardWork,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ScalingStep> scaling)
            implements CycleEvent {
        /** Copies. */
        public CycleStandardised {
            scaling = scaling == null ? List.of() : List.copyOf(scaling);
        }
    }
}
