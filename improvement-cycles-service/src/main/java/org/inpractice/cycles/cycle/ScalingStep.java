package org.inpractice.cycles.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.PlainText;

/**
 * Where an adopted idea goes next.
 *
 * @param by until when it is in use there
 * @param who sees to it; null when nobody was named
 */
@Schema(name = "ScalingStep")
public record ScalingStep(
        @Schema(examples = "19647330112536")
        @NotBlank(message = "Name the site.")
        @Size(max = 64, message = "A site id has at most 64 characters.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String siteId,

        @Schema(examples = "2026-08-24")
        @NotNull(message = "Say until when: a spread without a date does not happen.")
        @CalendarDay
        LocalDate by,

        @Schema(examples = "Attendance team")
        @Size(min = 1, max = 200, message = "Name who sees to it in 1 to 200 characters, or leave it out.")
        @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        String who) {}
