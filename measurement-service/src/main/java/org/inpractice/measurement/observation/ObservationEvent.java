package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.measurement.measure.ValueType;
import org.inpractice.stream.EventType;

/** What can have happened to an observation. */
public sealed interface ObservationEvent {
    /** The observation it happened to. */
    UUID observationId();

    /** Its measure. */
    UUID measureId();

    /** Its site. */
    String siteId();

    /** Its student group. */
    String studentGroup();

    /** The first day of its period. */
    LocalDate periodStart();

    /** The key, in a district. */
    default ObservationKey key(String districtId) {
        return new ObservationKey(districtId, measureId(), siteId(), studentGroup(), periodStart());
    }

    /** An event that says what the numbers are. */
    sealed interface WithNumbers extends ObservationEvent {
        /** Reported, suppressed or not reported. */
        ObservationStatus status();

        /** The number of a measure of values. */
        BigDecimal value();

        /** Above the line, of a rate. */
        BigDecimal numerator();

        /** Below the line, of a rate. */
        BigDecimal denominator();

        /** The number of a measure of counts. */
        BigDecimal count();

        /** How many people stand behind the number. */
        Long groupSize();

        /** The numbers, whatever the measure's value type. */
        default Numbers numbers() {
            BigDecimal amount = value() != null ? value() : numerator() != null ? numerator() : count();
            return new Numbers(amount, denominator(), groupSize());
        }
    }

    /** A district told of a period for the first time. */
    @EventType(name = "improvement.observation.recorded")
    record ObservationRecorded(
            UUID observationId,
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            ObservationStatus status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal count,
            Long groupSize)
            implements WithNumbers {
        static ObservationRecorded of(
                UUID observationId,
                ObservationKey key,
                ReportingPeriod period,
                ValueType form,
                ObservationStatus status,
                Numbers numbers) {
            return new ObservationRecorded(
                    observationId,
                    key.measureId(),
                    key.siteId(),
                    key.studentGroup(),
                    period.text(),
                    period.start(),
                    period.end(),
                    status,
                    form == ValueType.VALUE ? numbers.amount() : null,
                    form == ValueType.RATE ? numbers.amount() : null,
                    numbers.denominator(),
                    form == ValueType.COUNT ? numbers.amount() : null,
                    numbers.groupSize());
        }
    }

    /** It told the period anew, with other numbers or another status. */
    @EventType(name = "improvement.observation.corrected")
    record ObservationCorrected(
            UUID observationId,
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            ObservationStatus status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal count,
            Long groupSize)
            implements WithNumbers {
        static ObservationCorrected of(ObservationRecorded now) {
            return new ObservationCorrected(
                    now.observationId(),
                    now.measureId(),
                    now.siteId(),
                    now.studentGroup(),
                    now.period(),
                    now.periodStart(),
                    now.periodEnd(),
                    now.status(),
                    now.value(),
                    now.numerator(),
                    now.denominator(),
                    now.count(),
                    now.groupSize());
        }
    }

    /** It took back what it had told; there is nothing better to tell. */
    @EventType(name = "improvement.observation.withdrawn")
    record ObservationWithdrawn(
            UUID observationId,
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            String reason)
            implements ObservationEvent {}
}
