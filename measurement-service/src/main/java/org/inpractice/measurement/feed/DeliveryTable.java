package org.inpractice.measurement.feed;

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

/** What is asked of the table {@code feed_delivery}. */
final class DeliveryTable {
    private DeliveryTable() {}

    /** How a delivery stands now. */
    record Present(long version, Delivery delivery) {}

    /** A delivery that is late. */
    record Late(Delivery.Subject subject, Instant lateSince) {}

    /** Where a page of late deliveries ends. */
    record After(LocalDate dueOn, UUID measureId, String siteId, LocalDate periodStart) {
        static final After NOTHING = new After(LocalDate.of(1, 1, 1), new UUID(0, 0), "", LocalDate.of(1, 1, 1));
    }

    /** How deliveries stand now; those of which nothing was said are missing. One round trip. */
    static Map<DeliveryKey, Present> present(Connection connection, Collection<DeliveryKey> keys) throws SQLException {
        Map<DeliveryKey, Present> present = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select d.district_id, d.feed_id, d.measure_id, d.site_id, d.period_start, d.version, d.arrived_at
                from unnest(?, ?::uuid[], ?::uuid[], ?, ?::date[])
                    as k(district_id, feed_id, measure_id, site_id, period_start)
                cross join lateral (
                    select * from feed_delivery f
                    where (f.district_id, f.feed_id, f.measure_id, f.site_id, f.period_start)
                        = (k.district_id, k.feed_id, k.measure_id, k.site_id, k.period_start)
                    limit 1) d
                """)) {
            statement.setArray(1, column(connection, "text", keys, DeliveryKey::districtId));
            statement.setArray(2, column(connection, "uuid", keys, DeliveryKey::feedId));
            statement.setArray(3, column(connection, "uuid", keys, DeliveryKey::measureId));
            statement.setArray(4, column(connection, "text", keys, DeliveryKey::siteId));
            statement.setArray(
                    5, column(connection, "date", keys, key -> key.periodStart().toString()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    present.put(
                            key(row, row.getString(1)),
                            new Present(row.getLong(6), row.getObject(7) == null ? Delivery.LATE : Delivery.CAUGHT_UP));
                }
            }
        }
        return present;
    }

    /** What a feed has not delivered yet, the longest due first. */
    static List<Late> late(Connection connection, String districtId, UUID feedId, After after, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select district_id, feed_id, measure_id, site_id, period_start, student_group, period, period_end, due_on,
                    late_since
                from feed_delivery
                where district_id = ? and feed_id = ? and arrived_at is null
                    and (due_on, measure_id, site_id, period_start) > (?, ?, ?, ?)
                order by due_on, measure_id, site_id, period_start limit ?
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, feedId);
            statement.setObject(3, after.dueOn());
            statement.setObject(4, after.measureId());
            statement.setString(5, after.siteId());
            statement.setObject(6, after.periodStart());
            statement.setInt(7, limit);
            List<Late> late = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    late.add(new Late(
                            subject(row),
                            row.getObject(10, OffsetDateTime.class).toInstant()));
                }
            }
            return late;
        }
    }

    /** The delivery of a row that begins with its key, student group, period, its end and the due day. */
    static Delivery.Subject subject(ResultSet row) throws SQLException {
        return new Delivery.Subject(
                key(row, row.getString(1)),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class));
    }

    private static DeliveryKey key(ResultSet row, String districtId) throws SQLException {
        return new DeliveryKey(
                districtId,
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, LocalDate.class));
    }

    private static java.sql.Array column(
            Connection connection, String type, Collection<DeliveryKey> keys, Function<DeliveryKey, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, keys.stream().map(part).toArray());
    }
}
