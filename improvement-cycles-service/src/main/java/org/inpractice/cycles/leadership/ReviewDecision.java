package org.inpractice.cycles.leadership;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.ShortText;

/**
 * What a review decided.
 *
 * @param owner who does it, or null
 * @param due by when, or null
 */
@Schema(name = "ReviewDecision")
public record ReviewDecision(
        @Schema(examples = "Release two hours a week for the attendance team at Alder")
        @NotNull(message = "Say what was decided.")
        @LongText
        String decided,

        @ShortText String owner,
        @CalendarDay LocalDate due) {}
