package org.inpractice.learning.prompt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.EventType;

/** What can have happened to a prompt. */
public sealed interface PromptEvent {
    /** The prompt it happened to. */
    UUID promptId();

    /** The data gave a cause to look into. */
    @EventType(name = "improvement.prompt.opened")
    record PromptOpened(
            UUID promptId,
            PromptCause cause,
            PromptKind kind,
            UUID cycleId,
            UUID measureId,
            String siteId,
            String studentGroup,
            UUID feedId,
            String what,
            List<Evidence> evidence)
            implements PromptEvent {
        /** Copies the list. */
        public PromptOpened {
            evidence = List.copyOf(evidence);
        }
    }

    /** The same cause was seen in something more, or is there again. */
    @EventType(name = "improvement.prompt.evidence-added")
    record PromptEvidenceAdded(UUID promptId, Evidence evidence) implements PromptEvent {}

    /** The cause does not hold any more; the prompt stays, and says so. */
    @EventType(name = "improvement.prompt.cause-ended")
    record PromptCauseEnded(UUID promptId, String why, Evidence evidence) implements PromptEvent {}

    /** A report answers it. */
    @EventType(name = "improvement.prompt.answered")
    record PromptAnswered(UUID promptId, UUID failureId) implements PromptEvent {}

    /** Somebody said why there is nothing to learn from it. */
    @EventType(name = "improvement.prompt.dismissed")
    record PromptDismissed(UUID promptId, SealedText reason) implements PromptEvent {}

    /** The reason of its dismissal was erased for good. */
    @EventType(name = "improvement.prompt.redacted")
    record PromptRedacted(UUID promptId, List<UUID> erasedKeys) implements PromptEvent {
        /** Copies the list. */
        public PromptRedacted {
            erasedKeys = List.copyOf(erasedKeys);
        }
    }

    /**
     * An event on a topic that shows the cause.
     *
     * @param source the service in whose stream of the district it is, with its number there
     * @param seen one sentence: what it shows
     */
    record Evidence(UUID eventId, String source, long sequence, String type, Instant recordedAt, String seen) {}
}
