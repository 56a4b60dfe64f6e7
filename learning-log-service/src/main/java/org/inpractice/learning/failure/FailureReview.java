package org.inpractice.learning.failure;

import static org.inpractice.learning.failure.ReviewContent.orEmpty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.failure.FailureCommand.ReviewFailure;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.learning.failure.FailureRequests.TimelineAddition;
import org.inpractice.learning.sealing.Sealer;

/** What a team found and agreed on: everything at once, or what the steps before have not said yet. */
@Schema(name = "FailureReview")
public class FailureReview extends ReviewSections {
    @Schema(description = "What no event tells.")
    @Size(max = 200, message = "Send up to 200 entries.")
    public List<@NotNull(message = "Describe the entry or leave it out.") @Valid TimelineAddition> timeline;

    @Schema(examples = "2025-11-05")
    @NotNull(message = "Say on which day the review took place, for example 2025-11-05.")
    public LocalDate reviewedOn;

    ReviewFailure command(UUID failureId, List<UUID> actionIds, Set<String> taxonomy, Instant now, Sealer sealer)
            throws SQLException {
        List<TimelineEntry> entries = new ArrayList<>();
        for (TimelineAddition addition : orEmpty(timeline)) {
            entries.add(addition.entry(sealer));
        }
        return new ReviewFailure(failureId, content(actionIds, sealer), entries, taxonomy, reviewedOn, now);
    }
}
