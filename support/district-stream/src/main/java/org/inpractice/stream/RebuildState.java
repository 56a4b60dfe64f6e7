package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * How the last rebuild of a read model goes or went.
 *
 * @param readModel its name
 * @param state {@code running}, {@code done} or {@code failed}
 * @param eventsDone events read so far
 * @param startedAt when it began
 * @param changedAt when it last moved
 * @param reason why it failed, or null
 */
public record RebuildState(
        String readModel, String state, long eventsDone, Instant startedAt, Instant changedAt, String reason) {

    /** The last rebuild of each read model that ever had one. */
    public static List<RebuildState> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select read_model, state, events_done, started_at, changed_at, reason
                        from read_model_rebuild order by read_model
                        """);
                ResultSet row = statement.executeQuery()) {
            List<RebuildState> states = new ArrayList<>();
            while (row.next()) {
                states.add(new RebuildState(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getString(6)));
            }
            return states;
        }
    }
}
