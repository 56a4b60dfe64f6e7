package org.inpractice.measurement.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.disclosure.CellKey;

/**
 * What was told of a cell at one time.
 *
 * @param status null when it was withdrawn
 */
record Told(
        CellKey key,
        LocalDate periodStart,
        long version,
        long districtSeq,
        Instant recordedAt,
        ObservationStatus status,
        Numbers numbers) {
    /**
     * All that was ever told of some periods, of every site and group, in the order of events; each cell is found by a step
     * down the index.
     *
     * @param lastSequence what came later is not seen
     */
    static List<Told> of(
            Connection connection, String districtId, UUID measureId, Collection<LocalDate> periods, long lastSequence)
            throws SQLException {
        List<Told> told = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                with recursive series as (
                    (select site_id, student_group from observation
                    where district_id = ? and measure_id = ? order by site_id, student_group limit 1)
                    union all
                    select next.* from series cross join lateral (
                        select o.site_id, o.student_group from observation o
                        where o.district_id = ? and o.measure_id = ?
                            and (o.site_id, o.student_group) > (series.site_id, series.student_group)
                        order by o.site_id, o.student_group limit 1) next
                )
                select version.site_id, version.student_group, period_start, version, district_seq, recorded_at, status,
                    amount, denominator, group_size
                from series cross join unnest(?::date[]) as p(start) cross join lateral (
                    select * from observation o
                    where (o.district_id, o.measure_id, o.site_id, o.student_group, o.period_start)
                            = (?, ?, series.site_id, series.student_group, p.start) and o.district_seq <= ?
                    offset 0) version
                order by district_seq
                """)) {
            for (int i = 0; i < 2; i++) {
                statement.setString(2 * i + 1, districtId);
                statement.setObject(2 * i + 2, measureId);
            }
            statement.setArray(
                    5,
                    DisclosureTable.array(connection, "date", periods.stream().map(LocalDate::toString)));
            statement.setString(6, districtId);
            statement.setObject(7, measureId);
            statement.setLong(8, lastSequence);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String status = row.getString(7);
                    told.add(new Told(
                            new CellKey(row.getString(1), row.getString(2)),
                            row.getObject(3, LocalDate.class),
                            row.getLong(4),
                            row.getLong(5),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            status.equals(ObservationProjection.WITHDRAWN) ? null : ObservationStatus.valueOf(status),
                            new Numbers(row.getBigDecimal(8), row.getBigDecimal(9), row.getObject(10, Long.class))));
                }
            }
        }
        return told;
    }
}
