package org.inpractice.measurement.site;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;

/** Keeps the table {@code site}: each site as it was last told. */
final class SiteProjection implements Projection<SiteEvent> {
    @Override
    public List<String> tables() {
        return List.of("site");
    }

    @Override
    public void apply(Connection connection, List<Recorded<SiteEvent>> events) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into site (district_id, site_id, version, name, closed_on) values (?, ?, ?, ?, ?)
                on conflict (district_id, site_id) do update set version = excluded.version, name = excluded.name,
                    closed_on = excluded.closed_on
                """)) {
            for (Recorded<SiteEvent> recorded : events) {
                upsert.setString(1, recorded.envelope().districtId());
                upsert.setString(2, recorded.event().siteId());
                upsert.setLong(3, recorded.envelope().streamVersion());
                upsert.setString(4, recorded.event().name());
                upsert.setObject(5, recorded.event().closedOn());
                upsert.executeUpdate();
            }
        }
    }
}
