package org.inpractice.cycles.leadership;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.ShortText;

/**
 * Somebody who was asked to a review.
 *
 * @param present whether they came; they did when absent
 */
@Schema(name = "ReviewAttendee")
public record Attendee(
        @Schema(examples = "Dr. Maya Ortiz") @NotNull(message = "Name who was asked.") @ShortText
        String name,

        @NotNull(
                message = "Say in which role: superintendent, cabinet, board, principal, improvement_lead, data_lead,"
                        + " staff, community or partner.")
        LeaderRole role,

        Boolean present) {
    /** Who is named was there, unless it says otherwise. */
    public Attendee {
        present = present == null || present;
    }
}
