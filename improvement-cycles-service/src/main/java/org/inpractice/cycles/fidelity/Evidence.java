package org.inpractice.cycles.fidelity;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a judgement rests on.
 *
 * @param what it was
 * @param source the service whose event it is
 * @param sequence in that service's stream of the district
 * @param occurredAt when it happened, as people said; null of another service's event
 * @param recordedAt when that service learned it
 */
public record Evidence(
        String what, String source, long sequence, UUID eventId, Instant occurredAt, Instant recordedAt) {
    /** This service. */
    public static final String CYCLES = "improvement-cycles-service";

    /** The service that knows the data. */
    public static final String MEASURES = "measurement-service";
}
