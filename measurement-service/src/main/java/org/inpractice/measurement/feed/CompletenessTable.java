package org.inpractice.measurement.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.observation.Numbers;
import org.inpractice.measurement.observation.ObservationStatus;

/** What completeness asks of the table {@code observation}, each as it was known at a sequence number. */
final class CompletenessTable {
    private CompletenessTable() {}

    /** A measure of a district for a student group, as it was known. */
    record Asked(String districtId, UUID measureId, String studentGroup, long lastSequence) {}

    /**
     * The newest word about a period.
     *
     * @param firstTold when it was recorded first
     * @param districtSeq the number of the event that told it
     */
    record Newest(ObservationStatus status, Numbers numbers, Instant firstTold, long districtSeq) {}

    /** Sites in order: those told of, and those named. */
    static List<String> sites(Connection connection, Asked asked, List<String> named, String after, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with recursive site as (
                    (select site_id from observation where district_id = ? and measure_id = ? and site_id > ?
                    order by site_id limit 1)
                    union all
                    select next.site_id from site cross join lateral (
                        select o.site_id from observation o
                        where o.district_id = ? and o.measure_id = ? and o.site_id > site.site_id
                        order by o.site_id limit 1) next
                ), told as (
                    select site.site_id from site cross join lateral (
                        select from observation o where o.district_id = ? and o.measure_id = ?
                            and o.site_id = site.site_id and o.student_group = ? and o.district_seq <= ?
                        limit 1) known
                    limit ?
                )
                select site_id from told
                union select n.id collate "C" from unnest(?) as n(id) where n.id collate "C" > ?
                order by 1 limit ?
                """)) {
            statement.setString(1, asked.districtId());
            statement.setObject(2, asked.measureId());
            statement.setString(3, after);
            statement.setString(4, asked.districtId());
            statement.setObject(5, asked.measureId());
            statement.setString(6, asked.districtId());
            statement.setObject(7, asked.measureId());
            statement.setString(8, asked.studentGroup());
            statement.setLong(9, asked.lastSequence());
            statement.setInt(10, limit);
            statement.setArray(11, connection.createArrayOf("text", named.toArray()));
            statement.setString(12, after);
            statement.setInt(13, limit);
            List<String> sites = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sites.add(row.getString(1));
                }
            }
            return sites;
        }
    }

    /** The first days of the first periods told of, by site; sites without any are missing. */
    static Map<String, LocalDate> firstTold(Connection connection, Asked asked, List<String> sites)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select s.id, first.period_start from unnest(?) as s(id)
                cross join lateral (
                    select o.period_start from observation o
                    where o.district_id = ? and o.measure_id = ? and o.site_id = s.id and o.student_group = ?
                        and o.district_seq <= ?
                    order by o.period_start limit 1) first
                """)) {
            statement.setArray(1, connection.createArrayOf("text", sites.toArray()));
            statement.setString(2, asked.districtId());
            statement.setObject(3, asked.measureId());
            statement.setString(4, asked.studentGroup());
            statement.setLong(5, asked.lastSequence());
            Map<String, LocalDate> first = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    first.put(row.getString(1), row.getObject(2, LocalDate.class));
                }
            }
            return first;
        }
    }

    /** The newest words about the periods of some sites that start in a stretch of days; withdrawn ones are missing. */
    static Map<String, Map<LocalDate, Newest>> newest(
            Connection connection, Asked asked, List<String> sites, LocalDate from, LocalDate to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select s.id, v.* from unnest(?) as s(id)
                cross join lateral (
                    select o.period_start, o.recorded_at, o.status, o.amount, o.denominator, o.group_size,
                        o.district_seq
                    from observation o
                    where o.district_id = ? and o.measure_id = ? and o.site_id = s.id and o.student_group = ?
                        and o.period_start between ? and ? and o.district_seq <= ?
                    order by o.period_start, o.version) v
                """)) {
            statement.setArray(1, connection.createArrayOf("text", sites.toArray()));
            statement.setString(2, asked.districtId());
            statement.setObject(3, asked.measureId());
            statement.setString(4, asked.studentGroup());
            statement.setObject(5, from);
            statement.setObject(6, to);
            statement.setLong(7, asked.lastSequence());
            Map<String, Map<LocalDate, Newest>> newest = new HashMap<>();
            Map<List<Object>, Instant> firstTold = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(row, newest.computeIfAbsent(row.getString(1), site -> new HashMap<>()), firstTold);
                }
            }
            return newest;
        }
    }

    /** The next version of a period. */
    private static void add(ResultSet row, Map<LocalDate, Newest> ofSite, Map<List<Object>, Instant> firstTold)
            throws SQLException {
        LocalDate start = row.getObject(2, LocalDate.class);
        String status = row.getString(4);
        if (status.equals("WITHDRAWN")) {
            ofSite.remove(start);
            return;
        }
        Instant recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        Instant first = firstTold.computeIfAbsent(List.of(row.getString(1), start), period -> recordedAt);
        ofSite.put(
                start,
                new Newest(
                        ObservationStatus.valueOf(status),
                        new Numbers(row.getBigDecimal(5), row.getBigDecimal(6), row.getObject(7, Long.class)),
                        first,
                        row.getLong(8)));
    }
}
