package org.inpractice.learning.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.EventType;

/** Of this service's events those that say how an action stands, with just the fields that this feature needs. */
sealed interface ActionFact permits ActionFact.Reported, ActionFact.Reviewed, ActionFact.Completed, ActionEvent {
    /** Where and in what the failure happened. */
    @EventType(name = "improvement.failure.reported")
    record Reported(UUID failureId, UUID cycleId, String siteId) implements ActionFact {}

    /** A review agreed on actions. */
    @EventType(name = "improvement.failure.reviewed")
    record Reviewed(UUID failureId, List<Agreed> actions) implements ActionFact {
        /** Absent lists are empty. */
        public Reviewed {
            actions = actions == null ? List.of() : List.copyOf(actions);
        }
    }

    /** One was done. */
    @EventType(name = "improvement.action.completed")
    record Completed(UUID failureId, UUID actionId, LocalDate completedOn, SealedText result) implements ActionFact {}

    /** What somebody will do, and until when. */
    record Agreed(UUID actionId, SealedText what, SealedText owner, LocalDate due, UUID measureId) {}
}
