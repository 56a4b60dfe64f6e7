package org.inpractice.measurement.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.inpractice.measurement.measure.MeasureEvent.MeasureDefined;
import org.inpractice.measurement.measure.MeasureEvent.MeasureRevised;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code measure}. */
final class MeasureProjection implements Projection<MeasureEvent> {
    @Override
    public List<String> tables() {
        return List.of("measure");
    }

    @Override
    public void apply(Connection connection, List<Recorded<MeasureEvent>> events) throws SQLException {
        for (Recorded<MeasureEvent> recorded : events) {
            switch (recorded.event()) {
                case MeasureDefined defined -> insert(connection, recorded.envelope(), defined);
                case MeasureRevised revised -> update(connection, recorded.envelope(), revised);
            }
        }
    }

    private static void insert(Connection connection, RecordedEvent envelope, MeasureDefined defined)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into measure (district_id, measure_id, version, name, kind, value_type, unit, direction, period,
                    owner, description, counts_people, defined_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            statement.setString(1, envelope.districtId());
            statement.setObject(2, defined.measureId());
            statement.setLong(3, envelope.streamVersion());
            statement.setString(4, defined.name());
            statement.setString(5, defined.kind().name());
            statement.setString(6, defined.valueType().name());
            statement.setString(7, defined.unit());
            statement.setString(8, defined.direction().name());
            statement.setString(9, defined.period().name());
            statement.setString(10, defined.owner());
            statement.setString(11, defined.description());
            statement.setBoolean(12, defined.countsPeople());
            statement.setObject(13, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static void update(Connection connection, RecordedEvent envelope, MeasureRevised revised)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update measure set version = ?, name = ?, owner = ?, description = ?
                where district_id = ? and measure_id = ?
                """)) {
            statement.setLong(1, envelope.streamVersion());
            statement.setString(2, revised.name());
            statement.setString(3, revised.owner());
            statement.setString(4, revised.description());
            statement.setString(5, envelope.districtId());
            statement.setObject(6, revised.measureId());
            statement.executeUpdate();
        }
    }
}
