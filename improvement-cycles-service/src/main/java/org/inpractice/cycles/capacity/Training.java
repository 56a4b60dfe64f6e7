package org.inpractice.cycles.capacity;

import org.inpractice.cycles.capacity.TrainingEvent.TrainingRecorded;

/**
 * A training as it stands.
 *
 * @param recorded what was recorded of it
 * @param withdrawal why it does not count, or null
 */
public record Training(TrainingRecorded recorded, String withdrawal) {}
