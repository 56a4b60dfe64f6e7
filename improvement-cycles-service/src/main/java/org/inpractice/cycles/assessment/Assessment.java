package org.inpractice.cycles.assessment;

import org.inpractice.cycles.assessment.AssessmentEvent.AssessmentGiven;

/**
 * An assessment as it stands.
 *
 * @param given what was said
 * @param withdrawal why it does not count, or null
 */
public record Assessment(AssessmentGiven given, String withdrawal) {}
