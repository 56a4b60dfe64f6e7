package org.inpractice.cycles.cycle;

import jakarta.validation.constraints.NotNull;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.ShortText;
import org.inpractice.stream.Append;

/**
 * Asked once a cycle has been started, in the transaction of the start; what it refuses has not been started then.
 *
 * <p>The start holds the district's head row by that time. So of two starts at the same moment the second one asks when
 * the first is committed, and sees it.
 */
public interface StartGate {
    /**
     * Lets a start stand, or refuses it.
     *
     * @param over why it shall stand although a limit is reached, or null
     * @param because what the start is the cause of
     */
    void started(Connection connection, String districtId, CyclePlan plan, OverLimit over, Append.Cause because)
            throws SQLException;

    /** Why one more cycle is started than a team allows itself, and who says so. */
    @Schema(name = "CycleStartOverLimit")
    record OverLimit(
            @Schema(examples = "The grant ends in June; the other two wait for data until then")
            @NotNull(message = "Say why one more is started: a limit that nobody explains is none.")
            @LongText
            String reason,

            @Schema(examples = "Superintendent") @NotNull(message = "Name who decided it.") @ShortText
            String by) {}
}
