package org.inpractice.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The SQL of one consumer's cursors and held events. Cursors are found key by key through the primary key, in a form that
 * leaves the planner no choice: its plan for a prepared statement knows nothing of a young table or of an array's length,
 * and joined the two by comparing each with each.
 */
final class InboxTables {
    private final String consumer;
    private final Clock clock;

    InboxTables(String consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    /** Locks the cursors in key order, the same for everybody, and makes those that are missing. */
    Map<InboxKey, InboxCursor> lock(Connection connection, Collection<InboxKey> keys) throws SQLException {
        Map<InboxKey, InboxCursor> cursors = lockExisting(connection, keys);
        if (cursors.size() < keys.size()) {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into inbox_cursor (consumer, source, district_id)
                    select ?, source, district_id from unnest(?, ?) as k(source, district_id)
                    order by source, district_id on conflict do nothing
                    """)) {
                statement.setString(1, consumer);
                bind(connection, statement, 2, keys);
                statement.executeUpdate();
            }
            cursors = lockExisting(connection, keys);
        }
        return cursors;
    }

    private Map<InboxKey, InboxCursor> lockExisting(Connection connection, Collection<InboxKey> keys)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select c.source, c.district_id, c.applied_seq, c.parked
                from unnest(?, ?) as k(source, district_id) cross join lateral (
                    select * from inbox_cursor
                    where consumer = ? and source = k.source and district_id = k.district_id for update) c
                """)) {
            bind(connection, statement, 1, keys.stream().sorted().toList());
            statement.setString(3, consumer);
            Map<InboxKey, InboxCursor> cursors = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    InboxKey key = new InboxKey(row.getString(1), row.getString(2));
                    cursors.put(key, new InboxCursor(key, row.getLong(3), row.getString(4)));
                }
            }
            return cursors;
        }
    }

    void move(Connection connection, List<InboxCursor> cursors) throws SQLException {
        if (cursors.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into inbox_cursor (consumer, source, district_id, applied_seq)
                select ?, source, district_id, applied from unnest(?, ?, ?::bigint[]) as p(source, district_id, applied)
                on conflict (consumer, source, district_id) do update set applied_seq = excluded.applied_seq
                """)) {
            statement.setString(1, consumer);
            bind(
                    connection,
                    statement,
                    2,
                    cursors.stream().map(InboxCursor::key).toList());
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", cursors.stream().map(InboxCursor::applied).toArray()));
            statement.executeUpdate();
        }
    }

    void hold(Connection connection, List<RecordedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into inbox_held (consumer, source, district_id, district_seq, event)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """)) {
            for (RecordedEvent event : events) {
                statement.setString(1, consumer);
                statement.setString(2, event.source());
                statement.setString(3, event.districtId());
                statement.setLong(4, event.districtSeq());
                statement.setString(5, Inbox.write(event));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The first held events of a sequence, in order. */
    List<RecordedEvent> held(Connection connection, InboxKey key, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select event from inbox_held where consumer = ? and source = ? and district_id = ?
                order by district_seq limit ?
                """)) {
            bindKey(statement, 1, key);
            statement.setInt(4, limit);
            List<RecordedEvent> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(EventJson.mapper().readValue(row.getString(1), RecordedEvent.class));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a held event is not as it was written", e);
            }
            return events;
        }
    }

    void forgetHeld(Connection connection, InboxKey key, long upTo) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                delete from inbox_held
                where consumer = ? and source = ? and district_id = ? and district_seq <= ?
                """)) {
            bindKey(statement, 1, key);
            statement.setLong(4, upTo);
            statement.executeUpdate();
        }
    }

    void parkPoison(Connection connection, InboxKey key, String reason) throws SQLException {
        park(connection, key, InboxCursor.POISON, reason);
    }

    void parkAtGap(Connection connection, InboxKey key, long arrived) throws SQLException {
        park(connection, key, InboxCursor.GAP, "an event before sequence %d is missing".formatted(arrived));
    }

    private void park(Connection connection, InboxKey key, String parked, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update inbox_cursor set parked = ?, reason = ?, parked_at = ?
                where consumer = ? and source = ? and district_id = ?
                """)) {
            statement.setString(1, parked);
            statement.setString(2, reason);
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            bindKey(statement, 4, key);
            statement.executeUpdate();
        }
    }

    void clearParking(Connection connection, InboxKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update inbox_cursor set parked = null, reason = null, parked_at = null
                where consumer = ? and source = ? and district_id = ?
                """)) {
            bindKey(statement, 1, key);
            statement.executeUpdate();
        }
    }

    /** Sequences parked at a gap whose missing event has arrived. */
    List<InboxKey> filledGaps(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select c.source, c.district_id from inbox_cursor c
                join inbox_held h on h.consumer = c.consumer and h.source = c.source
                    and h.district_id = c.district_id and h.district_seq = c.applied_seq + 1
                where c.consumer = ? and c.parked = 'gap'
                """)) {
            statement.setString(1, consumer);
            List<InboxKey> keys = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.add(new InboxKey(row.getString(1), row.getString(2)));
                }
            }
            return keys;
        }
    }

    Void keepUnreadable(Connection connection, ConsumerRecord<String, byte[]> received, String reason)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into inbox_unreadable (consumer, topic, partition, kafka_offset, reason, recorded_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)) {
            statement.setString(1, consumer);
            statement.setString(2, received.topic());
            statement.setInt(3, received.partition());
            statement.setLong(4, received.offset());
            statement.setString(5, reason);
            statement.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        return null;
    }

    private void bindKey(PreparedStatement statement, int first, InboxKey key) throws SQLException {
        statement.setString(first, consumer);
        statement.setString(first + 1, key.source());
        statement.setString(first + 2, key.districtId());
    }

    private static void bind(Connection connection, PreparedStatement statement, int first, Collection<InboxKey> keys)
            throws SQLException {
        statement.setArray(
                first,
                connection.createArrayOf(
                        "text", keys.stream().map(InboxKey::source).toArray()));
        statement.setArray(
                first + 1,
                connection.createArrayOf(
                        "text", keys.stream().map(InboxKey::districtId).toArray()));
    }
}
