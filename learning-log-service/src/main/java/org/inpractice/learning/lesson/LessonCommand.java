package org.inpractice.learning.lesson;

import java.util.List;
import java.util.UUID;
import org.inpractice.learning.sealing.SealedText;

/** What can be asked of a lesson. */
sealed interface LessonCommand {
    UUID lessonId();

    /**
     * Share a redacted version beyond the district.
     *
     * @param source where the lesson stands; null when the district has no such lesson
     * @param approved whether who shares it has said that it names nobody
     */
    record ShareLesson(UUID lessonId, Source source, SealedText text, SealedText from, boolean approved)
            implements LessonCommand {}

    /**
     * Share it no more.
     *
     * @param erasedKeys the keys of the version for others, deleted in the same transaction
     */
    record WithdrawSharing(UUID lessonId, List<UUID> erasedKeys) implements LessonCommand {
        public WithdrawSharing {
            erasedKeys = List.copyOf(erasedKeys);
        }
    }

    /** The review or the study that told a lesson; the other one is null. */
    record Source(UUID failureId, UUID cycleId) {}
}
