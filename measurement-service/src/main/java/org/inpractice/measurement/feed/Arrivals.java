package org.inpractice.measurement.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.inpractice.measurement.feed.DeliveryCommand.SayCaughtUp;
import org.inpractice.measurement.feed.DeliveryCommand.SayLate;

/**
 * Whether deliveries have arrived, by the table {@code observation}. A period that is suppressed or not reported has
 * arrived: the district has spoken of it. One that was withdrawn has not.
 */
final class Arrivals {
    private Arrivals() {}

    /**
     * A late delivery that has arrived.
     *
     * @param eventId the event that told the observation
     */
    record Arrival(SayCaughtUp command, UUID eventId) {}

    /** Those that had arrived by the instant from which they would be late. */
    static Set<DeliveryKey> inTime(Connection connection, List<SayLate> candidates) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select k.position from unnest(?, ?::uuid[], ?, ?, ?::date[], ?::timestamptz[]) with ordinality
                    as k(district_id, measure_id, site_id, student_group, period_start, late_since, position)
                cross join lateral (
                    select status from observation o
                    where (o.district_id, o.measure_id, o.site_id, o.student_group, o.period_start)
                            = (k.district_id, k.measure_id, k.site_id, k.student_group, k.period_start)
                        and o.recorded_at <= k.late_since
                    order by o.version desc limit 1) newest
                where newest.status <> 'WITHDRAWN'
                """)) {
            statement.setArray(
                    1, column(connection, "text", candidates, each -> key(each).districtId()));
            statement.setArray(
                    2, column(connection, "uuid", candidates, each -> key(each).measureId()));
            statement.setArray(
                    3, column(connection, "text", candidates, each -> key(each).siteId()));
            statement.setArray(
                    4,
                    column(
                            connection,
                            "text",
                            candidates,
                            each -> each.subject().studentGroup()));
            statement.setArray(
                    5,
                    column(
                            connection,
                            "date",
                            candidates,
                            each -> key(each).periodStart().toString()));
            statement.setArray(
                    6,
                    column(
                            connection,
                            "timestamptz",
                            candidates,
                            each -> each.lateSince().toString()));
            Set<DeliveryKey> arrived = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    arrived.add(key(candidates.get(row.getInt(1) - 1)));
                }
            }
            return arrived;
        }
    }

    /** Late deliveries of a district that have arrived since. */
    static List<Arrival> ofLate(Connection connection, String districtId, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select d.district_id, d.feed_id, d.measure_id, d.site_id, d.period_start, d.student_group, d.period,
                    d.period_end, d.due_on, first.recorded_at,
                    (select event_id from event where district_id = ? and district_seq = first.district_seq)
                from feed_delivery d
                cross join lateral (
                    select recorded_at, district_seq from observation o
                    where (o.district_id, o.measure_id, o.site_id, o.student_group, o.period_start)
                            = (d.district_id, d.measure_id, d.site_id, d.student_group, d.period_start)
                        and o.recorded_at > d.late_since and o.status <> 'WITHDRAWN'
                    order by o.version limit 1) first
                where d.district_id = ? and d.arrived_at is null limit ?
                """)) {
            statement.setString(1, districtId);
            statement.setString(2, districtId);
            statement.setInt(3, limit);
            List<Arrival> arrivals = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Instant arrivedAt = row.getObject(10, OffsetDateTime.class).toInstant();
                    arrivals.add(new Arrival(
                            new SayCaughtUp(DeliveryTable.subject(row), arrivedAt), row.getObject(11, UUID.class)));
                }
            }
            return arrivals;
        }
    }

    /** The sites of which a measure has been told for a student group, and the first day of their first period. */
    static Map<String, LocalDate> firstBySite(
            Connection connection, String districtId, UUID measureId, String studentGroup) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with recursive site as (
                    (select site_id from observation where district_id = ? and measure_id = ?
                    order by site_id limit 1)
                    union all
                    select next.site_id from site cross join lateral (
                        select o.site_id from observation o
                        where o.district_id = ? and o.measure_id = ? and o.site_id > site.site_id
                        order by o.site_id limit 1) next
                )
                select site.site_id, first.period_start from site
                cross join lateral (
                    select o.period_start from observation o
                    where o.district_id = ? and o.measure_id = ? and o.site_id = site.site_id and o.student_group = ?
                    order by o.period_start limit 1) first
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, measureId);
            statement.setString(3, districtId);
            statement.setObject(4, measureId);
            statement.setString(5, districtId);
            statement.setObject(6, measureId);
            statement.setString(7, studentGroup);
            Map<String, LocalDate> first = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    first.put(row.getString(1), row.getObject(2, LocalDate.class));
                }
            }
            return first;
        }
    }

    private static DeliveryKey key(SayLate candidate) {
        return candidate.subject().key();
    }

    private static java.sql.Array column(
            Connection connection, String type, List<SayLate> candidates, Function<SayLate, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, candidates.stream().map(part).toArray());
    }
}
