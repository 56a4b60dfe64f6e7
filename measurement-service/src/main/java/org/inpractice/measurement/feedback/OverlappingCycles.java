package org.inpractice.measurement.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackReport.OverlappingCycle;
import org.inpractice.measurement.feedback.FollowedEvent.CycleMeasure;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStarted;
import org.inpractice.stream.EventJson;

/** Which other cycles were at work on the same outcomes at the same place and time. */
final class OverlappingCycles {
    /** So many names tell enough: the outcome is anybody's then. */
    private static final int MOST_CYCLES = 100;

    private OverlappingCycles() {}

    /**
     * The others, the first started first, as known at an instant.
     *
     * @param endedOn the day it was decided, or given up; null while the cycle goes on
     */
    static List<OverlappingCycle> of(
            Connection connection, String districtId, CycleStarted cycle, LocalDate endedOn, Instant asOf)
            throws SQLException {
        List<UUID> outcomes = outcomes(cycle);
        List<OverlappingCycle> overlapping = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select started.data, coalesce(ended.data->>'decidedOn', ended.data->>'on'), started.event_id
                from followed_cycle started
                left join followed_cycle ended on (ended.district_id, ended.cycle_id)
                    = (started.district_id, started.cycle_id) and ended.step in ('decided', 'cancelled')
                    and ended.recorded_at <= ?
                where started.district_id = ? and started.step = 'started' and started.recorded_at <= ?
                    and started.cycle_id <> ?
                    and started.data->>'startedOn' is not null
                    and exists (select from json_array_elements(
                            case json_typeof(started.data->'measures') when 'array' then started.data->'measures'
                            end) measure
                        where measure->>'role' = 'outcome' and measure->>'measureId' = any (?))
                order by started.data->>'startedOn', started.cycle_id limit ?
                """)) {
            statement.setObject(1, FollowedCycle.end(asOf));
            statement.setString(2, districtId);
            statement.setObject(3, FollowedCycle.end(asOf));
            statement.setObject(4, cycle.cycleId());
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "text", outcomes.stream().map(UUID::toString).toArray()));
            statement.setInt(6, MOST_CYCLES);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    CycleStarted other = read(row.getString(1));
                    LocalDate ended = row.getString(2) == null ? null : LocalDate.parse(row.getString(2));
                    if (overlap(cycle, endedOn, other, ended)) {
                        overlapping.add(overlapping(outcomes, other, ended, row.getObject(3, UUID.class)));
                    }
                }
            }
        }
        return overlapping;
    }

    /**
     * Whether two cycles meet in place, student group and time. A cycle of the whole district, or of all students, meets
     * everyone of its own; one that begins on the day the other is decided follows it.
     */
    static boolean overlap(CycleStarted one, LocalDate oneEnded, CycleStarted other, LocalDate otherEnded) {
        return (one.siteId() == null || other.siteId() == null || one.siteId().equals(other.siteId()))
                && meet(one.studentGroup(), other.studentGroup())
                && (oneEnded == null || other.startedOn().isBefore(oneEnded))
                && (otherEnded == null || one.startedOn().isBefore(otherEnded));
    }

    private static boolean meet(String group, String otherGroup) {
        return isAll(group) || isAll(otherGroup) || Objects.equals(group, otherGroup);
    }

    private static boolean isAll(String group) {
        return group == null || group.equals("all");
    }

    private static OverlappingCycle overlapping(
            List<UUID> outcomes, CycleStarted other, LocalDate ended, UUID eventId) {
        return new OverlappingCycle(
                other.cycleId(),
                other.changeIdea(),
                other.siteId(),
                other.startedOn(),
                ended,
                outcomes(other).stream().filter(outcomes::contains).toList(),
                eventId);
    }

    private static List<UUID> outcomes(CycleStarted cycle) {
        return cycle.measures() == null
                ? List.of()
                : cycle.measures().stream()
                        .filter(CycleMeasure::isOutcome)
                        .map(CycleMeasure::measureId)
                        .toList();
    }

    private static CycleStarted read(String json) {
        try {
            return EventJson.mapper().readValue(json, CycleStarted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("followed_cycle holds a start it did not write", e);
        }
    }
}
