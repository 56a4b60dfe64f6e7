package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.inpractice.cycles.cycle.CycleEvent.CycleDecided;
import org.inpractice.cycles.cycle.CycleEvent.CycleNoted;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanRevised;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanned;
import org.inpractice.cycles.cycle.CycleEvent.CycleStarted;
import org.inpractice.cycles.cycle.CycleEvent.CycleStudied;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the tables {@code cycle} and {@code cycle_note}: each cycle as it stands, with what was written down. */
public final class CycleProjection implements Projection<CycleEvent> {
    @Override
    public List<String> tables() {
        return List.of("cycle", "cycle_note");
    }

    @Override
    public void apply(Connection connection, List<Recorded<CycleEvent>> events) throws SQLException {
        for (Recorded<CycleEvent> recorded : events) {
            RecordedEvent at = recorded.envelope();
            switch (recorded.event()) {
                case CyclePlanned planned -> put(connection, at, planned.plan());
                case CyclePlanRevised revised -> put(connection, at, revised.plan());
                case CycleStarted started ->
                    move(connection, at, started, "state = 'started', started_on = ?", started.startedOn());
                case CycleNoted noted -> {
                    note(connection, at, noted);
                    move(connection, at, noted, "state = 'started'");
                }
                case CycleStudied studied ->
                    move(connection, at, studied, "state = 'studied', study = ?::json", json(studied));
                case CycleDecided decided ->
                    move(
                            connection,
                            at,
                            decided,
                            "state = 'decided', decision = ?, rationale = ?, decided_on = ?, adapted_in = ?",
                            decided.decision().name().toLowerCase(Locale.ROOT),
                            decided.rationale(),
                            decided.decidedOn(),
                            decided.nextCycleId());
            }
        }
    }

    private static void put(Connection connection, RecordedEvent at, CyclePlan plan) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into cycle (district_id, cycle_id, version, planned_seq, state, change_idea_id, change_idea, rung,
                    previous_cycle_id, aim_id, objective, prediction, measures, site_id, student_group, planned_start,
                    planned_end, owner, changed_at)
                values (?, ?, ?, ?, 'planned', ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?, ?, ?, ?, ?, ?)
                on conflict (district_id, cycle_id) do update set version = excluded.version,
                    change_idea = excluded.change_idea, aim_id = excluded.aim_id, objective = excluded.objective,
                    prediction = excluded.prediction, measures = excluded.measures, site_id = excluded.site_id,
                    student_group = excluded.student_group, planned_start = excluded.planned_start,
                    planned_end = excluded.planned_end, owner = excluded.owner, changed_at = excluded.changed_at
                """)) {
            upsert.setString(1, at.districtId());
            upsert.setObject(2, plan.cycleId());
            upsert.setLong(3, at.streamVersion());
            upsert.setLong(4, at.districtSeq());
            upsert.setObject(5, plan.changeIdeaId());
            upsert.setString(6, plan.changeIdea());
            upsert.setInt(7, plan.rung());
            upsert.setObject(8, plan.previousCycleId());
            upsert.setObject(9, plan.aimId());
            upsert.setString(10, plan.objective());
            upsert.setString(11, plan.prediction() == null ? null : json(plan.prediction()));
            upsert.setString(12, json(plan.measures()));
            upsert.setString(13, plan.siteId());
            upsert.setString(14, plan.studentGroup());
            upsert.setObject(15, plan.plannedStart());
            upsert.setObject(16, plan.plannedEnd());
            upsert.setString(17, plan.owner());
            upsert.setObject(18, at.recordedAt().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    private static void move(
            Connection connection, RecordedEvent at, CycleEvent event, String assignments, Object... values)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update cycle set " + assignments
                + ", version = ?, changed_at = ? where district_id = ? and cycle_id = ?")) {
            int index = 1;
            for (Object value : values) {
                update.setObject(index++, value);
            }
            update.setLong(index++, at.streamVersion());
            update.setObject(index++, at.recordedAt().atOffset(ZoneOffset.UTC));
            update.setString(index++, at.districtId());
            update.setObject(index, event.cycleId());
            update.executeUpdate();
        }
    }

    private static void note(Connection connection, RecordedEvent at, CycleNoted noted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into cycle_note (district_id, cycle_id, version, note, noted_on, actor, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, at.districtId());
            insert.setObject(2, noted.cycleId());
            insert.setLong(3, at.streamVersion());
            insert.setString(4, noted.note());
            insert.setObject(5, noted.on());
            insert.setString(6, at.actor());
            insert.setObject(7, at.recordedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
