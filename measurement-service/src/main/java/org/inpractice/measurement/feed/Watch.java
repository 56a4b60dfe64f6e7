package org.inpractice.measurement.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The table {@code feed_watch}: up to which event a district has been searched for arrivals of what is late. */
final class Watch {
    private Watch() {}

    /** Begins to watch a district, unless it is watched. */
    static void begin(Connection connection, String districtId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into feed_watch (district_id, checked_seq) values (?, 0) on conflict do nothing")) {
            statement.setString(1, districtId);
            statement.executeUpdate();
        }
    }

    /** The districts in which something happened since they were searched. */
    static List<String> moved(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select w.district_id from feed_watch w
                        join district_head h on h.district_id = w.district_id collate "default"
                        where h.last_seq > w.checked_seq order by w.district_id
                        """);
                ResultSet row = statement.executeQuery()) {
            List<String> districts = new ArrayList<>();
            while (row.next()) {
                districts.add(row.getString(1));
            }
            return districts;
        }
    }

    /** A district has been searched up to an event; another replica may have come further. */
    static void searched(Connection connection, String districtId, long sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update feed_watch set checked_seq = greatest(checked_seq, ?) where district_id = ?")) {
            statement.setLong(1, sequence);
            statement.setString(2, districtId);
            statement.executeUpdate();
        }
    }
}
