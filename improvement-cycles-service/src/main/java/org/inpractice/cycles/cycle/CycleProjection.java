package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.inpractice.cycles.cycle.CycleEvent.CycleNoted;
import org.inpractice.cycles.cycle.CycleRecord.Position;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/**
 * Keeps the tables {@code cycle}, a row for each version of each cycle, and {@code cycle_note}. What an event means is said
 * in {@link CycleRecord#after}.
 */
public final class CycleProjection implements Projection<CycleEvent> {
    /** The row that stands: what is known, its first number in the district, and since when. */
    private record Standing(CycleRecord known, long plannedSeq, OffsetDateTime from) {}

    @Override
    public List<String> tables() {
        return List.of("cycle", "cycle_note");
    }

    @Override
    public void apply(Connection connection, List<Recorded<CycleEvent>> events) throws SQLException {
        for (Recorded<CycleEvent> recorded : events) {
            RecordedEvent at = recorded.envelope();
            CycleEvent event = recorded.event();
            if (event instanceof CycleNoted noted) {
                note(connection, at, noted);
            }
            Standing standing = standing(connection, at, event.cycleId());
            OffsetDateTime from = at.recordedAt().atOffset(ZoneOffset.UTC);
            if (standing != null && standing.from().isAfter(from)) {
                // Clocks of replicas differ; a version is never known earlier than the one before it.
                from = standing.from();
            }
            close(connection, at, event.cycleId(), from);
            CycleRecord after = CycleRecord.after(
                    standing == null ? null : standing.known(),
                    event,
                    new Position(at.eventId(), at.districtSeq(), at.occurredAt(), at.recordedAt(), at.actor()));
            insert(connection, at, after, standing == null ? at.districtSeq() : standing.plannedSeq(), from);
        }
    }

    private static Standing standing(Connection connection, RecordedEvent at, UUID cycleId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select data, planned_seq, known_from from cycle
                where district_id = ? and cycle_id = ? and known_until = 'infinity'
                """)) {
            select.setString(1, at.districtId());
            select.setObject(2, cycleId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Standing(
                                CycleTable.read(row.getString(1)),
                                row.getLong(2),
                                row.getObject(3, OffsetDateTime.class))
                        : null;
            }
        }
    }

    private static void close(Connection connection, RecordedEvent at, UUID cycleId, OffsetDateTime from)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update cycle set known_until = ? where district_id = ? and cycle_id = ? and known_until = 'infinity'
                """)) {
            update.setObject(1, from);
            update.setString(2, at.districtId());
            update.setObject(3, cycleId);
            update.executeUpdate();
        }
    }

    private static void insert(
            Connection connection, RecordedEvent at, CycleRecord known, long plannedSeq, OffsetDateTime from)
            throws SQLException {
        CyclePlan plan = known.plan();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into cycle (district_id, cycle_id, version, planned_seq, known_from, known_until, state,
                    change_idea_id, rung, previous_cycle_id, aim_id, team_id, site_ids, owner, planned_start, planned_end,
                    started_on, decided_on, decision, data)
                values (?, ?, ?, ?, ?, 'infinity', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                """)) {
            insert.setString(1, at.districtId());
            insert.setObject(2, plan.cycleId());
            insert.setLong(3, at.streamVersion());
            insert.setLong(4, plannedSeq);
            insert.setObject(5, from);
            insert.setString(6, lower(known.state()));
            insert.setObject(7, plan.changeIdeaId());
            insert.setInt(8, plan.rung());
            insert.setObject(9, plan.previousCycleId());
            insert.setObject(10, plan.aimId());
            insert.setObject(11, plan.teamId());
            insert.setArray(12, connection.createArrayOf("text", plan.sites().toArray()));
            insert.setString(13, plan.owner());
            insert.setObject(14, plan.plannedStart());
            insert.setObject(15, plan.plannedEnd());
            insert.setObject(16, known.startedOn());
            insert.setObject(
                    17, known.decision() == null ? null : known.decision().decidedOn());
            insert.setString(
                    18, known.decision() == null ? null : lower(known.decision().decision()));
            insert.setString(19, json(known));
            insert.executeUpdate();
        }
    }

    private static void note(Connection connection, RecordedEvent at, CycleNoted noted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into cycle_note (district_id, cycle_id, version, note, noted_on, actor, recorded_at, kind)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, at.districtId());
            insert.setObject(2, noted.cycleId());
            insert.setLong(3, at.streamVersion());
            insert.setString(4, noted.note());
            insert.setObject(5, noted.on());
            insert.setString(6, at.actor());
            insert.setObject(7, at.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, lower(noted.kind() == null ? NoteKind.OBSERVATION : noted.kind()));
            insert.executeUpdate();
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
