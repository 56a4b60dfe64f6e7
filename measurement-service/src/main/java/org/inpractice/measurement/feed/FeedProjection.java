package org.inpractice.measurement.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.feed.FeedEvent.FeedRegistered;
import org.inpractice.measurement.feed.FeedEvent.FeedRetired;
import org.inpractice.measurement.feed.FeedEvent.FeedRevised;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code feed}: one more version an event. */
final class FeedProjection implements Projection<FeedEvent> {
    @Override
    public List<String> tables() {
        return List.of("feed");
    }

    @Override
    public void apply(Connection connection, List<Recorded<FeedEvent>> events) throws SQLException {
        for (Recorded<FeedEvent> recorded : events) {
            RecordedEvent envelope = recorded.envelope();
            switch (recorded.event()) {
                case FeedRegistered registered -> first(connection, envelope, registered);
                case FeedRevised revised ->
                    next(connection, envelope, revised.feedId(), "false", json(revised.toTerms()));
                case FeedRetired retired -> next(connection, envelope, retired.feedId(), "true", null);
            }
        }
    }

    private static void first(Connection connection, RecordedEvent envelope, FeedRegistered registered)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into feed (district_id, feed_id, version, district_seq, registered_at, changed_at, retired, terms)
                values (?, ?, ?, ?, ?, ?, false, ?::json)
                """)) {
            statement.setString(1, envelope.districtId());
            statement.setObject(2, registered.feedId());
            statement.setLong(3, envelope.streamVersion());
            statement.setLong(4, envelope.districtSeq());
            statement.setObject(5, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setObject(6, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(7, json(registered.toTerms()));
            statement.executeUpdate();
        }
    }

    /** A version after another one, with its terms unless there are new ones. */
    private static void next(
            Connection connection, RecordedEvent envelope, UUID feedId, String retired, String newTerms)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into feed (district_id, feed_id, version, district_seq, registered_at, changed_at, retired, terms)
                select district_id, feed_id, ?, ?, registered_at, ?, ?::boolean, coalesce(?::json, terms)
                from feed where district_id = ? and feed_id = ? order by version desc limit 1
                """)) {
            statement.setLong(1, envelope.streamVersion());
            statement.setLong(2, envelope.districtSeq());
            statement.setObject(3, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(4, retired);
            statement.setString(5, newTerms);
            statement.setString(6, envelope.districtId());
            statement.setObject(7, feedId);
            statement.executeUpdate();
        }
    }

    private static String json(FeedTerms terms) {
        try {
            return EventJson.mapper().writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
