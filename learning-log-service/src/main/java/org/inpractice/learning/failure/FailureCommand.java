package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.sealing.SealedText;

/** What can be asked of a failure. {@code now} and new ids come in with it. */
public sealed interface FailureCommand {
    /** The failure it is asked of. */
    UUID failureId();

    /** Tell of it. */
    record ReportFailure(
            UUID failureId,
            FailureKind kind,
            SealedText whatHappened,
            Instant happenedAt,
            SealedText impact,
            SealedText keptFromWorse,
            UUID cycleId,
            String siteId,
            Instant now)
            implements FailureCommand {}

    /**
     * Look at it together; an action's owner and due date may still be missing here.
     *
     * @param length of all its texts together, in characters, before they were sealed
     */
    record ReviewFailure(
            UUID failureId,
            List<SealedText> contributingFactors,
            List<SealedText> wentWell,
            List<SealedText> lessons,
            List<AgreedAction> actions,
            int length,
            LocalDate reviewedOn,
            Instant now)
            implements FailureCommand {
        /** Copies the lists. */
        public ReviewFailure {
            contributingFactors = List.copyOf(contributingFactors);
            wentWell = List.copyOf(wentWell);
            lessons = List.copyOf(lessons);
            actions = List.copyOf(actions);
        }
    }

    /** Tell that an agreed action is done. */
    record CompleteAction(UUID failureId, UUID actionId, LocalDate completedOn, SealedText result, Instant now)
            implements FailureCommand {}

    /**
     * Erase texts of it.
     *
     * @param fields empty for all
     * @param erasedKeys the keys that are deleted in the same transaction
     */
    record RedactFailure(UUID failureId, RedactionReason reason, List<String> fields, List<UUID> erasedKeys)
            implements FailureCommand {
        /** Copies the lists. */
        public RedactFailure {
            fields = List.copyOf(fields);
            erasedKeys = List.copyOf(erasedKeys);
        }
    }
}
