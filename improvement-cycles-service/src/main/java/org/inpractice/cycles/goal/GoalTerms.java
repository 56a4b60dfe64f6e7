package org.inpractice.cycles.goal;

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
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.PlainText;

/** The bodies of the commands on goals and priorities. */
final class GoalTerms {
    private GoalTerms() {}

    /** What a goal says. */
    @Schema(name = "GoalAgreed")
    record GoalAgreed(
            @Schema(examples = "Every student is at school, and wants to be")
            @NotBlank(message = "Say in one sentence what the district wants.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String statement,

            @Schema(examples = "One student in ten missed a month of school last year")
            @Size(min = 1, max = 5_000, message = "Say it in 1 to 5,000 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String explanation,

            @Schema(examples = "[\"state-5\"]", description = "state-1 to state-8, or ids of GET priorities.")
            @NotEmpty(message = "Name at least one priority: a goal says what it is a priority of.")
            @Size(max = 20, message = "Name at most 20 priorities.")
            List<
                            @NotNull(message = "Leave out empty priorities.")
                            @Pattern(
                                    regexp = "[A-Za-z0-9-]{1,64}",
                                    message = "Send the id of a priority, for example state-5.")
                            String>
                    priorityIds,

            @Schema(examples = "Superintendent")
            @NotBlank(message = "Name who owns the goal.")
            @Size(max = 200, message = "Name the owner in at most 200 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String owner,

            @Schema(description = "The team that works on it.")
            UUID teamId,

            @Schema(examples = "2024-07-01") @CalendarDay LocalDate from,
            @Schema(examples = "2027-06-30") @CalendarDay LocalDate until,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {
        GoalContent content(UUID goalId) {
            return new GoalContent(
                    goalId, statement, explanation, priorityIds, Person.written(owner), teamId, from, until);
        }
    }

    /** The end of a goal. */
    @Schema(name = "GoalRetirement")
    record GoalRetirement(
            @Schema(examples = "Reached")
            @NotBlank(message = "Say why the district pursues it no more.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(examples = "2027-06-30", description = "Today when absent.") @CalendarDay
            LocalDate retiredOn,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** What a priority says. */
    @Schema(name = "PriorityTerms")
    record PriorityTerms(
            @Schema(examples = "Every child reads by grade three")
            @NotBlank(message = "Give the priority a title.")
            @Size(max = 200, message = "Say it in at most 200 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String title,

            @Size(min = 1, max = 2_000, message = "Say it in 1 to 2,000 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String description,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** The end of a priority. */
    @Schema(name = "PriorityRetirement")
    record PriorityRetirement(
            @Schema(examples = "Taken up in state priority 4")
            @NotBlank(message = "Say why nothing new shall be tied to it.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}
}
