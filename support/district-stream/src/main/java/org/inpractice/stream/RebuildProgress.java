package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The row that says how far a rebuild is, and that keeps two of the same read model from running at once. */
final class RebuildProgress {
    /** A rebuild that has not moved for so long was killed; another may take over. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final String readModel;
    private final Clock clock;

    RebuildProgress(String readModel, Clock clock) {
        this.readModel = readModel;
        this.clock = clock;
    }

    /** Claims the rebuild; false while another one is running. */
    boolean claim(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into public.read_model_rebuild (read_model, state, events_done, started_at, changed_at)
                values (?, 'running', 0, ?, ?)
                on conflict (read_model) do update set state = 'running', events_done = 0, reason = null,
                    started_at = excluded.started_at, changed_at = excluded.changed_at
                where read_model_rebuild.state <> 'running' or read_model_rebuild.changed_at < ?
                """)) {
            OffsetDateTime now = now();
            statement.setString(1, readModel);
            statement.setObject(2, now);
            statement.setObject(3, now);
            statement.setObject(4, now.minus(ABANDONED));
            return statement.executeUpdate() == 1;
        }
    }

    Void done(Connection connection, long events) throws SQLException {
        return update(connection, "done", events, null);
    }

    Void moved(Connection connection, long events) throws SQLException {
        return update(connection, "running", events, null);
    }

    Void failed(Connection connection, long events, String reason) throws SQLException {
        return update(connection, "failed", events, reason);
    }

    private Void update(Connection connection, String state, long events, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update public.read_model_rebuild set state = ?, events_done = ?, reason = ?, changed_at = ?
                where read_model = ?
                """)) {
            statement.setString(1, state);
            statement.setLong(2, events);
            statement.setString(3, reason);
            statement.setObject(4, now());
            statement.setString(5, readModel);
            statement.executeUpdate();
            return null;
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
