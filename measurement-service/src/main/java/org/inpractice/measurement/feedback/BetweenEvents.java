package org.inpractice.measurement.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackReport.OverlappingCycle;

/** Reads the events between two reports that can have changed what the report says. All of the SQL of changes is here. */
final class BetweenEvents {
    /** The same bound as a series has: no comparison of reports can grow without end. */
    private static final int MOST_EVENTS = 22_000;

    private BetweenEvents() {}

    /**
     * Something that happened to an observation.
     *
     * @param type as published, for example {@code improvement.observation.corrected}
     */
    record OfObservation(
            UUID measureId, LocalDate periodStart, String type, long sequence, UUID eventId, Instant recordedAt) {}

    /** A step of a cycle: planned, started, studied or decided. */
    record OfCycle(UUID cycleId, String step, long sequence, UUID eventId, Instant recordedAt) {}

    /**
     * A failure that was reported, or reviewed, in between.
     *
     * @param eventId of the report
     * @param reviewed whether this is about its review
     */
    record OfFailure(UUID failureId, String kind, boolean reviewed, UUID eventId, Instant recordedAt) {}

    /** What happened to the observations of some series after one sequence number and up to another. */
    static List<OfObservation> ofObservations(
            Connection connection,
            String districtId,
            List<MeasuredSeries> series,
            String studentGroup,
            long after,
            long upTo)
            throws SQLException {
        List<MeasuredSeries> told =
                series.stream().filter(one -> one.siteId() != null).toList();
        List<OfObservation> events = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select distinct o.measure_id, o.period_start, e.event_type, o.district_seq, e.event_id, o.recorded_at
                from unnest(?::uuid[], ?::text[]) as s(measure_id, site_id)
                join observation o on o.district_id = ? and o.measure_id = s.measure_id and o.site_id = s.site_id
                    and o.student_group = ? and o.district_seq > ? and o.district_seq <= ?
                join event e on (e.district_id, e.district_seq) = (o.district_id, o.district_seq)
                order by o.district_seq limit ?
                """)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", told.stream().map(MeasuredSeries::measureId).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", told.stream().map(MeasuredSeries::siteId).toArray()));
            statement.setString(3, districtId);
            statement.setString(4, studentGroup);
            statement.setLong(5, after);
            statement.setLong(6, upTo);
            statement.setInt(7, MOST_EVENTS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(new OfObservation(
                            row.getObject(1, UUID.class),
                            row.getObject(2, LocalDate.class),
                            row.getString(3),
                            row.getLong(4),
                            row.getObject(5, UUID.class),
                            instant(row, 6)));
                }
            }
        }
        return events;
    }

    /** The steps of a cycle, and of those that overlap with it, recorded after one instant and up to another. */
    static List<OfCycle> ofCycles(
            Connection connection,
            String districtId,
            UUID cycleId,
            List<OverlappingCycle> overlapping,
            Instant after,
            Instant upTo)
            throws SQLException {
        List<UUID> cycles = new ArrayList<>(List.of(cycleId));
        overlapping.forEach(other -> cycles.add(other.cycleId()));
        List<OfCycle> events = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select cycle_id, step, district_seq, event_id, recorded_at from followed_cycle
                where district_id = ? and cycle_id = any (?) and recorded_at > ? and recorded_at <= ?
                order by district_seq
                """)) {
            statement.setString(1, districtId);
            statement.setArray(2, connection.createArrayOf("uuid", cycles.toArray()));
            statement.setObject(3, FollowedCycle.end(after));
            statement.setObject(4, FollowedCycle.end(upTo));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(new OfCycle(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getLong(3),
                            row.getObject(4, UUID.class),
                            instant(row, 5)));
                }
            }
        }
        return events;
    }

    /** Failures that name the cycle, reported or reviewed after one instant and up to another. */
    static List<OfFailure> ofFailures(
            Connection connection, String districtId, UUID cycleId, Instant after, Instant upTo) throws SQLException {
        List<OfFailure> events = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select failure_id, kind, reviewed, event_id, at from (
                    select failure_id, kind, false as reviewed, event_id, reported_recorded_at as at
                    from followed_failure where district_id = ? and cycle_id = ?
                    union all
                    select failure_id, kind, true, event_id, reviewed_recorded_at
                    from followed_failure where district_id = ? and cycle_id = ?) as steps
                where at > ? and at <= ? order by at, failure_id, reviewed limit ?
                """)) {
            for (int i = 0; i < 2; i++) {
                statement.setString(2 * i + 1, districtId);
                statement.setObject(2 * i + 2, cycleId);
            }
            statement.setObject(5, FollowedCycle.end(after));
            statement.setObject(6, FollowedCycle.end(upTo));
            statement.setInt(7, MOST_EVENTS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(new OfFailure(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getBoolean(3),
                            row.getObject(4, UUID.class),
                            instant(row, 5)));
                }
            }
        }
        return events;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
