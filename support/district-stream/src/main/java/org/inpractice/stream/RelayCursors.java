package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is asked of the table {@code relay_cursor}. */
final class RelayCursors {
    private RelayCursors() {}

    /** Locks those that no other relay holds, to the end of the transaction; up to where each is relayed. */
    static Map<String, Long> lock(Connection connection, List<String> wanted, Relay.Timing timing) throws SQLException {
        Map<String, Long> cursors = lockExisting(connection, wanted, timing);
        if (cursors.size() < wanted.size()) {
            // Some are new, or another relay's; which it is costs a second look.
            addMissing(connection, wanted);
            cursors.putAll(lockExisting(connection, wanted, timing));
        }
        return cursors;
    }

    private static Map<String, Long> lockExisting(Connection connection, List<String> wanted, Relay.Timing timing)
            throws SQLException {
        // Several statements, one round trip. The session limits are the transaction's own: the first ends a session
        // whose relay froze between two statements, the second one whose relay froze while it read an answer.
        // A cursor may be lost in a crash of the database, since one that is behind only sends again: its commit does
        // not wait for the disk, and those that must wait do not queue behind it.
        try (PreparedStatement statement =
                connection.prepareStatement("""
                set local idle_in_transaction_session_timeout = %1$d;
                set local tcp_user_timeout = %1$d;
                set local synchronous_commit = off;
                select district_id, relayed_seq from relay_cursor where district_id = any (?)
                    for update skip locked
                """.formatted(timing.idleLimit().toMillis()))) {
            statement.setArray(1, connection.createArrayOf("text", wanted.toArray()));
            boolean isResult = statement.execute();
            while (!isResult) {
                isResult = statement.getMoreResults();
            }
            Map<String, Long> cursors = new LinkedHashMap<>();
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    cursors.put(row.getString(1), row.getLong(2));
                }
            }
            return cursors;
        }
    }

    private static void addMissing(Connection connection, List<String> wanted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into relay_cursor (district_id) select d from unnest(?) as d
                    where not exists (select from relay_cursor c where c.district_id = d)
                    order by d on conflict do nothing
                """)) {
            statement.setArray(1, connection.createArrayOf("text", wanted.toArray()));
            statement.executeUpdate();
        }
    }

    /** Moves cursors forward; none ever goes back. */
    static void move(Connection connection, Map<String, Long> cursors) throws SQLException {
        // An upsert only for its plan: always the primary key, while a join of a young table was planned each with
        // each.
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into relay_cursor as c (district_id, relayed_seq)
                select district_id, seq from unnest(?, ?::bigint[]) as p(district_id, seq)
                on conflict (district_id) do update set relayed_seq = excluded.relayed_seq
                where c.relayed_seq < excluded.relayed_seq
                """)) {
            statement.setArray(
                    1, connection.createArrayOf("text", cursors.keySet().toArray()));
            statement.setArray(
                    2, connection.createArrayOf("bigint", cursors.values().toArray()));
            statement.executeUpdate();
        }
    }
}
