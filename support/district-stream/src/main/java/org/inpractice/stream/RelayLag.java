package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What has been appended and is not yet known to be on the topic.
 *
 * @param events how many events
 * @param age how long the oldest of them has been waiting; zero when there is none
 * @param districts how many districts have such events
 */
public record RelayLag(long events, Duration age, int districts) {
    /** The lag at this moment. */
    public static RelayLag measure(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        with behind as (
                            select h.district_id, h.last_seq - coalesce(c.relayed_seq, 0) as events, coalesce(c.relayed_seq, 0) + 1 as next_seq
                            from district_head h left join relay_cursor c using (district_id)
                            where h.last_seq > coalesce(c.relayed_seq, 0))
                        select coalesce(sum(b.events), 0), min(e.recorded_at), count(*)
                        from behind b join event e on e.district_id = b.district_id and e.district_seq = b.next_seq
                        """);
                ResultSet row = statement.executeQuery()) {
            row.next();
            OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
            Duration age = oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
            return new RelayLag(row.getLong(1), age.isNegative() ? Duration.ZERO : age, row.getInt(3));
        }
    }
}
