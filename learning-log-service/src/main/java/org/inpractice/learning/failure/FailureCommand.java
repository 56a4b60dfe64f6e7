package org.inpractice.learning.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;

/** What can be asked of a failure. {@code now} and new ids come in with it. */
public sealed interface FailureCommand {
    /** The failure it is asked of. */
    UUID failureId();

    /** Tell of it. */
    record ReportFailure(
            UUID failureId,
            FailureKind kind,
            String whatHappened,
            Instant happenedAt,
            String impact,
            String keptFromWorse,
            UUID cycleId,
            String siteId,
            Instant now)
            implements FailureCommand {}

    /** Look at it together; an action's owner and due date may still be missing here. */
    record ReviewFailure(
            UUID failureId,
            List<String> contributingFactors,
            List<String> wentWell,
            List<String> lessons,
            List<AgreedAction> actions,
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
    record CompleteAction(UUID failureId, UUID actionId, LocalDate completedOn, String result, Instant now)
            implements FailureCommand {}
}
