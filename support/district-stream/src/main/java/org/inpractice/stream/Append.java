package org.inpractice.stream;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * New events of one aggregate, to be appended after its version {@code expectedVersion}.
 *
 * @param districtId the district
 * @param streamType the kind of aggregate
 * @param streamId the aggregate
 * @param expectedVersion the version its events were decided on; 0 for a new aggregate
 * @param cause who, when and why
 * @param events in order, at least one
 * @param <E> the event type
 */
public record Append<E>(
        String districtId, String streamType, UUID streamId, long expectedVersion, Cause cause, List<E> events) {

    /** Copies the events. */
    public Append {
        events = List.copyOf(events);
    }

    /**
     * Who caused events, when they happened, and what led to them.
     *
     * @param actor the token's subject, or a service's name
     * @param occurredAt when it happened, as the caller says
     * @param causationId the event that led to it, or null
     * @param traceparent W3C trace context, or null
     */
    public record Cause(String actor, Instant occurredAt, UUID causationId, String traceparent) {}
}
