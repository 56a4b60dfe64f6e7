package org.inpractice.measurement.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.stream.EventJson;

/** What is asked of the table {@code feed}. */
final class FeedTable {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private FeedTable() {}

    /**
     * A feed as it was known at some time.
     *
     * @param version the {@code ETag}
     */
    record Known(
            UUID feedId, long version, Instant registeredAt, Instant changedAt, boolean retired, FeedTerms terms) {}

    /** A feed as it stands now. */
    static Optional<Known> one(Connection connection, String districtId, UUID feedId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select feed_id, version, registered_at, changed_at, retired, terms from feed
                where district_id = ? and feed_id = ? order by version desc limit 1
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, feedId);
            return known(statement).stream().findFirst();
        }
    }

    /**
     * Feeds in the order in which they were registered, as they stand now.
     *
     * @param after those after this one, or null
     */
    static List<Known> oldest(Connection connection, String districtId, UUID after, int limit) throws SQLException {
        return at(connection, districtId, after == null ? BEFORE_ALL : after, Long.MAX_VALUE, limit);
    }

    /** The feeds that delivered a measure for a student group, as it was known at a sequence number. */
    static List<Known> delivering(
            Connection connection, String districtId, UUID measureId, String studentGroup, long lastSequence)
            throws SQLException {
        return at(connection, districtId, BEFORE_ALL, lastSequence, Integer.MAX_VALUE).stream()
                .filter(feed -> !feed.retired())
                .filter(feed -> feed.terms().measureIds().contains(measureId))
                .filter(feed -> feed.terms().studentGroup().equals(studentGroup))
                .toList();
    }

    private static List<Known> at(Connection connection, String districtId, UUID after, long lastSequence, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select distinct on (feed_id) feed_id, version, registered_at, changed_at, retired, terms from feed
                where district_id = ? and feed_id > ? and district_seq <= ?
                order by feed_id, version desc limit ?
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, after);
            statement.setLong(3, lastSequence);
            statement.setInt(4, limit);
            return known(statement);
        }
    }

    private static List<Known> known(PreparedStatement statement) throws SQLException {
        List<Known> known = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                known.add(new Known(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getBoolean(5),
                        EventJson.mapper().readValue(row.getString(6), FeedTerms.class)));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a feed's terms are no JSON", e);
        }
        return known;
    }
}
