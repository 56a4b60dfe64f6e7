package org.inpractice.measurement.feedback;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackReport.LinkedFailure;
import org.inpractice.measurement.feedback.FollowedEvent.CycleCancelled;
import org.inpractice.measurement.feedback.FollowedEvent.CycleDecided;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStarted;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStudied;
import org.inpractice.stream.EventJson;

/**
 * What was known of a cycle at an instant.
 *
 * @param started null when it had not started
 * @param studied null when it had not been studied
 * @param decided null when nothing had been decided
 * @param endedOn the day it was decided, or given up; null while it goes on
 * @param fromSequence its first event in the cycles' stream of the district
 * @param toSequence its last event that was known and that feedback needs
 */
record FollowedCycle(
        CycleStarted started,
        CycleStudied studied,
        CycleDecided decided,
        LocalDate endedOn,
        long fromSequence,
        long toSequence) {

    private static final OffsetDateTime ALWAYS =
            LocalDate.of(9999, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC);

    /** The cycle; empty when nothing of it had arrived. */
    static Optional<FollowedCycle> find(Connection connection, String districtId, UUID cycleId, Instant asOf)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select district_seq, step, data from followed_cycle
                where district_id = ? and cycle_id = ? and recorded_at <= ? order by district_seq
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, cycleId);
            statement.setObject(3, end(asOf));
            try (ResultSet row = statement.executeQuery()) {
                return Optional.ofNullable(fold(row));
            }
        }
    }

    private static FollowedCycle fold(ResultSet row) throws SQLException {
        CycleStarted started = null;
        CycleStudied studied = null;
        CycleDecided decided = null;
        LocalDate ended = null;
        long first = 0;
        long last = 0;
        while (row.next()) {
            last = row.getLong(1);
            first = first == 0 ? last : first;
            switch (row.getString(2)) {
                case FollowedProjection.STARTED -> started = read(row.getString(3), CycleStarted.class);
                case FollowedProjection.STUDIED -> studied = read(row.getString(3), CycleStudied.class);
                case FollowedProjection.DECIDED -> {
                    decided = read(row.getString(3), CycleDecided.class);
                    ended = decided.decidedOn();
                }
                case FollowedProjection.CANCELLED ->
                    ended = read(row.getString(3), CycleCancelled.class).on();
                default -> {}
            }
        }
        return last == 0 ? null : new FollowedCycle(started, studied, decided, ended, first, last);
    }

    /** The failures and near-failures that name the cycle, oldest first. */
    static List<LinkedFailure> failures(Connection connection, String districtId, UUID cycleId, Instant asOf)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select failure_id, kind, happened_at, event_id,
                    case when reviewed_recorded_at <= ? then reviewed_on end
                from followed_failure
                where district_id = ? and cycle_id = ? and reported_recorded_at <= ?
                order by reported_recorded_at, failure_id limit 100
                """)) {
            statement.setObject(1, end(asOf));
            statement.setString(2, districtId);
            statement.setObject(3, cycleId);
            statement.setObject(4, end(asOf));
            List<LinkedFailure> failures = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    failures.add(new LinkedFailure(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(5, LocalDate.class),
                            row.getObject(4, UUID.class)));
                }
            }
            return failures;
        }
    }

    static OffsetDateTime end(Instant asOf) {
        return asOf == null ? ALWAYS : asOf.atOffset(ZoneOffset.UTC);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("followed_cycle holds a " + type.getSimpleName() + " it did not write", e);
        }
    }
}
