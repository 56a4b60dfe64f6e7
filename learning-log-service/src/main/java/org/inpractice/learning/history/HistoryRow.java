package org.inpractice.learning.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The columns of the table {@code history} that make an entry. */
final class HistoryRow {
    /** In the order in which they are read, of the row {@code e}. */
    static final String COLUMNS = """
            e.source, e.district_seq, e.event_id, e.type, e.aggregate_type, e.aggregate_id, e.aggregate_version,
            e.occurred_at, e.recorded_at, e.actor, e.causation_id, e.traceparent, e.data""";

    private HistoryRow() {}

    static List<HistoryEntry> entries(PreparedStatement statement) throws SQLException {
        List<HistoryEntry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getLong(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10),
                row.getObject(11, UUID.class),
                row.getString(12),
                row.getString(13));
    }
}
