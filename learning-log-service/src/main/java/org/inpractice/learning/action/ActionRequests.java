package org.inpractice.learning.action;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of the commands on actions. */
public final class ActionRequests {
    /** No control characters but tab and line breaks, and no half of a surrogate pair. */
    private static final String READABLE = "[[^\\p{Cc}\\p{Cs}]\\t\\n\\r]*";

    private static final String REMOVE = "Remove control characters; line breaks and tabs may stay.";

    private ActionRequests() {}

    /** Another day, somebody else, or both, and why. */
    @Schema(name = "ActionRevision")
    public record ActionRevision(
            @Schema(examples = "2026-02-13", description = "The new day; the old one stays when absent.")
            LocalDate due,

            @Schema(examples = "Attendance office", description = "The new owner; the old one stays when absent.")
            @Size(min = 1, max = 500, message = "Send 1 to 500 characters.")
            @Pattern(
                    regexp = "(?s)(?=.*\\S)" + READABLE,
                    message = "Name one person or role, without control characters.")
            String owner,

            @Schema(examples = "The vendor delivers in February.")
            @NotBlank(message = "Say why; a day that moves without a reason moves again.")
            @Size(max = 10_000, message = "Shorten it to 10,000 characters.")
            @Pattern(regexp = READABLE, message = REMOVE)
            String reason,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** On which measure the effect of an action shall show. */
    @Schema(name = "ActionMeasure")
    public record ActionMeasure(
            @NotNull(message = "Send the measureId on which the effect shall show.")
            UUID measureId,

            @Schema(description = "The cycle whose feedback answers; all that watch the measure when absent.")
            UUID cycleId,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}
}
