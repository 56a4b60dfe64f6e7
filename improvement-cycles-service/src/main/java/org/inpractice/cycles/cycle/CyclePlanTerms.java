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
import org.inpractice.cycles.cycle.LadderRules.Place;

/**
 * The plan of a test of a change, as a request: it may be incomplete until the start.
 *
 * @param changeIdeaId an idea that was tested before; null for a new one
 * @param previousCycleId the decided cycle that this one follows on the ladder, or null
 * @param siteId where; null for the whole district
 * @param teamId whose cycle it is, or null
 * @param scope how much it takes in, or null
 * @param siteIds all sites, when there are several
 * @param studentGroup with whom; null for everybody
 * @param occurredAt when it was planned; null for now
 */
@Schema(name = "CyclePlanTerms")
public record CyclePlanTerms(
        @Schema(examples = "Call home on the second day of absence, before 10 o'clock")
        @NotBlank(message = "Say which change is to be tried: a cycle without an idea tests nothing.")
        @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String changeIdea,

        UUID changeIdeaId,
        UUID previousCycleId,
        UUID aimId,

        @Schema(examples = "Learn whether an early call shortens absences")
        @Size(min = 1, max = 2_000, message = "Say it in 1 to 2,000 characters, or leave it out.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String objective,

        @Valid Prediction prediction,

        @Size(max = 50, message = "Name at most 50 measures.")
        List<@NotNull(message = "Leave out empty measures.") @Valid CycleMeasure> measures,

        @Schema(examples = "19647330112536")
        @Size(min = 1, max = 64, message = "A site id has 1 to 64 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String siteId,

        @Schema(examples = "all")
        @Size(min = 1, max = 100, message = "A student group has 1 to 100 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String studentGroup,

        @Schema(examples = "2025-09-15") @CalendarDay LocalDate plannedStart,
        @Schema(examples = "2025-11-14") @CalendarDay LocalDate plannedEnd,

        @Schema(examples = "Attendance team")
        @NotBlank(message = "Name who leads the cycle: a role or a staff member.")
        @Size(max = 200, message = "Name the owner in at most 200 characters.")
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
        List<@NotNull(message = "Leave out empty entries.") @Valid DataCollection> dataPlan,

        Instant occurredAt) {

    /** The plan at a place of a ladder. */
    CyclePlan at(UUID cycleId, Place place) {
        return new CyclePlan(
                cycleId,
                place.changeIdeaId(),
                changeIdea,
                place.previousCycleId(),
                place.rung(),
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
