package org.inpractice.cycles.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.cycles.feedback.ToldEvent.FeedbackChanged;
import org.inpractice.cycles.feedback.ToldEvent.MeasureDefined;
import org.inpractice.cycles.feedback.ToldEvent.OfPoint;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/**
 * Keeps what measurement-service told as version rows. Its {@code recorded_at} never decreases along a district's sequence,
 * so each row is known from its own event on, until that of the next.
 */
final class ToldProjection implements Projection<ToldEvent> {
    private final EventCodec<ToldEvent> codec;

    /** With the codec that reads the topic; the rows keep just what it keeps. */
    ToldProjection(EventCodec<ToldEvent> codec) {
        this.codec = codec;
    }

    @Override
    public List<String> tables() {
        return List.of("told_verdict", "told_measure", "told_point");
    }

    @Override
    public void apply(Connection connection, List<Recorded<ToldEvent>> events) throws SQLException {
        List<Recorded<ToldEvent>> points = new ArrayList<>();
        for (Recorded<ToldEvent> recorded : events) {
            switch (recorded.event()) {
                case FeedbackChanged changed -> verdict(connection, recorded.envelope(), changed);
                case MeasureDefined defined -> measure(connection, recorded.envelope(), defined);
                case OfPoint point -> points.add(recorded);
            }
        }
        if (!points.isEmpty()) {
            new PointRows(connection).add(points);
        }
    }

    private void verdict(Connection connection, RecordedEvent at, FeedbackChanged changed) throws SQLException {
        try (PreparedStatement close = connection.prepareStatement("""
                update told_verdict set known_until = ?
                where district_id = ? and cycle_id = ? and known_until = 'infinity'
                """)) {
            close.setObject(1, at.recordedAt().atOffset(ZoneOffset.UTC));
            close.setString(2, at.districtId());
            close.setObject(3, changed.cycleId());
            close.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into told_verdict (district_id, cycle_id, district_seq, known_from, known_until, event_id, verdict,
                    data)
                values (?, ?, ?, ?, 'infinity', ?, ?, ?::json)
                """)) {
            insert.setString(1, at.districtId());
            insert.setObject(2, changed.cycleId());
            insert.setLong(3, at.districtSeq());
            insert.setObject(4, at.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(5, at.eventId());
            insert.setString(6, changed.verdict());
            insert.setString(7, codec.write(changed));
            insert.executeUpdate();
        }
    }

    private static void measure(Connection connection, RecordedEvent at, MeasureDefined defined) throws SQLException {
        Instant knownFrom = at.recordedAt();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into told_measure (district_id, measure_id, name, value_type, unit, better, period, known_from)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)) {
            insert.setString(1, at.districtId());
            insert.setObject(2, defined.measureId());
            insert.setString(3, defined.name());
            insert.setString(4, defined.valueType());
            insert.setString(5, defined.unit());
            insert.setString(6, defined.direction());
            insert.setString(7, defined.period());
            insert.setObject(8, knownFrom.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
