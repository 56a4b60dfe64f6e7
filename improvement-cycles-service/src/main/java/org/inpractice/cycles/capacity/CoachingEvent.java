package org.inpractice.cycles.capacity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a coaching session. */
public sealed interface CoachingEvent {
    /** The session. */
    UUID sessionId();

    /** Somebody was coached: people, a team, on a cycle. */
    @EventType(name = "improvement.coaching.recorded")
    record CoachingRecorded(
            UUID sessionId,
            String coach,
            List<String> coached,
            UUID teamId,
            UUID cycleId,
            LocalDate on,
            int minutes,
            String topic,
            String notes)
            implements CoachingEvent {
        /** Copies the list; an absent one is empty. */
        public CoachingRecorded {
            coached = coached == null ? List.of() : List.copyOf(coached);
        }
    }

    /** It did not take place, or was recorded wrong. */
    @EventType(name = "improvement.coaching.withdrawn")
    record CoachingWithdrawn(UUID sessionId, String reason) implements CoachingEvent {}
}
