package org.inpractice.measurement.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table {@code feed_expectation}: where the clock has come to. */
final class Expectations {
    private static final String COLUMNS = "feed_id, measure_id, site_id, first_start, next_start, due_at, known_at";

    private Expectations() {}

    /** Some districts in which something is due, the longest due first. */
    static List<String> districtsDue(Connection connection, Instant now, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select district_id from (
                    select district_id, due_at from feed_expectation where due_at <= ?
                    order by due_at, district_id limit ?) due
                group by district_id order by min(due_at)
                """)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setInt(2, limit);
            List<String> districts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    districts.add(row.getString(1));
                }
            }
            return districts;
        }
    }

    /** What is due in a district, the longest due first. */
    static List<Expectation> due(Connection connection, String districtId, Instant now, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS + """
                 from feed_expectation where due_at <= ? and district_id = ? order by due_at limit ?
                """)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setString(2, districtId);
            statement.setInt(3, limit);
            return expectations(statement);
        }
    }

    /** The first days of the first periods that are expected of the sites of a feed and measure, by site. */
    static Map<String, LocalDate> firstBySite(Connection connection, String districtId, UUID feedId, UUID measureId)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS + """
                 from feed_expectation where district_id = ? and feed_id = ? and measure_id = ?
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, feedId);
            statement.setObject(3, measureId);
            Map<String, LocalDate> first = new HashMap<>();
            expectations(statement).forEach(each -> first.put(each.siteId(), each.first()));
            return first;
        }
    }

    /** Expects nothing of a feed any more. */
    static void remove(Connection connection, String districtId, UUID feedId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from feed_expectation where district_id = ? and feed_id = ?")) {
            statement.setString(1, districtId);
            statement.setObject(2, feedId);
            statement.executeUpdate();
        }
    }

    /** Adds, or puts in place of what was there. */
    static void put(Connection connection, String districtId, Collection<Expectation> expectations)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into feed_expectation (feed_id, measure_id, site_id, first_start, next_start, due_at, known_at,
                    district_id)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (district_id, feed_id, measure_id, site_id) do update set
                    first_start = excluded.first_start, next_start = excluded.next_start, due_at = excluded.due_at,
                    known_at = excluded.known_at
                """)) {
            for (Expectation each : expectations) {
                statement.setObject(1, each.feedId());
                statement.setObject(2, each.measureId());
                statement.setString(3, each.siteId());
                statement.setObject(4, each.first());
                statement.setObject(5, each.next());
                statement.setObject(6, each.dueAt().atOffset(ZoneOffset.UTC));
                statement.setObject(7, each.knownAt().atOffset(ZoneOffset.UTC));
                statement.setString(8, districtId);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<Expectation> expectations(PreparedStatement statement) throws SQLException {
        List<Expectation> expectations = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                expectations.add(new Expectation(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
            }
        }
        return expectations;
    }
}
