package org.inpractice.learning.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.learning.Query;
import org.inpractice.learning.guard.GuardEvent.GuardSet;
import org.inpractice.learning.guard.GuardEvent.GuardWithdrawn;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code guard}: a row for each version of each guard. */
final class GuardProjection implements Projection<GuardEvent> {
    @Override
    public List<String> tables() {
        return List.of("guard");
    }

    @Override
    public void apply(Connection connection, List<Recorded<GuardEvent>> events) throws SQLException {
        for (Recorded<GuardEvent> recorded : events) {
            RecordedEvent envelope = recorded.envelope();
            Query.of(
                            "update guard set known_until = ? where district_id = ? and guard_id = ?"
                                    + " and known_until = 'infinity'",
                            envelope.recordedAt(),
                            envelope.districtId(),
                            recorded.event().guardId())
                    .run(connection);
            switch (recorded.event()) {
                case GuardSet set ->
                    Query.of(
                                    """
                                    insert into guard (district_id, guard_id, version, district_seq, known_from, cycle_id,
                                        measure_id, side, value, margin, watching, set_by)
                                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?)
                                    """,
                                    envelope.districtId(),
                                    set.guardId(),
                                    envelope.streamVersion(),
                                    envelope.districtSeq(),
                                    envelope.recordedAt(),
                                    set.cycleId(),
                                    set.measureId(),
                                    set.side().name(),
                                    set.value(),
                                    set.margin(),
                                    envelope.actor())
                            .run(connection);
                case GuardWithdrawn withdrawn ->
                    Query.of(
                                    """
                                    insert into guard (district_id, guard_id, version, district_seq, known_from, cycle_id,
                                        measure_id, side, value, margin, watching, set_by)
                                    select district_id, guard_id, ?, ?, ?, cycle_id, measure_id, side, value, margin, false, ?
                                    from guard where district_id = ? and guard_id = ? and version = ?
                                    """,
                                    envelope.streamVersion(),
                                    envelope.districtSeq(),
                                    envelope.recordedAt(),
                                    envelope.actor(),
                                    envelope.districtId(),
                                    withdrawn.guardId(),
                                    envelope.streamVersion() - 1)
                            .run(connection);
            }
        }
    }
}
