package org.inpractice.measurement.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackEvent.FeedbackChanged;
import org.inpractice.measurement.feedback.FeedbackEvent.SignalDetected;
import org.inpractice.measurement.feedback.FeedbackReport.Way;
import org.inpractice.measurement.feedback.VerdictChanges.Said;
import org.inpractice.measurement.feedback.VerdictChanges.SaidSignal;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the tables {@code judged_cycle} and {@code detected_signal}, and answers what was said of a cycle so far. */
final class JudgedProjection implements Projection<FeedbackEvent> {

    @Override
    public List<String> tables() {
        return List.of("judged_cycle", "detected_signal");
    }

    @Override
    public void apply(Connection connection, List<Recorded<FeedbackEvent>> events) throws SQLException {
        for (Recorded<FeedbackEvent> recorded : events) {
            switch (recorded.event()) {
                case FeedbackChanged changed -> changed(connection, recorded.envelope(), changed);
                case SignalDetected detected -> detected(connection, recorded.envelope(), detected);
            }
        }
    }

    private static void changed(Connection connection, RecordedEvent envelope, FeedbackChanged changed)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into judged_cycle (district_id, cycle_id, verdict, district_seq) values (?, ?, ?, ?)
                on conflict (district_id, cycle_id)
                do update set verdict = excluded.verdict, district_seq = excluded.district_seq
                """)) {
            statement.setString(1, envelope.districtId());
            statement.setObject(2, changed.cycleId());
            statement.setString(3, changed.verdict().name());
            statement.setLong(4, envelope.districtSeq());
            statement.executeUpdate();
        }
    }

    private static void detected(Connection connection, RecordedEvent envelope, SignalDetected detected)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into detected_signal (district_id, cycle_id, district_seq, measure_id, rule, way, first_period,
                    last_period)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            statement.setString(1, envelope.districtId());
            statement.setObject(2, detected.cycleId());
            statement.setLong(3, envelope.districtSeq());
            statement.setObject(4, detected.measureId());
            statement.setString(5, detected.rule());
            statement.setString(6, detected.way().name());
            statement.setString(7, detected.firstPeriod());
            statement.setString(8, detected.lastPeriod());
            statement.executeUpdate();
        }
    }

    /** What was said of a cycle so far. */
    static Said said(Connection connection, String districtId, UUID cycleId) throws SQLException {
        Verdict verdict = null;
        List<SaidSignal> signals = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select verdict, null::uuid, null, null, null, null from judged_cycle
                where district_id = ? and cycle_id = ?
                union all
                select null, measure_id, rule, way, first_period, last_period from detected_signal
                where district_id = ? and cycle_id = ?
                """)) {
            for (int i = 0; i < 2; i++) {
                statement.setString(2 * i + 1, districtId);
                statement.setObject(2 * i + 2, cycleId);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getString(1) != null) {
                        verdict = Verdict.valueOf(row.getString(1));
                    } else {
                        signals.add(new SaidSignal(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                Way.valueOf(row.getString(4)),
                                row.getString(5),
                                row.getString(6)));
                    }
                }
            }
        }
        return new Said(verdict, signals);
    }
}
