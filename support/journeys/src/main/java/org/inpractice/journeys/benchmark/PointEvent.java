package org.inpractice.journeys.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** Events in the size and shape of recorded observations. */
sealed interface PointEvent {
    /** The kind of aggregate. */
    String STREAM_TYPE = "observation";

    /** One data point. */
    @EventType(name = "improvement.observation.recorded")
    record PointRecorded(
            UUID observationId,
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            String status,
            BigDecimal numerator,
            BigDecimal denominator)
            implements PointEvent {}

    /** A point of a day. */
    static PointRecorded of(UUID observationId, UUID measureId, int number) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(number % 2_000);
        return new PointRecorded(
                observationId,
                measureId,
                "19647330%06d".formatted(number / 2_000),
                "all",
                day.toString(),
                day,
                day,
                "reported",
                BigDecimal.valueOf(400 + number % 80),
                BigDecimal.valueOf(480));
    }
}
