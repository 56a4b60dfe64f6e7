package org.inpractice.cycles.cycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.PlainText;

/** The bodies of the requests that move a cycle on. {@code occurredAt} is when it happened; null for now. */
public final class CycleRequests {
    private static final int LONGEST = 10_000;
    private static final String TOO_LONG = "Say it in at most 10,000 characters.";

    private CycleRequests() {}

    /** The change begins to be tried. */
    @Schema(name = "CycleStart")
    public record CycleStart(
            @Schema(examples = "2025-09-22")
            @NotNull(message = "Send the day on which the change began to be tried.")
            @CalendarDay
            LocalDate startedOn,

            Instant occurredAt) {}

    /** Something was noticed while trying. */
    @Schema(name = "CycleNote")
    public record CycleNote(
            @Schema(examples = "Two of five callers were ill; calls went out after noon")
            @NotBlank(message = "Write down what was noticed; never about a single student.")
            @Size(max = LONGEST, message = TOO_LONG)
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String note,

            @Schema(examples = "2025-10-02") @NotNull(message = "Send the day on which it was noticed.") @CalendarDay
            LocalDate on,

            Instant occurredAt) {}

    /**
     * What happened, compared with what was predicted.
     *
     * @param feedback the feedback report the team looked at, or null
     * @param studiedOn null for the day of {@code occurredAt}
     */
    @Schema(name = "CycleStudy")
    public record CycleStudy(
            @Schema(examples = "As predicted: 2.3 points lower")
            @NotBlank(
                    message = "Compare what happened with the prediction: the difference is what a study learns from.")
            @Size(max = LONGEST, message = TOO_LONG)
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String comparedWithPrediction,

            @Schema(examples = "Calls went out before 10 o'clock on nine days of ten")
            @NotBlank(message = "Say what happened, also what was not expected.")
            @Size(max = LONGEST, message = TOO_LONG)
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String whatHappened,

            @Schema(examples = "The call works when the caller knows the family")
            @NotBlank(message = "Say what was learned: the decision rests on it.")
            @Size(max = LONGEST, message = TOO_LONG)
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String learned,

            @Valid Feedback feedback,
            @CalendarDay LocalDate studiedOn,
            Instant occurredAt) {}

    /**
     * What becomes of the idea.
     *
     * @param next how the changed idea will be tested; exactly when it is adapted
     * @param decidedOn null for the day of {@code occurredAt}
     */
    @Schema(name = "CycleDecision")
    public record CycleDecision(
            @NotNull(message = "Decide: adopt, adapt or abandon.")
            Decision decision,

            @Schema(examples = "It works; now let class teachers make the call")
            @NotBlank(message = "Say why, in the light of the study.")
            @Size(max = LONGEST, message = TOO_LONG)
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String rationale,

            @Valid NextCycle next,
            @CalendarDay LocalDate decidedOn,
            Instant occurredAt) {}

    /** The plan of the next rung; aim, measures, site, group and owner are taken over when absent, a prediction never. */
    @Schema(name = "NextCycle")
    public record NextCycle(
            @Schema(examples = "Class teachers call home on the second day of absence")
            @NotBlank(message = "Say how the idea is changed by what was learned.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String changeIdea,

            UUID aimId,

            @Size(min = 1, max = 2_000, message = "Say it in 1 to 2,000 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String objective,

            @Valid Prediction prediction,

            @Size(max = 50, message = "Name at most 50 measures.")
            List<@NotNull(message = "Leave out empty measures.") @Valid CycleMeasure> measures,

            @Size(min = 1, max = 64, message = "A site id has 1 to 64 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String siteId,

            @Size(min = 1, max = 100, message = "A student group has 1 to 100 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String studentGroup,

            @CalendarDay LocalDate plannedStart,
            @CalendarDay LocalDate plannedEnd,

            @Size(min = 1, max = 200, message = "Name the owner in 1 to 200 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String owner) {

        NextPlan plan(UUID cycleId) {
            return new NextPlan(
                    cycleId,
                    changeIdea,
                    aimId,
                    objective,
                    prediction,
                    measures,
                    siteId,
                    studentGroup,
                    plannedStart,
                    plannedEnd,
                    owner);
        }
    }
}
