package org.inpractice.learning.factor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.learning.Query;
import org.inpractice.learning.factor.FactorEvent.FactorAdded;
import org.inpractice.learning.factor.FactorEvent.FactorRetired;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code factor}. */
final class FactorProjection implements Projection<FactorEvent> {
    @Override
    public List<String> tables() {
        return List.of("factor");
    }

    @Override
    public void apply(Connection connection, List<Recorded<FactorEvent>> events) throws SQLException {
        for (Recorded<FactorEvent> recorded : events) {
            RecordedEvent envelope = recorded.envelope();
            switch (recorded.event()) {
                case FactorAdded added ->
                    Query.of(
                                    "insert into factor (district_id, code, name, question, added_by, known_from)"
                                            + " values (?, ?, ?, ?, ?, ?)",
                                    envelope.districtId(),
                                    added.code(),
                                    added.name(),
                                    added.question(),
                                    envelope.actor(),
                                    envelope.recordedAt())
                            .run(connection);
                case FactorRetired retired ->
                    Query.of(
                                    "update factor set known_until = ? where district_id = ? and code = ?",
                                    envelope.recordedAt(),
                                    envelope.districtId(),
                                    retired.code())
                            .run(connection);
            }
        }
    }
}
