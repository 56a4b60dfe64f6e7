package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.measurement.measure.ValueType;

/** What somebody wants of an observation. */
sealed interface ObservationCommand {
    UUID observationId();

    /**
     * Tell of a period, for the first time or anew.
     *
     * @param form what the measure's observations look like
     * @param today the latest date that somebody's calendar shows
     */
    record RecordObservation(
            UUID observationId,
            ObservationKey key,
            ReportingPeriod period,
            ValueType form,
            ObservationStatus status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal count,
            Long groupSize,
            LocalDate today)
            implements ObservationCommand {}

    /** Take it back. */
    record WithdrawObservation(UUID observationId, String reason) implements ObservationCommand {}
}
