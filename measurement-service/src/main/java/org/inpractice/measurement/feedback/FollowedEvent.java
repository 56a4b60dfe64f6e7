package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** Of the events of cycles and failures, those that feedback needs, with just the fields it needs. */
sealed interface FollowedEvent {

    /** Of a cycle. */
    sealed interface OfCycle extends FollowedEvent {
        UUID cycleId();
    }

    /** Of a failure or near-failure. */
    sealed interface OfFailure extends FollowedEvent {
        UUID failureId();
    }

    /** A cycle exists; its prediction and measures may still change. */
    @EventType(name = "improvement.cycle.planned")
    record CyclePlanned(UUID cycleId, UUID aimId, UUID changeIdeaId) implements OfCycle {}

    /** Its plan is another one: it may serve another aim. */
    @EventType(name = "improvement.cycle.plan-revised")
    record CyclePlanRevised(UUID cycleId, UUID aimId, UUID changeIdeaId) implements OfCycle {}

    /** The change is being tried; from here on prediction and measures are fixed. */
    @EventType(name = "improvement.cycle.started")
    record CycleStarted(
            UUID cycleId,
            LocalDate startedOn,
            String changeIdea,
            Prediction prediction,
            List<CycleMeasure> measures,
            String siteId,
            String studentGroup)
            implements OfCycle {}

    /** The team has compared what happened with what it predicted. */
    @EventType(name = "improvement.cycle.studied")
    record CycleStudied(UUID cycleId, String comparedWithPrediction, String learned, LocalDate studiedOn)
            implements OfCycle {}

    /** The team has decided what becomes of the change idea. */
    @EventType(name = "improvement.cycle.decided")
    record CycleDecided(UUID cycleId, String decision, String rationale, LocalDate decidedOn, UUID nextCycleId)
            implements OfCycle {}

    /** The cycle was given up: it is at work no more, and nothing was decided. */
    @EventType(name = "improvement.cycle.cancelled")
    record CycleCancelled(UUID cycleId, LocalDate on) implements OfCycle {}

    /** Something went wrong, or nearly did. What it was is sealed, and nobody's business here. */
    @EventType(name = "improvement.failure.reported")
    record FailureReported(UUID failureId, String kind, String happenedAt, UUID cycleId) implements OfFailure {}

    /** It has been reviewed. */
    @EventType(name = "improvement.failure.reviewed")
    record FailureReviewed(UUID failureId, LocalDate reviewedOn) implements OfFailure {}

    /** What a team expected of its change. All but the statement may be absent. */
    record Prediction(
            String statement, UUID measureId, String direction, BigDecimal amount, String unit, LocalDate by) {}

    /** A measure of a cycle and what it is for there. */
    record CycleMeasure(UUID measureId, String role) {
        /** What a cycle is for, and what it is judged by. */
        boolean isOutcome() {
            return "outcome".equals(role);
        }
    }
}
