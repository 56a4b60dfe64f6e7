package org.inpractice.cycles.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.PlainText;

/**
 * Something to be done for the test.
 *
 * @param who a role or a staff member
 * @param when by which day; null when it is open
 * @param where null when it does not matter
 */
@Schema(name = "PlannedTask")
public record PlannedTask(
        @Schema(examples = "Call the families of absent students before 10 o'clock")
        @NotBlank(message = "Say what is to be done.")
        @Size(max = 1_000, message = "Say it in at most 1,000 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String what,

        @Schema(examples = "Attendance clerk")
        @NotBlank(message = "Name who does it: a role or a staff member; a task of everybody is done by nobody.")
        @Size(max = 200, message = "Name who does it in at most 200 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String who,

        @Schema(examples = "2025-09-19") @CalendarDay LocalDate when,

        @Schema(examples = "Front office")
        @Size(min = 1, max = 200, message = "Say where in 1 to 200 characters, or leave it out.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String where) {}
