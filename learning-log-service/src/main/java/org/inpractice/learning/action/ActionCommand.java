package org.inpractice.learning.action;

import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.learning.sealing.SealedText;

/** What can be asked of an action. How it stands comes in with the command: half of that is the failure's story. */
sealed interface ActionCommand {
    UUID actionId();

    /** How it stands, read under the district's lock; null when no review agreed on such an action. */
    Standing standing();

    /** What the rules need of it. */
    record Standing(UUID failureId, LocalDate due, boolean done) {}

    /**
     * Agree on another day or on somebody else.
     *
     * @param due null for the same day
     * @param owner null for the same person or role
     * @param today the earliest date that somebody's calendar shows
     */
    record ReviseAction(
            UUID actionId, Standing standing, LocalDate due, SealedText owner, SealedText reason, LocalDate today)
            implements ActionCommand {}

    /**
     * Say on which measure its effect shall show.
     *
     * @param cycleId the cycle whose feedback answers, or null for all that watch the measure
     * @param isKnown whether the measure, and that it belongs to the cycle, has been heard of
     */
    record LinkMeasure(UUID actionId, Standing standing, UUID measureId, UUID cycleId, boolean isKnown)
            implements ActionCommand {}

    /** The clock says that it is time. */
    record Remind(UUID actionId, Standing standing, Reminder reminder) implements ActionCommand {}
}
