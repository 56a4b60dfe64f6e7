package org.inpractice.measurement.disclosure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.measurement.disclosure.ThresholdEvent.ThresholdSet;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;

/** Keeps the table {@code suppression_threshold}. */
final class ThresholdProjection implements Projection<ThresholdEvent> {
    @Override
    public List<String> tables() {
        return List.of("suppression_threshold");
    }

    @Override
    public void apply(Connection connection, List<Recorded<ThresholdEvent>> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into suppression_threshold (district_id, from_seq, version, fewer_than) values (?, ?, ?, ?)
                """)) {
            for (Recorded<ThresholdEvent> recorded : events) {
                switch (recorded.event()) {
                    case ThresholdSet set -> {
                        statement.setString(1, recorded.envelope().districtId());
                        statement.setLong(2, recorded.envelope().districtSeq());
                        statement.setLong(3, recorded.envelope().streamVersion());
                        statement.setInt(4, set.fewerThan());
                        statement.executeUpdate();
                    }
                }
            }
        }
    }
}
