package org.inpractice.learning.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.inpractice.learning.history.CausalChain.End;
import org.inpractice.learning.history.CausalTree.Cut;
import org.inpractice.learning.history.CausalTree.Node;

/** Reads what led to an event and what it led to, through all sources of one district. */
final class Provenance {
    /** How many causes one answer follows. Our choice: today's longest chain has five. */
    static final int LONGEST_CHAIN = 100;

    /** How many effects one answer holds. Our choice: an answer stays under a megabyte. */
    static final int LARGEST_TREE = 500;

    private final Connection connection;
    private final OpenedEntries opened;
    private final String districtId;
    private final Instant asOf;

    /**
     * @param asOf only what was recorded by then; null for all
     */
    Provenance(Connection connection, OpenedEntries opened, String districtId, Instant asOf) {
        this.connection = connection;
        this.opened = opened;
        this.districtId = districtId;
        this.asOf = asOf;
    }

    /** One event; null when this district has none of that id. */
    HistoryEntry event(UUID eventId) throws SQLException {
        Sql sql = new Sql();
        sql.add("select " + HistoryRow.COLUMNS + " from history e where e.event_id = ?", eventId);
        sql.add("and e.district_id = ?", districtId);
        asOf(sql);
        sql.add("order by e.source, e.district_seq limit 1");
        try (PreparedStatement statement = sql.prepare(connection)) {
            return opened.of(connection, districtId, HistoryRow.entries(statement)).stream()
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The chain of causes, the nearest first. */
    CausalChain why(HistoryEntry event) throws SQLException {
        List<HistoryEntry> causes = new ArrayList<>();
        Set<UUID> seen = new HashSet<>(Set.of(event.eventId()));
        HistoryEntry last = event;
        while (last.causationId() != null) {
            UUID causeId = last.causationId();
            if (seen.contains(causeId)) {
                return new CausalChain(event, causes, End.LOOP, causeId);
            }
            if (causes.size() == LONGEST_CHAIN) {
                return new CausalChain(event, causes, End.TOO_LONG, causeId);
            }
            HistoryEntry cause = event(causeId);
            if (cause == null) {
                return new CausalChain(event, causes, End.MISSING, causeId);
            }
            seen.add(causeId);
            causes.add(cause);
            last = cause;
        }
        return new CausalChain(event, causes, End.ROOT, null);
    }

    /**
     * The tree of effects, level by level.
     *
     * @param depth how many levels
     * @param wide how many direct effects of each event
     * @param after of the event itself, only those behind this one; null from the first
     */
    CausalTree effects(HistoryEntry event, int depth, int wide, TimelinePosition after) throws SQLException {
        Growing root = new Growing(event, null);
        Map<UUID, Growing> level = new LinkedHashMap<>(Map.of(event.eventId(), root));
        Set<UUID> seen = new HashSet<>(Set.of(event.eventId()));
        int room = LARGEST_TREE;
        for (int i = 0; i < depth && !level.isEmpty() && room > 0; i++) {
            Map<UUID, Growing> next = new LinkedHashMap<>();
            for (HistoryEntry effect : effectsOf(level, wide, room + 1, i == 0 ? after : null)) {
                Growing cause = level.get(effect.causationId());
                if (cause.effects.size() == wide || room == 0) {
                    cause.more = true;
                    continue;
                }
                room--;
                boolean first = seen.add(effect.eventId());
                Growing grown = new Growing(effect, first ? null : Cut.LOOP);
                cause.effects.add(grown);
                if (first) {
                    next.put(effect.eventId(), grown);
                }
            }
            if (room == 0) {
                cutWhatHasMore(level);
            }
            level = next;
        }
        cutWhatHasMore(level);
        return new CausalTree(event, root.nodes(), root.next());
    }

    /** Of events that nothing was found behind: what was not looked at, for want of depth or room, is said to be there. */
    private void cutWhatHasMore(Map<UUID, Growing> level) throws SQLException {
        Set<UUID> bare = new HashSet<>();
        level.forEach((eventId, each) -> {
            if (each.effects.isEmpty()) {
                bare.add(eventId);
            }
        });
        for (UUID caused : haveEffects(bare)) {
            level.get(caused).cut = Cut.DEEPER;
        }
    }

    private List<HistoryEntry> effectsOf(Map<UUID, Growing> causes, int wide, int most, TimelinePosition after)
            throws SQLException {
        Sql sql = new Sql();
        sql.add("select " + HistoryRow.COLUMNS);
        sql.add("from unnest(?::uuid[]) with ordinality as c(cause, place)", (Object) ids(causes.keySet()));
        sql.add("cross join lateral (select * from history e where e.district_id = ?", districtId);
        sql.add("and e.causation_id = c.cause");
        asOf(sql);
        if (after != null) {
            sql.add(
                    "and (e.recorded_at, e.source, e.district_seq) > (?, ?, ?)",
                    HistoryFilter.time(after.recordedAt()),
                    after.source(),
                    after.districtSeq());
        }
        sql.add("order by e.recorded_at, e.source, e.district_seq limit ?) as e", wide + 1);
        sql.add("order by c.place, e.recorded_at, e.source, e.district_seq limit ?", most);
        try (PreparedStatement statement = sql.prepare(connection)) {
            return opened.of(connection, districtId, HistoryRow.entries(statement));
        }
    }

    private Set<UUID> haveEffects(Set<UUID> events) throws SQLException {
        Sql sql = new Sql();
        sql.add("select c.cause from unnest(?::uuid[]) as c(cause)", (Object) ids(events));
        sql.add("where exists (select from history e where e.district_id = ?", districtId);
        sql.add("and e.causation_id = c.cause");
        asOf(sql);
        sql.add(")");
        Set<UUID> caused = new HashSet<>();
        try (PreparedStatement statement = sql.prepare(connection);
                var row = statement.executeQuery()) {
            while (row.next()) {
                caused.add(row.getObject(1, UUID.class));
            }
        }
        return caused;
    }

    private void asOf(Sql sql) {
        if (asOf != null) {
            sql.add("and e.recorded_at <= ?", HistoryFilter.time(asOf));
        }
    }

    private static String[] ids(Set<UUID> events) {
        return events.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** A node while its effects are still being found. */
    private static final class Growing {
        private final HistoryEntry event;
        private final List<Growing> effects = new ArrayList<>();
        private Cut cut;
        private boolean more;

        Growing(HistoryEntry event, Cut cut) {
            this.event = event;
            this.cut = cut;
        }

        List<Node> nodes() {
            return effects.stream()
                    .map(each -> new Node(each.event, each.nodes(), each.next(), each.cut()))
                    .toList();
        }

        /** When there was no room for a single effect, there is no cursor behind one either. */
        Cut cut() {
            return more && effects.isEmpty() ? Cut.DEEPER : cut;
        }

        String next() {
            if (!more || effects.isEmpty()) {
                return null;
            }
            HistoryEntry last = effects.getLast().event;
            return new TimelinePosition(last.recordedAt(), last.source(), last.districtSeq(), new TreeMap<>()).cursor();
        }
    }
}
