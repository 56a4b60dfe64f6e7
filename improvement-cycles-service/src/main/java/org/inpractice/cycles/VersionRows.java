package org.inpractice.cycles;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.RecordedEvent;

/**
 * Rows of read tables that keep every version of an aggregate: one row an event, known from when the event was recorded
 * until the next one was. {@code recorded_at} never decreases along a district's sequence, so no version is known before
 * the one it follows.
 */
public final class VersionRows {
    private VersionRows() {}

    /** The version before an event is known no longer. */
    public static void close(Connection connection, String table, String idColumn, RecordedEvent at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + table
                + " set known_until = ? where district_id = ? and " + idColumn + " = ? and known_until = 'infinity'")) {
            update.setObject(1, at.recordedAt().atOffset(ZoneOffset.UTC));
            update.setString(2, at.districtId());
            update.setObject(3, at.streamId());
            update.executeUpdate();
        }
    }

    /** Runs an insert. */
    public static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            TableQuery.bind(insert, Arrays.asList(values));
            insert.executeUpdate();
        }
    }

    /** As a row keeps it. */
    public static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a row kept it. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a read table holds what its projection did not write", e);
        }
    }
}
