package org.inpractice.learning.lesson;

import java.util.List;
import java.util.UUID;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.EventType;

/** What can have happened to a lesson after a review or a study told it. */
public sealed interface LessonEvent {
    /** The lesson it happened to. */
    UUID lessonId();

    /**
     * Somebody shared a redacted version of it beyond the district.
     *
     * @param text the version for others, approved by who shared it
     * @param from the name under which it is shared; absent: without a name
     */
    @EventType(name = "improvement.lesson.shared")
    record LessonShared(UUID lessonId, UUID failureId, UUID cycleId, SealedText text, SealedText from)
            implements LessonEvent {}

    /** It is not shared any more; the version for others is erased for good. */
    @EventType(name = "improvement.lesson.sharing-withdrawn")
    record LessonSharingWithdrawn(UUID lessonId, List<UUID> erasedKeys) implements LessonEvent {
        /** Copies the list. */
        public LessonSharingWithdrawn {
            erasedKeys = List.copyOf(erasedKeys);
        }
    }
}
