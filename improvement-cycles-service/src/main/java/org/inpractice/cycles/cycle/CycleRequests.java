package org.inpractice.cycles.cycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

            @Schema(description = "Only to start although the team has as many in progress as it allows itself.") @Valid
            StartGate.OverLimit overWorkLimit,

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

            NoteKind kind,
            Instant occurredAt) {}

    /** A task of the plan is done. */
    @Schema(name = "TaskCompletion")
    public record TaskCompletion(
            @Schema(examples = "2025-09-19") @NotNull(message = "Send the day on which it was done.") @CalendarDay
            LocalDate on,

            @Schema(examples = "The script was translated into Spanish as well")
            @Size(min = 1, max = 2_000, message = "Say it in 1 to 2,000 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String remark,

            Instant occurredAt) {}

    /** Trying is put on hold, or the cycle is given up. */
    @Schema(name = "CycleHalt")
    public record CycleHalt(
            @Schema(examples = "Two of three callers are on leave until January")
            @NotBlank(message = "Say why: whoever reads it later learns from the reason.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(examples = "2025-12-12") @NotNull(message = "Send the day on which it stopped.") @CalendarDay
            LocalDate on,

            Instant occurredAt) {}

    /** Trying goes on. */
    @Schema(name = "CycleResumption")
    public record CycleResumption(
            @Schema(examples = "2026-01-12") @NotNull(message = "Send the day on which it went on.") @CalendarDay
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
     * @param standardWork how an adopted idea is done from now on; may be sent later under {@code standard-work}
     * @param scaling where an adopted idea goes next
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
            @Valid StandardWork standardWork,

            @Size(max = 500, message = "Name at most 500 sites.")
            List<@NotNull(message = "Leave out empty steps.") @Valid ScalingStep> scaling,

            @CalendarDay LocalDate decidedOn,
            Instant occurredAt) {}

    /** What an adopted idea becomes, and where it goes next. */
    @Schema(name = "Standardisation")
    public record Standardisation(
            @NotNull(message = "Say in standardWork how it is done from now on, and who keeps it so.") @Valid
            StandardWork standardWork,

            @Size(max = 500, message = "Name at most 500 sites.")
            List<@NotNull(message = "Leave out empty steps.") @Valid ScalingStep> scaling,

            Instant occurredAt) {}
}
