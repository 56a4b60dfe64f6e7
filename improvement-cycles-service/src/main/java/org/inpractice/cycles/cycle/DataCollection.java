package org.inpractice.cycles.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.PlainText;

/**
 * How the data of one measure comes about during the test.
 *
 * @param who collects it: a role or a staff member
 * @param every how often
 * @param how null when it goes without saying
 */
@Schema(name = "DataCollection")
public record DataCollection(
        @NotNull(message = "Name the measure by its id.") UUID measureId,

        @Schema(examples = "Attendance clerk")
        @NotBlank(message = "Name who collects the data: what nobody collects is missing when the study needs it.")
        @Size(max = 200, message = "Name who collects it in at most 200 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String who,

        @NotNull(message = "Say how often: day, week, month, term or school_year.")
        Cadence every,

        @Schema(examples = "From the student information system, exported on Fridays")
        @Size(min = 1, max = 1_000, message = "Say how in 1 to 1,000 characters, or leave it out.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String how) {}
