package org.inpractice.cycles.idea;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.PlainText;

/** The bodies of the commands on change ideas. */
final class IdeaRequests {
    private IdeaRequests() {}

    /** What an idea says. */
    @Schema(name = "ChangeIdeaTerms")
    record IdeaTerms(
            @Schema(examples = "Call home on the second day of absence")
            @NotBlank(message = "Say in a few words which change it is.")
            @Size(max = 500, message = "Say it in at most 500 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String title,

            @Schema(examples = "The class teacher calls before 10 o'clock, in the family's language")
            @Size(min = 1, max = 5_000, message = "Say it in 1 to 5,000 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String description,

            @NotNull(message = "Say why it may work: an idea without a warrant is a wish.") @Valid
            Warrant warrant,

            @Schema(examples = "Dana Reyes")
            @NotBlank(message = "Name who answers for the idea.")
            @Size(max = 200, message = "Name the owner in at most 200 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String owner,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {
        IdeaContent content(UUID changeIdeaId) {
            return new IdeaContent(changeIdeaId, title.strip(), description, warrant, Person.written(owner));
        }
    }

    /** Why an idea ends, or is not shared any more. */
    @Schema(name = "ChangeIdeaReason")
    record IdeaReason(
            @Schema(examples = "Tested three times, never moved the outcome")
            @NotBlank(message = "Say why.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** It is the same as another. */
    @Schema(name = "ChangeIdeaMerger")
    record IdeaMerger(
            @NotNull(message = "Name the idea it is the same as.")
            UUID intoChangeIdeaId,

            @NotBlank(message = "Say why the two are one.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** Others may find it. */
    @Schema(name = "ChangeIdeaSharing")
    record IdeaSharing(
            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}
}
