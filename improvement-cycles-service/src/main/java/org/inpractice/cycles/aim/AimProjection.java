package org.inpractice.cycles.aim;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code aim}: each aim as it was last put. */
public final class AimProjection implements Projection<AimEvent> {
    @Override
    public List<String> tables() {
        return List.of("aim");
    }

    @Override
    public void apply(Connection connection, List<Recorded<AimEvent>> events) throws SQLException {
        for (Recorded<AimEvent> recorded : events) {
            put(connection, recorded.envelope(), recorded.event());
        }
    }

    private static void put(Connection connection, RecordedEvent envelope, AimEvent aim) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into aim (district_id, aim_id, version, set_seq, statement, measure_id, direction, baseline,
                    target, population, site_ids, by_date, owner, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?)
                on conflict (district_id, aim_id) do update set version = excluded.version,
                    statement = excluded.statement, measure_id = excluded.measure_id, direction = excluded.direction,
                    baseline = excluded.baseline, target = excluded.target, population = excluded.population,
                    site_ids = excluded.site_ids, by_date = excluded.by_date, owner = excluded.owner,
                    changed_at = excluded.changed_at
                """)) {
            upsert.setString(1, envelope.districtId());
            upsert.setObject(2, aim.aimId());
            upsert.setLong(3, envelope.streamVersion());
            upsert.setLong(4, envelope.districtSeq());
            upsert.setString(5, aim.statement());
            upsert.setObject(6, aim.measureId());
            upsert.setString(7, aim.direction().name().toLowerCase(Locale.ROOT));
            upsert.setBigDecimal(8, aim.baseline());
            upsert.setBigDecimal(9, aim.target());
            upsert.setString(10, aim.population());
            upsert.setString(11, json(aim.siteIds()));
            upsert.setObject(12, aim.by());
            upsert.setString(13, aim.owner());
            upsert.setObject(14, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    private static String json(List<String> siteIds) {
        try {
            return EventJson.mapper().writeValueAsString(siteIds);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
