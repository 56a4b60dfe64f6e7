package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.stream.EventJson;

/**
 * Reads the cycles of a district as they were known at an instant.
 *
 * @param asOf null for now
 */
public record CycleTable(Connection connection, String districtId, Instant asOf) {
    private static final OffsetDateTime ALWAYS =
            Instant.parse("9999-01-01T00:00:00Z").atOffset(ZoneOffset.UTC);
    private static final String SELECT = """
            select c.planned_seq, c.version, c.known_from, c.data from cycle c
            where c.district_id = ? and c.known_from <= ? and c.known_until > ?
            """;
    /** More are never put together in one answer. */
    public static final int MOST = 5_000;

    /**
     * A cycle as it was known.
     *
     * @param plannedSeq number of its first event in the district
     * @param changedAt when the service learned of the last change by then
     */
    public record Row(long plannedSeq, long version, Instant changedAt, CycleRecord known) {
        /** Its id. */
        public UUID cycleId() {
            return known.plan().cycleId();
        }
    }

    /** What a list is narrowed to; null where it is not. Days are both included. */
    public record Filter(
            CycleState state,
            UUID teamId,
            UUID aimId,
            UUID changeIdeaId,
            String siteId,
            String owner,
            Days started,
            Days decided,
            boolean onlyStudied) {

        /** The same, of cycles in one state, whatever state it asked for. */
        public Filter in(CycleState other) {
            return new Filter(other, teamId, aimId, changeIdeaId, siteId, owner, started, decided, onlyStudied);
        }

        /** The same, of cycles that have been studied. */
        public Filter studied() {
            return new Filter(state, teamId, aimId, changeIdeaId, siteId, owner, started, decided, true);
        }
    }

    /** From a day to a day, both included; null where there is no end. */
    public record Days(LocalDate from, LocalDate to) {}

    /** One cycle; empty when it was not known. */
    public Optional<Row> find(UUID cycleId) throws SQLException {
        return Optional.ofNullable(first(query("and c.cycle_id = ?", cycleId)));
    }

    /** Newest plan first, from before a number. */
    public List<Row> newestFirst(Filter filter, long beforeSeq, int limit) throws SQLException {
        Query query = query("and c.planned_seq < ?", beforeSeq);
        query.narrow("c.state = ?", filter.state() == null ? null : lower(filter.state()));
        query.narrow("c.team_id = ?", filter.teamId());
        query.narrowToParts("c.aim_id", "aim", "aim_id", filter.aimId());
        query.narrowToParts("c.change_idea_id", "change_idea", "change_idea_id", filter.changeIdeaId());
        query.narrow("? = any (c.site_ids)", filter.siteId());
        query.narrow("c.owner = ?", filter.owner());
        query.narrow("c.started_on >= ?", filter.started().from());
        query.narrow("c.started_on <= ?", filter.started().to());
        query.narrow("c.decided_on >= ?", filter.decided().from());
        query.narrow("c.decided_on <= ?", filter.decided().to());
        query.narrow("c.data -> 'study' is not null and ?", filter.onlyStudied() ? true : null);
        return query.rows("order by c.planned_seq desc limit ?", limit);
    }

    /** The ladder of an idea, lowest rung first, after a rung and number. */
    public List<Row> ladder(UUID changeIdeaId, int afterRung, long afterSeq, int limit) throws SQLException {
        Query query = query("and c.change_idea_id = ?", changeIdeaId);
        query.narrow("(c.rung, c.planned_seq) > (?, ?)", afterRung, afterSeq);
        return query.rows("order by c.rung, c.planned_seq limit ?", limit);
    }

    /** All cycles of some ideas, whatever else they belong to. */
    public List<Row> ofIdeas(Collection<UUID> changeIdeaIds) throws SQLException {
        return query("and c.change_idea_id = any (?)", connection.createArrayOf("uuid", changeIdeaIds.toArray()))
                .rows("order by c.planned_seq limit ?", MOST);
    }

    /** The cycles that follow one on its ladder, in the order they were planned. */
    public List<Row> after(UUID cycleId) throws SQLException {
        return query("and c.previous_cycle_id = ?", cycleId).rows("order by c.planned_seq limit ?", MOST);
    }

    /** The notes of a cycle as it was at a version, in the order they were written. */
    List<CycleViews.Note> notes(Row cycle) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select note, noted_on, kind, actor, recorded_at from cycle_note
                where district_id = ? and cycle_id = ? and version <= ? order by version
                """)) {
            select.setString(1, districtId);
            select.setObject(2, cycle.cycleId());
            select.setLong(3, cycle.version());
            List<CycleViews.Note> notes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notes.add(new CycleViews.Note(
                            row.getString(1),
                            row.getObject(2, LocalDate.class),
                            NoteKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
            return notes;
        }
    }

    static CycleRecord read(String json) {
        try {
            return EventJson.mapper().readValue(json, CycleRecord.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the table cycle holds what it did not write", e);
        }
    }

    private static Row first(Query query) throws SQLException {
        List<Row> rows = query.rows("limit ?", 1);
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Query query(String condition, Object value) {
        OffsetDateTime at = asOf == null ? ALWAYS : asOf.atOffset(ZoneOffset.UTC);
        Query query = new Query(connection, new StringBuilder(SELECT), new ArrayList<>(List.of(districtId, at, at)));
        return query.add(condition, value);
    }

    /** A statement in the making: text and values side by side. */
    private record Query(Connection connection, StringBuilder text, List<Object> values) {
        Query add(String part, Object... more) {
            text.append(part).append('\n');
            values.addAll(List.of(more));
            return this;
        }

        void narrow(String condition, Object... more) {
            if (more[0] != null) {
                add("and " + condition, more);
            }
        }

        /** Narrows to an aim or idea and all that was merged into it by then: what was done for them was done for it. */
        void narrowToParts(String column, String table, String id, UUID whole) {
            if (whole != null) {
                Object at = values.get(1);
                add("""
                        and %s in (with recursive part as (select ?::uuid as id union
                            select t.%s from %s t join part on t.merged_into = part.id
                            where t.district_id = ? and t.known_from <= ? and t.known_until > ?)
                            select id from part)
                        """.formatted(column, id, table), whole, values.getFirst(), at, at);
            }
        }

        List<Row> rows(String end, int limit) throws SQLException {
            add(end, limit);
            try (PreparedStatement select = connection.prepareStatement(text.toString())) {
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(i + 1, values.get(i));
                }
                List<Row> rows = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Row(
                                row.getLong(1),
                                row.getLong(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                read(row.getString(4))));
                    }
                }
                return rows;
            }
        }
    }
}
