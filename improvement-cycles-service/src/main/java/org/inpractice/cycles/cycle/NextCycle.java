package org.inpractice.cycles.cycle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.PlainText;

/** The plan of the next rung; what is absent is taken over, but for predictions, questions, tasks. */
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
        String owner,

        UUID teamId,
        Scope scope,

        @Size(max = 500, message = "Name at most 500 sites.")
        List<
                        @NotBlank(message = "Leave out empty site ids.")
                        @Size(max = 64, message = "A site id has at most 64 characters.")
                        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) String>
                siteIds,

        @Size(max = 20, message = "Make at most 20 further predictions.")
        List<@NotNull(message = "Leave out empty predictions.") @Valid Prediction> otherPredictions,

        @Size(max = 20, message = "Ask at most 20 questions.")
        List<
                        @NotBlank(message = "Leave out empty questions.")
                        @Size(max = 500, message = "Ask in at most 500 characters.")
                        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) String>
                questions,

        @Size(max = 50, message = "Plan at most 50 tasks.")
        List<@NotNull(message = "Leave out empty tasks.") @Valid PlannedTask> tasks,

        @Size(max = 50, message = "Name each measure once.")
        List<@NotNull(message = "Leave out empty entries.") @Valid DataCollection> dataPlan) {

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
                owner,
                teamId,
                scope,
                siteIds,
                otherPredictions,
                questions,
                tasks,
                dataPlan);
    }
}
