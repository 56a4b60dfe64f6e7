package org.inpractice.learning.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.Query;

/** What happened around some time to some things: the raw material of a timeline. */
public final class Moments {
    /** What the services tell about a cycle or a measure, beside what happens to these themselves. */
    private static final String[] ABOUT = {
        "improvement.signal.detected.v1",
        "improvement.feedback.changed.v1",
        "improvement.feed.late.v1",
        "improvement.feed.caught-up.v1",
        "improvement.observation.corrected.v1",
        "improvement.observation.withdrawn.v1"
    };

    private Moments() {}

    /**
     * An event, without its data.
     *
     * @param at when it happened
     */
    public record Moment(
            Instant at, String type, UUID eventId, String aggregateType, UUID aggregateId, String source) {}

    /**
     * Events of some aggregates, and events that name one of them, in the order in which they happened.
     *
     * @param from occurred at or after
     * @param to occurred before
     * @param asOf recorded at or before; null for now
     */
    public static List<Moment> around(
            Connection connection,
            String districtId,
            Collection<UUID> aggregateIds,
            Instant from,
            Instant to,
            Instant asOf,
            int limit)
            throws SQLException {
        if (aggregateIds.isEmpty()) {
            return List.of();
        }
        UUID[] ids = aggregateIds.toArray(UUID[]::new);
        String[] names = aggregateIds.stream().map(UUID::toString).toArray(String[]::new);
        // The data of an event are looked into only when its type may name something: most events are observations.
        return Query.of("""
                        select occurred_at, type, event_id, aggregate_type, aggregate_id, source from history
                        where district_id = ? and occurred_at >= ? and occurred_at < ?
                            and (aggregate_id = any(?) or case when type = any(?) then
                                data ->> 'cycleId' = any(?) or data ->> 'measureId' = any(?) end)
                        """, districtId, from, to, ids, ABOUT, names, names)
                .addIfPresent("and recorded_at <= ?", asOf)
                .add("order by occurred_at, recorded_at, source, district_seq limit ?", limit)
                .rows(
                        connection,
                        row -> new Moment(
                                Query.instant(row, "occurred_at"),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getObject(5, UUID.class),
                                row.getString(6)));
    }
}
