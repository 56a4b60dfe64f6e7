package org.inpractice.measurement.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.observation.DisclosureTable.Withheld;

/** What {@link HeldBack} asks about many districts at once. */
final class WithheldSince {
    private WithheldSince() {}

    /** The numbers of the last events of some districts; those without any are missing. */
    static Map<String, Long> lastSequences(Connection connection, Collection<String> districtIds) throws SQLException {
        Map<String, Long> last = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select district_id, last_seq from district_head where district_id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", districtIds.toArray(String[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    last.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return last;
    }

    /** What is withheld in some districts from events after a number of each on. */
    static Map<String, List<Withheld>> withheldAfter(Connection connection, Map<String, Long> after)
            throws SQLException {
        List<String> districtIds = List.copyOf(after.keySet());
        Map<String, List<Withheld>> withheld = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select d.id, w.measure_id, w.site_id, w.period_start, w.from_seq
                from unnest(?, ?::bigint[]) as d(id, seq)
                cross join lateral (
                    select * from withheld_total t where t.district_id = d.id and t.from_seq > d.seq
                    offset 0) w
                """)) {
            statement.setArray(1, connection.createArrayOf("text", districtIds.toArray(String[]::new)));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", districtIds.stream().map(after::get).toArray(Long[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    withheld.computeIfAbsent(row.getString(1), district -> new ArrayList<>())
                            .add(new Withheld(
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getObject(4, LocalDate.class),
                                    row.getLong(5)));
                }
            }
        }
        return withheld;
    }
}
