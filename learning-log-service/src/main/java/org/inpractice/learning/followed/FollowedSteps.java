package org.inpractice.learning.followed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.RecordedEvent;

/** Reads the steps of cycles and feeds that the other services told. */
public final class FollowedSteps {
    private static final EventCodec<FollowedEvent> CODEC = new EventCodec<>(FollowedEvent.class);
    private static final String COLUMNS = "select source, district_seq, event_id, type, schema_version, occurred_at,"
            + " recorded_at, causation_id, data from followed_step ";

    private FollowedSteps() {}

    /** How far each source's events have arrived, as far as this service keeps them. */
    public static Map<String, Long> reach(Connection connection, String districtId) throws SQLException {
        Map<String, Long> reach = new TreeMap<>();
        Query.of("select source, last_seq from followed_reach where district_id = ?", districtId)
                .rows(connection, row -> reach.put(row.getString(1), row.getLong(2)));
        return reach;
    }

    /** All steps of a cycle, in the order in which they were recorded. */
    public static List<Step> ofCycle(Connection connection, String districtId, UUID cycleId) throws SQLException {
        return Query.of(
                        COLUMNS + "where district_id = ? and cycle_id = ? order by recorded_at, source, district_seq",
                        districtId,
                        cycleId)
                .rows(connection, row -> step(districtId, row));
    }

    /** All steps of a data feed, in order. */
    public static List<Step> ofFeed(Connection connection, String districtId, UUID feedId) throws SQLException {
        return Query.of(COLUMNS + "where district_id = ? and feed_id = ? order by district_seq", districtId, feedId)
                .rows(connection, row -> step(districtId, row));
    }

    /** The verdicts that a measure decided, and the signals on it, in the order in which they were recorded. */
    public static List<Step> saidOfMeasure(Connection connection, String districtId, UUID measureId)
            throws SQLException {
        return Query.of(
                        COLUMNS + "where district_id = ? and data ->> 'measureId' = ? and cycle_id is not null"
                                + " order by recorded_at, source, district_seq",
                        districtId,
                        measureId.toString())
                .rows(connection, row -> step(districtId, row));
    }

    /** The cycles of which a source told something in a range of its sequence. */
    public static List<UUID> cyclesMoved(Connection connection, String districtId, String source, long after, long upTo)
            throws SQLException {
        return moved(connection, "cycle_id", districtId, source, after, upTo);
    }

    /** The data feeds of which a source told something in a range of its sequence. */
    public static List<UUID> feedsMoved(Connection connection, String districtId, String source, long after, long upTo)
            throws SQLException {
        return moved(connection, "feed_id", districtId, source, after, upTo);
    }

    private static List<UUID> moved(
            Connection connection, String column, String districtId, String source, long after, long upTo)
            throws SQLException {
        return Query.of(
                        "select " + column + " from followed_step where district_id = ? and source = ?"
                                + " and district_seq > ? and district_seq <= ? and " + column + " is not null"
                                + " group by " + column + " order by min(district_seq)",
                        districtId,
                        source,
                        after,
                        upTo)
                .rows(connection, row -> row.getObject(1, UUID.class));
    }

    private static Step step(String districtId, ResultSet row) throws SQLException {
        RecordedEvent kept = new RecordedEvent(
                row.getString("source"),
                districtId,
                row.getLong("district_seq"),
                row.getObject("event_id", UUID.class),
                "followed",
                row.getObject("event_id", UUID.class),
                1,
                row.getString("type"),
                row.getInt("schema_version"),
                Query.instant(row, "occurred_at"),
                Query.instant(row, "recorded_at"),
                row.getString("source"),
                row.getObject("causation_id", UUID.class),
                null,
                row.getString("data"));
        FollowedEvent event = CODEC.read(kept)
                .orElseThrow(() -> new IllegalStateException("a followed step has a type of its own: " + kept));
        return new Step(
                kept.source(),
                kept.districtSeq(),
                kept.eventId(),
                kept.wireType(),
                kept.occurredAt(),
                kept.recordedAt(),
                kept.causationId(),
                event);
    }
}
