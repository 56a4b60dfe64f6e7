package org.inpractice.learning.followed;

import java.time.Instant;
import java.util.UUID;

/**
 * An event of another service, as far as this one keeps it.
 *
 * @param source whose stream it belongs to
 * @param sequence its number there, within the district
 * @param wireType for example {@code improvement.cycle.started.v1}
 * @param causationId the event that led to it, or null
 * @param event what it says
 */
public record Step(
        String source,
        long sequence,
        UUID eventId,
        String wireType,
        Instant occurredAt,
        Instant recordedAt,
        UUID causationId,
        FollowedEvent event) {}
