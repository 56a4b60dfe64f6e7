package org.inpractice.cycles.feedback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** Of the events of measurement-service those that cycles need, with just the fields they need. */
sealed interface ToldEvent {
    /** The verdict on a cycle is another one than before. */
    @EventType(name = "improvement.feedback.changed")
    record FeedbackChanged(
            UUID cycleId,
            String verdictBefore,
            String verdict,
            String why,
            UUID measureId,
            Effect effect,
            long fromSequence,
            long toSequence,
            String ruleSet)
            implements ToldEvent {}

    /** What is counted, in which unit, how often. */
    @EventType(name = "improvement.measure.defined")
    record MeasureDefined(UUID measureId, String name, String valueType, String unit, String direction, String period)
            implements ToldEvent {}

    /** Of one data point. */
    sealed interface OfPoint extends ToldEvent {
        UUID measureId();

        String siteId();

        String studentGroup();

        String period();

        LocalDate periodStart();

        LocalDate periodEnd();

        /** {@code reported}, {@code suppressed}, {@code not_reported} or {@code withdrawn}. */
        String status();

        /** The value, the count or the numerator; null without a number. */
        BigDecimal amount();

        /** Of a rate; otherwise null. */
        BigDecimal denominator();
    }

    /** A data point. */
    @EventType(name = "improvement.observation.recorded")
    record ObservationRecorded(
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            String status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal count)
            implements OfPoint {
        @Override
        public BigDecimal amount() {
            return value != null ? value : numerator != null ? numerator : count;
        }
    }

    /** The same one, told differently. */
    @EventType(name = "improvement.observation.corrected")
    record ObservationCorrected(
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            String status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal count)
            implements OfPoint {
        @Override
        public BigDecimal amount() {
            return value != null ? value : numerator != null ? numerator : count;
        }
    }

    /** It was wrong, and there is no better one. */
    @EventType(name = "improvement.observation.withdrawn")
    record ObservationWithdrawn(
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd)
            implements OfPoint {
        @Override
        public String status() {
            return "withdrawn";
        }

        @Override
        public BigDecimal amount() {
            return null;
        }

        @Override
        public BigDecimal denominator() {
            return null;
        }
    }
}
