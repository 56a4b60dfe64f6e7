package org.inpractice.cycles.driver;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.PlainText;

/** The bodies of the commands on drivers. */
final class DriverRequests {
    private DriverRequests() {}

    /** A driver to be added. */
    @Schema(name = "DriverToAdd")
    record DriverToAdd(
            @NotNull(message = "Name the aim it drives.") UUID aimId,

            @Schema(description = "The driver it stands under; absent for a primary driver.")
            UUID parentDriverId,

            @Schema(examples = "Families know early that their child is missing")
            @NotBlank(message = "Say what drives the aim, in a few words.")
            @Size(max = 500, message = "Say it in at most 500 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String name,

            @Size(min = 1, max = 5_000, message = "Say it in 1 to 5,000 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String description,

            @Schema(examples = "Dana Reyes", description = "May follow; without one it is an orphan.")
            @Size(min = 1, max = 200, message = "Name the owner in 1 to 200 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String owner,

            @Size(max = 20, message = "Name at most 20 measures.")
            List<@NotNull(message = "Leave out empty measures.") UUID> measureIds,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {
        DriverContent content(UUID driverId) {
            return new DriverContent(
                    driverId, aimId, parentDriverId, name.strip(), description, Person.written(owner), measureIds);
        }
    }

    /** A driver put differently. */
    @Schema(name = "DriverTerms")
    record DriverTerms(
            @NotBlank(message = "Say what drives the aim, in a few words.")
            @Size(max = 500, message = "Say it in at most 500 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String name,

            @Size(min = 1, max = 5_000, message = "Say it in 1 to 5,000 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String description,

            @Size(min = 1, max = 200, message = "Name the owner in 1 to 200 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String owner,

            @Size(max = 20, message = "Name at most 20 measures.")
            List<@NotNull(message = "Leave out empty measures.") UUID> measureIds,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** Another place. */
    @Schema(name = "DriverMove")
    record DriverMove(
            @Schema(description = "The driver it shall stand under; absent to make it a primary one.")
            UUID parentDriverId,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** It is the same as another. */
    @Schema(name = "DriverMerger")
    record DriverMerger(
            @NotNull(message = "Name the driver it is the same as.")
            UUID intoDriverId,

            @NotBlank(message = "Say why the two are one.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** Its end. */
    @Schema(name = "DriverRetirement")
    record DriverRetirement(
            @NotBlank(message = "Say why it is not held for a driver any more: what was learned?")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** An idea for it. */
    @Schema(name = "DriverIdea")
    record DriverIdea(
            @NotNull(message = "Name the change idea that may move the driver.")
            UUID changeIdeaId,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** It is not one for it. */
    @Schema(name = "DriverIdeaRemoval")
    record DriverIdeaRemoval(
            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}
}
