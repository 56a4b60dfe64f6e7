package org.inpractice.cycles.capacity;

import org.inpractice.cycles.capacity.CoachingEvent.CoachingRecorded;

/**
 * A coaching session as it stands.
 *
 * @param recorded what was recorded of it
 * @param withdrawal why it does not count, or null
 */
public record CoachingSession(CoachingRecorded recorded, String withdrawal) {}
