package org.inpractice.learning.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads the history in the order of positions: each source's events by their numbers, the sources side by side as their
 * recording times tell. Whoever stops anywhere and goes on from there gets every event once.
 */
public final class HistorySequence {
    /** How many numbers of a source one page looks at: a filter that lets few pass must not make one statement long. */
    private static final int LOOKED_AT = 20_000;

    private final Connection connection;
    private final String districtId;

    /** On a connection whose transaction somebody else ends. */
    public HistorySequence(Connection connection, String districtId) {
        this.connection = connection;
        this.districtId = districtId;
    }

    /**
     * Events on the way from one position to another.
     *
     * @param events each with the position that is reached with it
     * @param end the position reached, beyond what no filter let pass
     */
    public record Stretch(List<Step> events, HistoryPosition end) {
        /** Copies the list. */
        public Stretch {
            events = List.copyOf(events);
        }
    }

    /** An event and the position of whoever has it and all before it. */
    public record Step(HistoryEntry event, HistoryPosition position) {}

    /** Up to where the events have arrived. */
    public HistoryPosition complete() throws SQLException {
        return new HistoryPosition(new Timeline(connection, districtId).complete());
    }

    /** Up to where the events of several districts have arrived; a district without any is not there. */
    public static Map<String, HistoryPosition> complete(Connection connection, Collection<String> districtIds)
            throws SQLException {
        Map<String, HistoryPosition> complete = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select c.district_id, c.source, c.applied_seq from (select distinct source from history_type) s
                join inbox_cursor c on c.consumer = ? and c.source = s.source and c.district_id = any (?)
                """)) {
            statement.setString(1, HistoryFollower.NAME);
            statement.setArray(2, connection.createArrayOf("text", districtIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    HistoryPosition known = complete.getOrDefault(row.getString(1), HistoryPosition.ZERO);
                    complete.put(row.getString(1), known.with(row.getString(2), row.getLong(3)));
                }
            }
        }
        return complete;
    }

    /** Up to {@code limit} events after a position, none beyond another one, with their texts opened. */
    public Stretch stretch(
            OpenedEntries opened, HistoryPosition after, HistoryPosition upTo, HistoryFilter filter, int limit)
            throws SQLException {
        Map<String, Long> ends = new LinkedHashMap<>();
        for (String source : new TreeSet<>(upTo.sequences().keySet())) {
            boolean wanted = filter.sources().isEmpty() || filter.sources().contains(source);
            long window = wanted ? Math.min(upTo.of(source), after.of(source) + LOOKED_AT) : upTo.of(source);
            if (window > after.of(source)) {
                ends.put(source, window);
            }
        }
        if (ends.isEmpty()) {
            return new Stretch(List.of(), after);
        }
        return merged(after, ends, rows(opened, after, ends, filter, limit), limit);
    }

    private Map<String, Deque<HistoryEntry>> rows(
            OpenedEntries opened, HistoryPosition after, Map<String, Long> ends, HistoryFilter filter, int limit)
            throws SQLException {
        // Of a source that no filter lets pass nothing is looked at.
        Map<String, Long> wanted = new LinkedHashMap<>(ends);
        if (!filter.sources().isEmpty()) {
            wanted.keySet().retainAll(filter.sources());
        }
        Sql sql = new Sql();
        sql.add("select " + HistoryRow.COLUMNS);
        sql.add(
                "from unnest(?::text[], ?::bigint[], ?::bigint[]) as s(source, beyond, through)",
                wanted.keySet().toArray(String[]::new),
                wanted.keySet().stream().map(after::of).toArray(Long[]::new),
                wanted.values().toArray(Long[]::new));
        sql.add("cross join lateral (select * from history h where h.district_id = ?", districtId);
        sql.add("and h.source = s.source and h.district_seq > s.beyond and h.district_seq <= s.through");
        filter.conditions(sql);
        filter.typesAndSources(sql, "h");
        sql.add("order by h.district_seq limit ?) as e order by e.source, e.district_seq", limit);
        Map<String, Deque<HistoryEntry>> bySource = new HashMap<>();
        try (PreparedStatement statement = sql.prepare(connection)) {
            for (HistoryEntry entry : opened.of(connection, districtId, HistoryRow.entries(statement))) {
                bySource.computeIfAbsent(entry.source(), source -> new ArrayDeque<>())
                        .add(entry);
            }
        }
        return bySource;
    }

    /**
     * Side by side by recording time, but never out of order within a source, whatever the clocks said. A source all of
     * whose rows were taken is there up to the end of what was looked at, unless there may be more rows than were read.
     */
    private static Stretch merged(
            HistoryPosition after, Map<String, Long> ends, Map<String, Deque<HistoryEntry>> bySource, int limit) {
        Map<String, Boolean> cut = new HashMap<>();
        bySource.forEach((source, rows) -> cut.put(source, rows.size() >= limit));
        List<Step> steps = new ArrayList<>();
        HistoryPosition position = after;
        while (steps.size() < limit) {
            HistoryEntry next = bySource.values().stream()
                    .filter(rows -> !rows.isEmpty())
                    .map(Deque::getFirst)
                    .min(Comparator.comparing(HistoryEntry::recordedAt).thenComparing(HistoryEntry::source))
                    .orElse(null);
            if (next == null) {
                break;
            }
            bySource.get(next.source()).removeFirst();
            position = position.after(next);
            steps.add(new Step(next, position));
        }
        for (Map.Entry<String, Long> end : ends.entrySet()) {
            Deque<HistoryEntry> left = bySource.get(end.getKey());
            if (left == null || (left.isEmpty() && !cut.get(end.getKey()))) {
                position = position.with(end.getKey(), end.getValue());
            }
        }
        return new Stretch(steps, position);
    }
}
