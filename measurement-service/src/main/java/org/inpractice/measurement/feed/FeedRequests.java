package org.inpractice.measurement.feed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.measure.ShortText;

/** The bodies of the commands on data feeds. */
final class FeedRequests {
    private FeedRequests() {}

    /** What is agreed of a data feed, on registration and on revision. */
    @Schema(name = "FeedAgreement")
    record FeedAgreement(
            @Schema(examples = "Monthly absence from the student information system")
            @NotBlank(message = "Give the data feed a name.")
            @ShortText
            String name,

            @Schema(examples = "Student information system", description = "Who delivers.")
            @NotBlank(message = "Name who delivers: a system, an office or a partner.")
            @ShortText
            String supplier,

            @Schema(examples = "sis-support@district.example", description = "Whom to ask there.") @ShortText
            String contact,

            @Schema(examples = "Data office", description = "Who answers for the feed in the district.")
            @NotBlank(message = "Name who answers for the data feed.")
            @ShortText
            String owner,

            @Schema(description = "What is delivered; each as often as the measure's period says.")
            @NotEmpty(message = "Name at least one measure by the id that POST measures gave.")
            @Size(max = 100, message = "Name at most 100 measures; register another data feed for the rest.")
            List<@NotNull(message = "Name the measure by its id.") UUID> measureIds,

            @Schema(
                    description = "For which sites; all of which the measure has been told when absent or empty. A site"
                            + " that is not named is expected from its first period on.")
            @Size(max = 1_000, message = "Name at most 1,000 sites; register another data feed for the rest.")
            List<
                            @NotNull(message = "Name the site.")
                            @Pattern(
                                    regexp = "[A-Za-z0-9_.:-]{1,64}",
                                    message = "Send 1 to 64 letters, digits or _ . : - , for example 19647330112536.")
                            String>
                    siteIds,

            @Schema(
                    examples = "all",
                    defaultValue = "all",
                    description = "Whose observation tells that a period has arrived. Never changes.")
            @Pattern(
                    regexp = "(?=.{1,64}$)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} _.:,/&+()'-]*(?<! )",
                    message = "Send 1 to 64 characters, beginning with a letter or digit, for example"
                            + " english_learners.")
            String studentGroup,

            @Schema(examples = "10", description = "Days after a period's end on which it may still arrive.")
            @NotNull(message = "Say how many days after a period's end it may still arrive; 0 for none.")
            @Min(value = 0, message = "Send a number of days from 0 to 366.")
            @Max(value = 366, message = "Send a number of days from 0 to 366.")
            Integer graceDays,

            @Schema(examples = "2025-08-01", description = "Periods that start on this day or later are expected.")
            @NotNull(message = "Say from which day on it is expected, for example 2025-08-01.")
            LocalDate since,

            @Schema(
                    description = "School holidays and the like: a period that lies in them altogether is not expected,"
                            + " and nothing is due in them.")
            @Size(max = 100, message = "Name at most 100 pauses.")
            List<@NotNull(message = "Send the pause's first and last day.") PauseSent> pauses,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {
        /** The terms; the student group as sent. */
        FeedTerms terms() {
            return new FeedTerms(
                    name,
                    supplier,
                    contact == null || contact.isBlank() ? null : contact,
                    owner,
                    measureIds,
                    siteIds == null ? List.of() : siteIds,
                    studentGroup,
                    graceDays,
                    since,
                    pauses == null
                            ? List.of()
                            : pauses.stream().map(PauseSent::pause).toList());
        }
    }

    /** A pause as sent. */
    @Schema(name = "FeedPauseSent")
    record PauseSent(
            @Schema(examples = "2025-12-22") @NotNull(message = "Send the pause's first day.")
            LocalDate from,

            @Schema(examples = "2026-01-02") @NotNull(message = "Send the pause's last day.")
            LocalDate to) {
        Pause pause() {
            return new Pause(from, to);
        }
    }

    /** The end of a data feed. */
    @Schema(name = "FeedRetirement")
    record FeedRetirement(
            @Schema(examples = "The survey ended")
            @NotBlank(message = "Say why nothing is expected of it any more.")
            @ShortText
            String reason,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}
}
