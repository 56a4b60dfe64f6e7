package org.inpractice.measurement.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Which started cycles something has happened to that can change their verdict, and what. All of its SQL is here. */
final class MovedCycles {
    /** The measures of a district's started cycles; one without any names none. */
    private static final String MEASURES = """
            select started.cycle_id, (measure->>'measureId')::uuid as measure_id, measure->>'role' as role,
                started.data->>'siteId' as site_id, coalesce(started.data->>'studentGroup', 'all') as student_group
            from followed_cycle started
            cross join lateral json_array_elements(
                case json_typeof(started.data->'measures') when 'array' then started.data->'measures' end) as measure
            where started.district_id = ? and started.step = 'started'
            """;

    private MovedCycles() {}

    /**
     * What moved a cycle.
     *
     * @param eventId null when the rules did, and not an event
     * @param traceparent of that event, or null
     */
    record Mover(UUID eventId, String traceparent) {}

    /** All started cycles: what other rules are a reason for. */
    static Map<UUID, Mover> all(Connection connection, String districtId) throws SQLException {
        Map<UUID, Mover> moved = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select cycle_id from followed_cycle where district_id = ? and step = 'started' order by district_seq
                """)) {
            statement.setString(1, districtId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    moved.put(row.getObject(1, UUID.class), new Mover(null, null));
                }
            }
        }
        return moved;
    }

    /** Cycles moved between two cursors, each with the event that moved it last; a step of a cycle goes before data. */
    static Map<UUID, Mover> between(Connection connection, String districtId, JudgingCursor from, JudgingCursor to)
            throws SQLException {
        Map<UUID, Mover> moved = bySteps(connection, districtId, from.followedSeq(), to.followedSeq());
        byData(connection, districtId, from.judgedSeq(), to.judgedSeq()).forEach(moved::putIfAbsent);
        return moved;
    }

    /** Cycles that started, were decided or given up, and those at work on the same outcome as one of them. */
    private static Map<UUID, Mover> bySteps(Connection connection, String districtId, long after, long upTo)
            throws SQLException {
        Map<UUID, Mover> moved = new LinkedHashMap<>();
        if (after >= upTo) {
            return moved;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                with step as (
                    select cycle_id, district_seq, event_id from followed_cycle
                    where district_id = ? and district_seq > ? and district_seq <= ? and step in ('started', 'decided', 'cancelled')
                ), outcome as (
                    select cycle_id, measure_id from (%s) as of_cycle where role = 'outcome'
                )
                select distinct on (cycle_id) cycle_id, event_id from (
                    select step.cycle_id, step.event_id, step.district_seq, 0 as distance from step
                    join followed_cycle started on started.district_id = ? and started.cycle_id = step.cycle_id
                        and started.step = 'started'
                    union all
                    select other.cycle_id, step.event_id, step.district_seq, 1 from step
                    join outcome mine on mine.cycle_id = step.cycle_id
                    join outcome other on other.measure_id = mine.measure_id and other.cycle_id <> step.cycle_id
                ) as mover
                order by cycle_id, distance, district_seq desc
                """.formatted(MEASURES))) {
            statement.setString(1, districtId);
            statement.setLong(2, after);
            statement.setLong(3, upTo);
            statement.setString(4, districtId);
            statement.setString(5, districtId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    moved.put(row.getObject(1, UUID.class), new Mover(row.getObject(2, UUID.class), null));
                }
            }
        }
        return moved;
    }

    /**
     * Cycles of which a series was told something. Looks at the series of cycles, not at the events since: a million
     * observations of other series cost nothing.
     */
    private static Map<UUID, Mover> byData(Connection connection, String districtId, long after, long upTo)
            throws SQLException {
        Map<UUID, Mover> moved = new LinkedHashMap<>();
        if (after >= upTo) {
            return moved;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                with watched as (%s), told as (
                    select cycle_id, (select max(told.district_seq) from observation told
                        where told.district_id = ? and told.measure_id = watched.measure_id
                            and told.site_id = watched.site_id and told.student_group = watched.student_group
                            and told.district_seq > ? and told.district_seq <= ?) as district_seq
                    from watched where site_id is not null
                    union all
                    select cycle_id, (select max(told.district_seq) from observation told
                        where told.district_id = ? and told.measure_id = watched.measure_id
                            and told.student_group = watched.student_group
                            and told.district_seq > ? and told.district_seq <= ?)
                    from watched where site_id is null
                )
                select moved.cycle_id, event.event_id, event.traceparent
                from (select cycle_id, max(district_seq) as district_seq from told group by cycle_id) as moved
                join event on event.district_id = ? and event.district_seq = moved.district_seq
                order by moved.district_seq, moved.cycle_id
                """.formatted(MEASURES))) {
            statement.setString(1, districtId);
            for (int i = 0; i < 2; i++) {
                statement.setString(3 * i + 2, districtId);
                statement.setLong(3 * i + 3, after);
                statement.setLong(3 * i + 4, upTo);
            }
            statement.setString(8, districtId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    moved.put(row.getObject(1, UUID.class), new Mover(row.getObject(2, UUID.class), row.getString(3)));
                }
            }
        }
        return moved;
    }
}
