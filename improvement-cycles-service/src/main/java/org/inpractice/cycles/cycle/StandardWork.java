package org.inpractice.cycles.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.PlainText;

/**
 * What an adopted idea becomes: how it is done from now on, and who keeps it so.
 *
 * @param owner a role or a staff member
 * @param reviewOn when somebody looks whether it is still done so; null when nobody said
 */
@Schema(name = "StandardWork")
public record StandardWork(
        @Schema(
                examples =
                        "The class teacher calls home on the second day of absence, before 10 o'clock, from the script")
        @NotBlank(message = "Describe how it is done from now on, so that somebody new could do it.")
        @Size(max = 10_000, message = "Say it in at most 10,000 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String description,

        @Schema(examples = "Principal")
        @NotBlank(message = "Name who keeps it so: a standard without an owner fades.")
        @Size(max = 200, message = "Name the owner in at most 200 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String owner,

        @Schema(examples = "2026-09-15") @CalendarDay LocalDate reviewOn) {}
