package org.inpractice.learning.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.learning.Query;

/**
 * An action as it stands, or was known to stand; its texts sealed.
 *
 * @param version the {@code ETag}
 * @param ownerRevised whether the owner is sealed under the action, not under the failure
 */
record KnownAction(
        UUID actionId,
        UUID failureId,
        long version,
        String what,
        String owner,
        boolean ownerRevised,
        LocalDate due,
        boolean done,
        LocalDate completedOn,
        String result,
        UUID measureId,
        UUID cycleId,
        String reason,
        int revisions,
        Instant remindedAt) {
    static KnownAction of(ResultSet row) throws SQLException {
        return new KnownAction(
                row.getObject("action_id", UUID.class),
                row.getObject("failure_id", UUID.class),
                row.getLong("version"),
                row.getString("what"),
                row.getString("owner"),
                row.getBoolean("owner_revised"),
                row.getObject("due", LocalDate.class),
                row.getBoolean("done"),
                row.getObject("completed_on", LocalDate.class),
                row.getString("result"),
                row.getObject("measure_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getString("reason"),
                row.getInt("revisions"),
                Query.instant(row, "reminded_at"));
    }
}
