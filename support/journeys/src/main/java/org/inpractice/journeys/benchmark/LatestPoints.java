package org.inpractice.journeys.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;

/** The latest value of each observation: about the smallest read table there is. */
final class LatestPoints implements Projection<PointEvent> {
    static final String TABLE = """
            create table latest_point (
                observation_id uuid primary key, district_id text not null, site_id text not null, period text not null,
                numerator numeric, denominator numeric)
            """;

    @Override
    public List<String> tables() {
        return List.of("latest_point");
    }

    @Override
    public void apply(Connection connection, List<Recorded<PointEvent>> events) throws SQLException {
        int size = events.size();
        UUID[] ids = new UUID[size];
        String[][] columns = new String[5][size];
        for (int i = 0; i < size; i++) {
            PointEvent.PointRecorded point =
                    (PointEvent.PointRecorded) events.get(i).event();
            ids[i] = point.observationId();
            columns[0][i] = events.get(i).envelope().districtId();
            columns[1][i] = point.siteId();
            columns[2][i] = point.period();
            columns[3][i] = point.numerator().toPlainString();
            columns[4][i] = point.denominator().toPlainString();
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into latest_point
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[])
                on conflict (observation_id) do update set
                    numerator = excluded.numerator, denominator = excluded.denominator
                """)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 2, connection.createArrayOf(i < 3 ? "text" : "numeric", columns[i]));
            }
            statement.executeUpdate();
        }
    }
}
