package org.inpractice.measurement.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.inpractice.measurement.feedback.FollowedEvent.CycleCancelled;
import org.inpractice.measurement.feedback.FollowedEvent.CycleDecided;
import org.inpractice.measurement.feedback.FollowedEvent.CyclePlanRevised;
import org.inpractice.measurement.feedback.FollowedEvent.CyclePlanned;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStarted;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStudied;
import org.inpractice.measurement.feedback.FollowedEvent.FailureReported;
import org.inpractice.measurement.feedback.FollowedEvent.FailureReviewed;
import org.inpractice.measurement.feedback.FollowedEvent.OfCycle;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the tables {@code followed_cycle} and {@code followed_failure}: what other services told about cycles. */
final class FollowedProjection implements Projection<FollowedEvent> {
    static final String PLANNED = "planned";
    static final String REVISED = "revised";
    static final String STARTED = "started";
    static final String STUDIED = "studied";
    static final String DECIDED = "decided";
    static final String CANCELLED = "cancelled";

    private final EventCodec<FollowedEvent> codec;

    /** With the codec that reads the topics; the rows keep just what it keeps. */
    FollowedProjection(EventCodec<FollowedEvent> codec) {
        this.codec = codec;
    }

    @Override
    public List<String> tables() {
        return List.of("followed_cycle", "followed_failure");
    }

    @Override
    public void apply(Connection connection, List<Recorded<FollowedEvent>> events) throws SQLException {
        for (Recorded<FollowedEvent> recorded : events) {
            switch (recorded.event()) {
                case CyclePlanned planned -> step(connection, recorded.envelope(), PLANNED, planned);
                case CyclePlanRevised revised -> step(connection, recorded.envelope(), REVISED, revised);
                case CycleStarted started -> step(connection, recorded.envelope(), STARTED, started);
                case CycleStudied studied -> step(connection, recorded.envelope(), STUDIED, studied);
                case CycleDecided decided -> step(connection, recorded.envelope(), DECIDED, decided);
                case CycleCancelled cancelled -> step(connection, recorded.envelope(), CANCELLED, cancelled);
                case FailureReported reported -> reported(connection, recorded.envelope(), reported);
                case FailureReviewed reviewed -> reviewed(connection, recorded.envelope(), reviewed);
            }
        }
    }

    private void step(Connection connection, RecordedEvent envelope, String step, OfCycle event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into followed_cycle (district_id, cycle_id, district_seq, event_id, recorded_at, step, data)
                values (?, ?, ?, ?, ?, ?, ?::json)
                """)) {
            statement.setString(1, envelope.districtId());
            statement.setObject(2, event.cycleId());
            statement.setLong(3, envelope.districtSeq());
            statement.setObject(4, envelope.eventId());
            statement.setObject(5, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(6, step);
            statement.setString(7, codec.write(event));
            statement.executeUpdate();
        }
    }

    private static void reported(Connection connection, RecordedEvent envelope, FailureReported reported)
            throws SQLException {
        if (reported.cycleId() == null) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into followed_failure (district_id, failure_id, cycle_id, event_id, reported_recorded_at, kind,
                    happened_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            statement.setString(1, envelope.districtId());
            statement.setObject(2, reported.failureId());
            statement.setObject(3, reported.cycleId());
            statement.setObject(4, envelope.eventId());
            statement.setObject(5, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(6, reported.kind());
            statement.setString(7, reported.happenedAt());
            statement.executeUpdate();
        }
    }

    /** No row when the failure names no cycle. */
    private static void reviewed(Connection connection, RecordedEvent envelope, FailureReviewed reviewed)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update followed_failure set reviewed_on = ?, reviewed_recorded_at = ?
                where district_id = ? and failure_id = ? and reviewed_on is null
                """)) {
            statement.setObject(1, reviewed.reviewedOn());
            statement.setObject(2, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(3, envelope.districtId());
            statement.setObject(4, reviewed.failureId());
            statement.executeUpdate();
        }
    }
}
