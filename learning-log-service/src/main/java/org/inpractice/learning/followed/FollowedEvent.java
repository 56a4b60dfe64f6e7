package org.inpractice.learning.followed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** Of the other services' events those that this service learns from, with just the fields it needs. */
public sealed interface FollowedEvent {

    /** Of a cycle, or of what was said of one. */
    sealed interface OfCycle extends FollowedEvent {
        /** The cycle. */
        UUID cycleId();
    }

    /** Of a data feed. */
    sealed interface OfFeed extends FollowedEvent {
        /** The data feed. */
        UUID feedId();
    }

    /** Of a measure's definition. */
    sealed interface OfMeasure extends FollowedEvent {
        /** The measure. */
        UUID measureId();
    }

    /** Of a data point. */
    sealed interface OfObservation extends FollowedEvent {
        /** The data point. */
        UUID observationId();
    }

    /** A cycle exists; its prediction and measures may still change. */
    @EventType(name = "improvement.cycle.planned")
    record CyclePlanned(
            UUID cycleId,
            UUID changeIdeaId,
            String changeIdea,
            UUID aimId,
            String objective,
            Prediction prediction,
            List<CycleMeasure> measures,
            String siteId,
            String studentGroup)
            implements OfCycle {}

    /** Its plan is another one. */
    @EventType(name = "improvement.cycle.plan-revised")
    record CyclePlanRevised(
            UUID cycleId,
            UUID changeIdeaId,
            String changeIdea,
            UUID aimId,
            String objective,
            Prediction prediction,
            List<CycleMeasure> measures,
            String siteId,
            String studentGroup)
            implements OfCycle {}

    /** The change is being tried; from here on prediction and measures are fixed. */
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
            implements OfCycle {}

    /** The team has compared what happened with what it predicted. */
    @EventType(name = "improvement.cycle.studied")
    record CycleStudied(
            UUID cycleId, String comparedWithPrediction, String whatHappened, String learned, LocalDate studiedOn)
            implements OfCycle {}

    /** The team has decided what becomes of the change idea. */
    @EventType(name = "improvement.cycle.decided")
    record CycleDecided(UUID cycleId, String decision, LocalDate decidedOn) implements OfCycle {}

    /** A rule fired on a measure of a cycle. */
    @EventType(name = "improvement.signal.detected")
    record SignalDetected(
            UUID cycleId,
            UUID measureId,
            String role,
            String siteId,
            String studentGroup,
            String rule,
            String way,
            boolean better,
            int points,
            String firstPeriod,
            String lastPeriod,
            String meaning)
            implements OfCycle {}

    /** The verdict on a cycle is another one. */
    @EventType(name = "improvement.feedback.changed")
    record FeedbackChanged(
            UUID cycleId,
            String siteId,
            String studentGroup,
            String verdictBefore,
            String verdict,
            String why,
            UUID measureId,
            Effect effect)
            implements OfCycle {}

    /** A period was due and had not arrived. */
    @EventType(name = "improvement.feed.late")
    record FeedLate(UUID feedId, UUID measureId, String siteId, String period, LocalDate periodStart, LocalDate dueOn)
            implements OfFeed {}

    /** A late period has arrived. */
    @EventType(name = "improvement.feed.caught-up")
    record FeedCaughtUp(UUID feedId, UUID measureId, String siteId, String period, LocalDate periodStart)
            implements OfFeed {}

    /** Nothing is expected of a data feed any more. */
    @EventType(name = "improvement.feed.retired")
    record FeedRetired(UUID feedId) implements OfFeed {}

    /** A measure exists. */
    @EventType(name = "improvement.measure.defined")
    record MeasureDefined(UUID measureId, String name, String unit, String valueType, String direction)
            implements OfMeasure {}

    /** A measure has another name; what it counts never changes. */
    @EventType(name = "improvement.measure.revised")
    record MeasureRevised(UUID measureId, String name) implements OfMeasure {}

    /** A data point, told for the first time. */
    @EventType(name = "improvement.observation.recorded")
    record ObservationRecorded(
            UUID observationId,
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            String status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal count)
            implements OfObservation {}

    /** A data point says something else now. */
    @EventType(name = "improvement.observation.corrected")
    record ObservationCorrected(
            UUID observationId,
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            String status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal count)
            implements OfObservation {}

    /** A data point was wrong, and there is no better one. */
    @EventType(name = "improvement.observation.withdrawn")
    record ObservationWithdrawn(
            UUID observationId,
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart)
            implements OfObservation {}

    /** What a team expected of its change. All but the statement may be absent. */
    record Prediction(
            String statement, UUID measureId, String direction, BigDecimal amount, String unit, LocalDate by) {}

    /** A measure of a cycle and what it is for there. */
    record CycleMeasure(UUID measureId, String role) {}

    /** After minus before of a measure, with its confidence interval. */
    record Effect(BigDecimal estimate, String unit, BigDecimal level, BigDecimal low, BigDecimal high, String method) {}
}
