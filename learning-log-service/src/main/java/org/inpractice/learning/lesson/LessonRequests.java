package org.inpractice.learning.lesson;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of the commands on lessons. */
public final class LessonRequests {
    /** No control characters but tab and line breaks, and no half of a surrogate pair. */
    private static final String READABLE = "[[^\\p{Cc}\\p{Cs}]\\t\\n\\r]*";

    private static final String REMOVE = "Remove control characters; line breaks and tabs may stay.";

    private LessonRequests() {}

    /** The version of a lesson that other districts may read. */
    @Schema(name = "LessonSharing")
    public record LessonSharing(
            @Schema(examples = "Make the call list by machine, not by hand: a list that is a day old worries families.")
            @NotBlank(message = "Send the text that other districts shall read, without names.")
            @Size(max = 2_000, message = "Shorten it to 2,000 characters.")
            @Pattern(regexp = READABLE, message = REMOVE)
            String text,

            @Schema(
                    examples = "true",
                    description = "That you have read it as a stranger would, and that it names nobody.")
            Boolean namesNobody,

            @Schema(
                    examples = "Alder Unified School District",
                    description = "The name under which it is shared; without it nobody learns whose it is.")
            @Size(min = 1, max = 200, message = "Send 1 to 200 characters.")
            @Pattern(regexp = READABLE, message = REMOVE)
            String from,

            @Schema(description = "When it was shared; now when absent.")
            Instant occurredAt) {}

    /** It is not shared any more. */
    @Schema(name = "LessonSharingWithdrawal")
    public record LessonSharingWithdrawal(
            @Schema(description = "When it was withdrawn; now when absent.")
            Instant occurredAt) {}
}
