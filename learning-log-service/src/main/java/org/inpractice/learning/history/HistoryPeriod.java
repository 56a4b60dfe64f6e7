package org.inpractice.learning.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what happened in a period, by {@code occurredAt}, and what those events speak of. */
public final class HistoryPeriod {
    private final Connection connection;
    private final OpenedEntries opened;
    private final String districtId;
    private final Instant begin;
    private final Instant end;
    private final Instant asOf;

    /**
     * On a connection whose transaction somebody else ends.
     *
     * @param begin the first instant
     * @param end the first instant after it
     * @param asOf only what was recorded by then; null for all
     */
    public HistoryPeriod(
            Connection connection, OpenedEntries opened, String districtId, Instant begin, Instant end, Instant asOf) {
        this.connection = connection;
        this.opened = opened;
        this.districtId = districtId;
        this.begin = begin;
        this.end = end;
        this.asOf = asOf;
    }

    /** How many events of each wire type happened. */
    public Map<String, Long> counts() throws SQLException {
        Sql sql = new Sql();
        sql.add("select e.type, count(*) from history e where e.district_id = ?", districtId);
        inPeriod(sql);
        sql.add("group by e.type");
        Map<String, Long> counts = new HashMap<>();
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    /** The first events of some types, in the order in which they happened. */
    public List<HistoryEntry> ofTypes(Collection<String> types, int limit) throws SQLException {
        Sql sql = select();
        inPeriod(sql);
        ofTypes(sql, types);
        sql.add("order by e.occurred_at, e.source, e.district_seq limit ?", limit);
        return entries(sql);
    }

    /** The last events of some types that happened before the period's end, in the order in which they were recorded. */
    public List<HistoryEntry> untilEnd(Collection<String> types, int limit) throws SQLException {
        Sql sql = new Sql();
        sql.add("select " + HistoryRow.COLUMNS + " from (select * from history e where e.district_id = ?", districtId);
        sql.add("and e.occurred_at < ?", HistoryFilter.time(end));
        asOf(sql);
        ofTypes(sql, types);
        sql.add("order by e.recorded_at desc, e.source desc, e.district_seq desc limit ?) as e", limit);
        sql.add("order by e.recorded_at, e.source, e.district_seq");
        return entries(sql);
    }

    /** All events of some types about some aggregates, whenever they happened, in the order in which they were recorded. */
    public List<HistoryEntry> about(Set<UUID> aggregates, Collection<String> types) throws SQLException {
        Sql sql = select();
        asOf(sql);
        ofTypes(sql, types);
        sql.add("and e.aggregate_id = any (?::uuid[])", (Object) ids(aggregates));
        sql.add("order by e.recorded_at, e.source, e.district_seq");
        return entries(sql);
    }

    /** Those of some aggregates to which an event of a type had happened before the period's end. */
    public Set<UUID> had(Set<UUID> aggregates, String type) throws SQLException {
        Sql sql = new Sql();
        sql.add("select e.aggregate_id from history e where e.district_id = ? and e.type = ?", districtId, type);
        sql.add("and e.aggregate_id = any (?::uuid[])", (Object) ids(aggregates));
        sql.add("and e.occurred_at < ?", HistoryFilter.time(end));
        asOf(sql);
        Set<UUID> had = new HashSet<>();
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                had.add(row.getObject(1, UUID.class));
            }
        }
        return had;
    }

    private Sql select() {
        return new Sql().add("select " + HistoryRow.COLUMNS + " from history e where e.district_id = ?", districtId);
    }

    private void inPeriod(Sql sql) {
        sql.add("and e.occurred_at >= ? and e.occurred_at < ?", HistoryFilter.time(begin), HistoryFilter.time(end));
        asOf(sql);
    }

    private void asOf(Sql sql) {
        if (asOf != null) {
            sql.add("and e.recorded_at <= ?", HistoryFilter.time(asOf));
        }
    }

    private static void ofTypes(Sql sql, Collection<String> types) {
        sql.add("and e.type = any (?)", (Object) types.toArray(String[]::new));
    }

    private static String[] ids(Set<UUID> aggregates) {
        return aggregates.stream().map(UUID::toString).toArray(String[]::new);
    }

    private List<HistoryEntry> entries(Sql sql) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection)) {
            return opened.of(connection, districtId, HistoryRow.entries(statement));
        }
    }
}
