package org.inpractice.measurement.site;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.measurement.site.RegisterEvent.RegisterCompleted;
import org.inpractice.measurement.site.RegisterEvent.RegisterReopened;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;

/** Keeps the table {@code site_register}: the districts whose register is complete. */
final class RegisterProjection implements Projection<RegisterEvent> {
    @Override
    public List<String> tables() {
        return List.of("site_register");
    }

    @Override
    public void apply(Connection connection, List<Recorded<RegisterEvent>> events) throws SQLException {
        for (Recorded<RegisterEvent> recorded : events) {
            String sql = switch (recorded.event()) {
                case RegisterCompleted completed -> "insert into site_register (district_id) values (?)";
                case RegisterReopened reopened -> "delete from site_register where district_id = ?";
            };
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, recorded.envelope().districtId());
                statement.executeUpdate();
            }
        }
    }
}
