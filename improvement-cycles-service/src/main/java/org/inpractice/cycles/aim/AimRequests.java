package org.inpractice.cycles.aim;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.PlainText;

/** The bodies of the commands that end an aim. */
final class AimRequests {
    private AimRequests() {}

    /** Nobody pursues it any more. */
    @Schema(name = "AimRetirement")
    record AimRetirement(
            @Schema(examples = "Reached in May")
            @NotBlank(message = "Say why it is pursued no more: reached, given up, or overtaken.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(examples = "2027-06-12", description = "Today when absent.") @CalendarDay
            LocalDate retiredOn,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** It becomes a part of another. */
    @Schema(name = "AimMerger")
    record AimMerger(
            @NotNull(message = "Name the aim it becomes a part of.")
            UUID intoAimId,

            @Schema(examples = "Both schools work on one aim now")
            @NotBlank(message = "Say why the two become one.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(examples = "2026-08-17", description = "Today when absent.") @CalendarDay
            LocalDate mergedOn,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}
}
