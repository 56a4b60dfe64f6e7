package org.inpractice.cycles.capacity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a training. */
public sealed interface TrainingEvent {
    /** The training. */
    UUID trainingId();

    /** People were trained. */
    @EventType(name = "improvement.training.recorded")
    record TrainingRecorded(
            UUID trainingId, String title, String provider, LocalDate on, Integer minutes, List<String> attendees)
            implements TrainingEvent {
        /** Copies the list. */
        public TrainingRecorded {
            attendees = attendees == null ? List.of() : List.copyOf(attendees);
        }
    }

    /** It did not take place, or was recorded wrong. */
    @EventType(name = "improvement.training.withdrawn")
    record TrainingWithdrawn(UUID trainingId, String reason) implements TrainingEvent {}
}
