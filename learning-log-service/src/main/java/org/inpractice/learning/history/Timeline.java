package org.inpractice.learning.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.inpractice.learning.history.HistoryFilter.Order;

/** Reads the district history, every page an index range whatever the length of the history. */
final class Timeline {
    private static final String COLUMNS = """
            e.source, e.district_seq, e.event_id, e.type, e.aggregate_type, e.aggregate_id, e.aggregate_version,
            e.occurred_at, e.recorded_at, e.actor, e.causation_id, e.data""";

    private final Connection connection;
    private final String districtId;

    Timeline(Connection connection, String districtId) {
        this.connection = connection;
        this.districtId = districtId;
    }

    /** Up to which sequence number each source's events have arrived, without a gap. */
    SortedMap<String, Long> complete() throws SQLException {
        // The sources by name, so that the cursors are found by their key, not among those of all districts.
        try (PreparedStatement statement = connection.prepareStatement("""
                select c.source, c.applied_seq from (select distinct source from history_type) s
                join inbox_cursor c on c.consumer = ? and c.source = s.source and c.district_id = ?
                """)) {
            statement.setString(1, HistoryFollower.NAME);
            statement.setString(2, districtId);
            SortedMap<String, Long> complete = new TreeMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    complete.put(row.getString(1), row.getLong(2));
                }
            }
            return complete;
        }
    }

    /**
     * Up to {@code limit} events beyond a position.
     *
     * @param after null for the first page
     * @param complete events above these sequence numbers are left out
     */
    List<HistoryEntry> page(HistoryFilter filter, TimelinePosition after, SortedMap<String, Long> complete, int limit)
            throws SQLException {
        Sql sql = new Sql();
        boolean mergesTypes = filter.aggregate() == null
                && (filter.byType() || !filter.sources().isEmpty());
        if (mergesTypes) {
            // Each type's events stand in the timeline's order in their own index range; the ranges are merged.
            sql.add("select " + COLUMNS + " from history_type t cross join lateral (select * from history h where");
            condition(sql, filter, after, complete);
            sql.add("and h.type = t.type and h.source = t.source order by "
                    + filter.order().by("h"));
            sql.add("limit ?", limit).add(") as e where true");
            typesAndSources(sql, filter, "t");
        } else {
            sql.add("select " + COLUMNS + " from (select * from history h where");
            condition(sql, filter, after, complete);
            typesAndSources(sql, filter, "h");
            sql.add(") as e");
        }
        sql.add("order by " + filter.order().by("e")).add("limit ?", limit);
        try (PreparedStatement statement = sql.prepare(connection)) {
            return entries(statement);
        }
    }

    private void condition(Sql sql, HistoryFilter filter, TimelinePosition after, SortedMap<String, Long> complete) {
        sql.add("h.district_id = ?", districtId);
        sql.add(
                "and h.district_seq <= (select c.seq from unnest(?::text[], ?::bigint[]) as c(source, seq)"
                        + " where c.source = h.source)",
                complete.keySet().toArray(String[]::new),
                complete.values().toArray(Long[]::new));
        if (filter.aggregate() != null) {
            sql.add("and h.aggregate_id = ?", filter.aggregate().id());
            sql.add("and h.aggregate_type = ?", filter.aggregate().type());
        }
        if (filter.from() != null) {
            sql.add("and h.occurred_at >= ?", time(filter.from()));
        }
        if (filter.to() != null) {
            sql.add("and h.occurred_at < ?", time(filter.to()));
        }
        if (filter.asOf() != null) {
            sql.add("and h.recorded_at <= ?", time(filter.asOf()));
        }
        if (after != null) {
            Order order = filter.order();
            sql.add(
                    "and (h.recorded_at, h.source, h.district_seq) " + order.beyond() + " (?, ?, ?)",
                    time(after.recordedAt()),
                    after.source(),
                    after.districtSeq());
        }
    }

    private static void typesAndSources(Sql sql, HistoryFilter filter, String table) {
        if (filter.byType()) {
            sql.add(
                    "and (%1$s.type = any (?) or exists (select from unnest(?::text[]) as p where starts_with(%1$s.type, p)))"
                            .formatted(table),
                    filter.types().toArray(String[]::new),
                    filter.prefixes().toArray(String[]::new));
        }
        if (!filter.sources().isEmpty()) {
            sql.add("and " + table + ".source = any (?)", (Object)
                    filter.sources().toArray(String[]::new));
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<HistoryEntry> entries(PreparedStatement statement) throws SQLException {
        List<HistoryEntry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(new HistoryEntry(
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
                        row.getString(12)));
            }
        }
        return entries;
    }

    /** A statement in the making: text and parameters side by side. */
    private static final class Sql {
        private final StringBuilder text = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        Sql add(String part, Object... values) {
            text.append(part).append('\n');
            parameters.addAll(List.of(values));
            return this;
        }

        PreparedStatement prepare(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(text.toString());
            for (int i = 0; i < parameters.size(); i++) {
                Object value = parameters.get(i);
                if (value instanceof Long[] numbers) {
                    statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                } else if (value instanceof String[] texts) {
                    statement.setArray(i + 1, connection.createArrayOf("text", texts));
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            return statement;
        }
    }
}
