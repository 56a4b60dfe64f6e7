package org.inpractice.learning.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.inpractice.learning.history.HistoryFilter.Order;

/** Reads the district history, every page an index range whatever the length of the history. */
final class Timeline {
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
        // By aggregate or by actor there are ranges of their own, and few events in them.
        boolean mergesTypes = filter.aggregate() == null
                && filter.actor() == null
                && (filter.byType() || !filter.sources().isEmpty());
        if (mergesTypes) {
            // Each type's events stand in the timeline's order in their own index range; the ranges are merged.
            sql.add("select " + HistoryRow.COLUMNS
                    + " from history_type t cross join lateral (select * from history h where");
            condition(sql, filter, after, complete);
            sql.add("and h.type = t.type and h.source = t.source order by "
                    + filter.order().by("h"));
            sql.add("limit ?", limit).add(") as e where true");
            filter.typesAndSources(sql, "t");
        } else {
            sql.add("select " + HistoryRow.COLUMNS + " from (select * from history h where");
            condition(sql, filter, after, complete);
            filter.typesAndSources(sql, "h");
            sql.add(") as e");
        }
        sql.add("order by " + filter.order().by("e")).add("limit ?", limit);
        try (PreparedStatement statement = sql.prepare(connection)) {
            return HistoryRow.entries(statement);
        }
    }

    private void condition(Sql sql, HistoryFilter filter, TimelinePosition after, SortedMap<String, Long> complete) {
        sql.add("h.district_id = ?", districtId);
        sql.add(
                "and h.district_seq <= (select c.seq from unnest(?::text[], ?::bigint[]) as c(source, seq)"
                        + " where c.source = h.source)",
                complete.keySet().toArray(String[]::new),
                complete.values().toArray(Long[]::new));
        filter.conditions(sql);
        if (after != null) {
            Order order = filter.order();
            sql.add(
                    "and (h.recorded_at, h.source, h.district_seq) " + order.beyond() + " (?, ?, ?)",
                    HistoryFilter.time(after.recordedAt()),
                    after.source(),
                    after.districtSeq());
        }
    }
}
