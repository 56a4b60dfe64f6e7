package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What stands still in the inboxes of a service. */
public final class ParkedSequences {
    private ParkedSequences() {}

    /** All of them, longest first. */
    public static List<ParkedSequence> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select c.consumer, c.source, c.district_id, c.applied_seq, c.parked, c.reason, c.parked_at,
                            (select count(*) from inbox_held h
                                where (h.consumer, h.source, h.district_id) = (c.consumer, c.source, c.district_id))
                        from inbox_cursor c where c.parked is not null
                        order by c.parked_at, c.consumer, c.source, c.district_id
                        """);
                ResultSet row = statement.executeQuery()) {
            List<ParkedSequence> parked = new ArrayList<>();
            while (row.next()) {
                parked.add(new ParkedSequence(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getLong(8)));
            }
            return parked;
        }
    }
}
