package org.inpractice.cycles.assessment;

import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to an assessment of a change idea. */
public sealed interface AssessmentEvent {
    /** The assessment. */
    UUID assessmentId();

    /** Somebody has said what an idea would bring and cost; it replaces what they said of it before. */
    @EventType(name = "improvement.idea-assessment.given")
    record AssessmentGiven(UUID assessmentId, UUID changeIdeaId, int impact, int effort, String assessedBy, String why)
            implements AssessmentEvent {}

    /** It does not count any more. */
    @EventType(name = "improvement.idea-assessment.withdrawn")
    record AssessmentWithdrawn(UUID assessmentId, String reason) implements AssessmentEvent {}
}
