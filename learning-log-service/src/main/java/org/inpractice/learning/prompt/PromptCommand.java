package org.inpractice.learning.prompt;

import java.util.List;
import java.util.UUID;
import org.inpractice.learning.NamedIds;
import org.inpractice.learning.prompt.PromptEvent.Evidence;
import org.inpractice.learning.sealing.SealedText;

/** What the data, or somebody, has to say of a prompt. */
sealed interface PromptCommand {
    UUID promptId();

    /** What the data say; {@link #evidence} led to it. */
    sealed interface OfData extends PromptCommand {
        Evidence evidence();
    }

    /**
     * What a prompt is about. All but cause, kind and sentence may be absent.
     *
     * @param what one sentence
     */
    record Subject(
            PromptCause cause,
            PromptKind kind,
            UUID cycleId,
            UUID measureId,
            String siteId,
            String studentGroup,
            UUID feedId,
            String what) {}

    /**
     * A cause is there.
     *
     * @param isMore whether this is worth a line beside evidence that is there already
     */
    record SeeCause(UUID promptId, Subject subject, Evidence evidence, boolean isMore) implements OfData {}

    /** A cause is there no more, if it ever was. */
    record SeeCauseEnd(UUID promptId, String why, Evidence evidence) implements OfData {}

    /**
     * A report answers it.
     *
     * @param isReported whether the district has such a report
     */
    record AnswerPrompt(UUID promptId, UUID failureId, boolean isReported) implements PromptCommand {}

    /** There is nothing to learn from it, and here is why. */
    record DismissPrompt(UUID promptId, SealedText reason) implements PromptCommand {}

    /**
     * Its reason is erased for good.
     *
     * @param erasedKeys the keys that were deleted; empty when there was nothing to erase
     */
    record RedactPrompt(UUID promptId, List<UUID> erasedKeys) implements PromptCommand {
        public RedactPrompt {
            erasedKeys = List.copyOf(erasedKeys);
        }
    }

    /** The prompt of a cause: the same cause, told again by whomever, is the same prompt. */
    static UUID idOf(String districtId, String causeKey) {
        return NamedIds.of("prompt", districtId, causeKey);
    }
}
