package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What is asked of the table {@code observation}. */
public final class ObservationTable {
    private ObservationTable() {}

    /** A series of a district: what a chart shows. */
    public record Series(String districtId, UUID measureId, String siteId, String studentGroup) {
        /** The key of its observation of a period. */
        public ObservationKey key(LocalDate periodStart) {
            return new ObservationKey(districtId, measureId, siteId, studentGroup, periodStart);
        }
    }

    /**
     * A point of a series.
     *
     * @param districtSeq the number of the event that told it
     */
    public record Point(
            LocalDate periodStart,
            long version,
            long districtSeq,
            Instant recordedAt,
            ObservationStatus status,
            Numbers numbers) {}

    /** Site and student group of a series. */
    public record SeriesKey(String siteId, String studentGroup) {}

    /** How an observation stands now. */
    record Present(long version, Observation observation) {}

    /** How the observations of some keys stand now, in one round trip; those never told of are missing. */
    static Map<ObservationKey, Present> present(Connection connection, Collection<ObservationKey> keys)
            throws SQLException {
        Map<ObservationKey, Present> present = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select k.district_id, k.measure_id, k.site_id, k.student_group, k.period_start,
                    newest.version, newest.status, newest.amount, newest.denominator, newest.group_size
                from unnest(?, ?::uuid[], ?, ?, ?::date[])
                    as k(district_id, measure_id, site_id, student_group, period_start)
                cross join lateral (
                    select version, status, amount, denominator, group_size from observation o
                    where (o.district_id, o.measure_id, o.site_id, o.student_group, o.period_start)
                        = (k.district_id, k.measure_id, k.site_id, k.student_group, k.period_start)
                    order by version desc limit 1) newest
                """)) {
            statement.setArray(1, texts(connection, keys, ObservationKey::districtId));
            statement.setArray(2, column(connection, "uuid", keys, ObservationKey::measureId));
            statement.setArray(3, texts(connection, keys, ObservationKey::siteId));
            statement.setArray(4, texts(connection, keys, ObservationKey::studentGroup));
            statement.setArray(
                    5, column(connection, "date", keys, key -> key.periodStart().toString()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ObservationKey key = new ObservationKey(
                            row.getString(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, LocalDate.class));
                    present.put(key, new Present(row.getLong(6), observation(row.getString(7), numbers(row, 8))));
                }
            }
        }
        return present;
    }

    /**
     * Points of a series in the order of their periods, each as it was known at a sequence number; what was withdrawn by
     * then is missing.
     *
     * @param from periods that start on this day or later
     * @param to periods that start on this day or earlier
     * @param lastSequence what came later is not seen
     */
    public static List<Point> points(
            Connection connection, Series series, LocalDate from, LocalDate to, long lastSequence, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select period_start, version, district_seq, recorded_at, status, amount, denominator, group_size
                from (select distinct on (period_start)
                        period_start, version, district_seq, recorded_at, status, amount, denominator, group_size
                    from observation
                    where district_id = ? and measure_id = ? and site_id = ? and student_group = ?
                        and period_start between ? and ? and district_seq <= ?
                    order by period_start, version desc) as newest
                where status <> 'WITHDRAWN'
                order by period_start limit ?
                """)) {
            statement.setString(1, series.districtId());
            statement.setObject(2, series.measureId());
            statement.setString(3, series.siteId());
            statement.setString(4, series.studentGroup());
            statement.setObject(5, from);
            statement.setObject(6, to);
            statement.setLong(7, lastSequence);
            statement.setInt(8, limit);
            List<Point> points = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    points.add(new Point(
                            row.getObject(1, LocalDate.class),
                            row.getLong(2),
                            row.getLong(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            ObservationStatus.valueOf(row.getString(5)),
                            numbers(row, 6)));
                }
            }
            return points;
        }
    }

    /** Which series a measure has or had, after one of them; each is found by one step down the index. */
    static List<SeriesKey> seriesKeys(
            Connection connection, String districtId, UUID measureId, SeriesKey after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with recursive series as (
                    (select site_id, student_group from observation
                    where district_id = ? and measure_id = ? and (site_id, student_group) > (?, ?)
                    order by site_id, student_group limit 1)
                    union all
                    select next.* from series cross join lateral (
                        select o.site_id, o.student_group from observation o
                        where o.district_id = ? and o.measure_id = ?
                            and (o.site_id, o.student_group) > (series.site_id, series.student_group)
                        order by o.site_id, o.student_group limit 1) next
                )
                select site_id, student_group from series limit ?
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, measureId);
            statement.setString(3, after.siteId());
            statement.setString(4, after.studentGroup());
            statement.setString(5, districtId);
            statement.setObject(6, measureId);
            statement.setInt(7, limit);
            List<SeriesKey> keys = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.add(new SeriesKey(row.getString(1), row.getString(2)));
                }
            }
            return keys;
        }
    }

    private static Observation observation(String status, Numbers numbers) {
        return status.equals(ObservationProjection.WITHDRAWN)
                ? new Observation(Observation.Stage.WITHDRAWN, null, numbers, null)
                : new Observation(Observation.Stage.TOLD, ObservationStatus.valueOf(status), numbers, null);
    }

    private static Numbers numbers(ResultSet row, int first) throws SQLException {
        BigDecimal amount = row.getBigDecimal(first);
        return new Numbers(amount, row.getBigDecimal(first + 1), row.getObject(first + 2, Long.class));
    }

    private static java.sql.Array texts(
            Connection connection, Collection<ObservationKey> keys, Function<ObservationKey, String> part)
            throws SQLException {
        return connection.createArrayOf("text", keys.stream().map(part).toArray(String[]::new));
    }

    private static java.sql.Array column(
            Connection connection, String type, Collection<ObservationKey> keys, Function<ObservationKey, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, keys.stream().map(part).toArray());
    }
}
