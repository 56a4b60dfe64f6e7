package org.inpractice.learning.prompt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.failure.FreeText;

/** The bodies of the commands on prompts. */
public final class PromptRequests {
    private PromptRequests() {}

    /** The report that answers a prompt; it may answer several. */
    @Schema(name = "PromptAnswer")
    public record PromptAnswer(
            @NotNull(message = "Send the failureId of the report that answers the prompt.")
            UUID failureId,

            @Schema(description = "When it was answered; now when absent.")
            Instant occurredAt) {}

    /** The reason of a dismissal is to be erased for good. */
    @Schema(name = "PromptRedaction")
    public record PromptRedaction(
            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {}

    /** Why there is nothing to learn from a prompt. */
    @Schema(name = "PromptDismissal")
    public record PromptDismissal(
            @Schema(examples = "The counts of October were sent twice; they have been corrected.")
            @NotBlank(message = "Say why there is nothing to learn from it; who finds the prompt later will ask.")
            @FreeText
            String reason,

            @Schema(description = "When it was dismissed; now when absent.")
            Instant occurredAt) {}
}
