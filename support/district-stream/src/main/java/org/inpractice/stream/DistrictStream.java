package org.inpractice.stream;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The append-only stream of each district, in one PostgreSQL database.
 *
 * <p>Promises: the events of a district are numbered 1, 2, 3, … without gap or duplicate, in the order in which their
 * transactions commit; an aggregate never has two events of one version; an append stands or falls with the
 * transaction it is part of, and so with the read tables written there. Order never depends on a clock;
 * {@code recorded_at} is clamped so that it never decreases along a district's sequence, and "as of an instant" is
 * therefore always a prefix of it.
 */
public final class DistrictStream {
    /** The largest JSON of one event, in UTF-8 bytes: well under the broker's default of 1 MiB a record. */
    public static final int MAX_EVENT_BYTES = 512 * 1024;

    /** The constraint that makes appending to an aggregate optimistic. */
    static final String STREAM_VERSION = "event_stream_version";

    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final String source;
    private final Clock clock;

    /** The streams of one service; {@code source} is its name on every event. */
    public DistrictStream(String source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The service's name on every event. */
    public String source() {
        return source;
    }

    /** A new time-ordered id (UUIDv7, RFC 9562): for events, and for aggregates when the caller brings none. */
    public static UUID newId() {
        return IDS.generate();
    }

    /**
     * Takes the head locks of some districts, in one order for everybody, and holds them to the end of the transaction.
     * Whoever decides on what it reads from its own tables, rather than from one aggregate, locks first.
     *
     * @return where to append to them faster than with {@link #append}
     */
    public LockedDistricts lock(Connection connection, List<String> districtIds) throws SQLException {
        String[] wanted = districtIds.stream().distinct().sorted().toArray(String[]::new);
        LockedDistricts districts = new LockedDistricts(source, clock);
        if (districts.lock(connection, wanted) < wanted.length) {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into district_head (district_id, last_seq, last_recorded_at)
                    select d, 0, '-infinity' from unnest(?) as d order by d on conflict do nothing
                    """)) {
                statement.setArray(1, connection.createArrayOf("text", wanted));
                statement.executeUpdate();
            }
            districts.lock(connection, wanted);
        }
        return districts;
    }

    /**
     * Appends events of any number of aggregates and districts in one round trip.
     *
     * @return the events as recorded, in the order given
     * @throws StaleVersionException when an aggregate is no longer at its expected version
     */
    public <E> List<Recorded<E>> append(Connection connection, EventCodec<E> codec, List<Append<E>> appends)
            throws SQLException {
        AppendRows<E> rows = new AppendRows<>(codec);
        appends.forEach(rows::add);
        if (rows.size() == 0) {
            return List.of();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // The head rows are locked in district order; the same order for everybody means no deadlock between batches.
        try (PreparedStatement statement = connection.prepareStatement("""
                with new_event as (
                    select * from unnest(?, ?::uuid[], ?, ?::uuid[], ?::bigint[], ?, ?::int[], ?::timestamptz[], ?, ?::uuid[], ?, ?)
                        with ordinality as e(district_id, event_id, stream_type, stream_id, stream_version, event_type,
                            schema_version, occurred_at, actor, causation_id, traceparent, data, position)
                ), head as (
                    insert into district_head (district_id, last_seq, last_recorded_at)
                    select district_id, count(*), ? from new_event group by district_id order by district_id
                    on conflict (district_id) do update set
                        last_seq = district_head.last_seq + excluded.last_seq,
                        last_recorded_at = greatest(district_head.last_recorded_at, excluded.last_recorded_at)
                    returning district_id, last_seq, last_recorded_at
                ), numbered as (
                    select e.*, h.last_recorded_at as recorded_at, h.last_seq + 1
                        - row_number() over (partition by e.district_id order by position desc) as district_seq
                    from new_event e join head h using (district_id)
                ), inserted as (
                    insert into event (district_id, district_seq, event_id, stream_type, stream_id, stream_version,
                        event_type, schema_version, occurred_at, recorded_at, actor, causation_id, traceparent, data)
                    select district_id, district_seq, event_id, stream_type, stream_id, stream_version,
                        event_type, schema_version, occurred_at, recorded_at, actor, causation_id, traceparent, data::json
                    from numbered order by position
                )
                select district_seq, recorded_at from numbered order by position
                """)) {
            rows.bind(connection, statement, 1);
            statement.setObject(13, now.atOffset(ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                return rows.recorded(source, result);
            }
        } catch (SQLException e) {
            if (SqlErrors.violates(e, STREAM_VERSION)) {
                throw new StaleVersionException(e);
            }
            throw e;
        }
    }

    /** All events of one aggregate, oldest first; empty when there is none in this district. */
    public List<RecordedEvent> aggregate(Connection connection, String districtId, UUID streamId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select " + COLUMNS + " from event where stream_id = ? and district_id = ? order by stream_version")) {
            statement.setObject(1, streamId);
            statement.setString(2, districtId);
            return events(statement);
        }
    }

    /** Up to {@code limit} events of a district after a sequence number, in order: replay for partners and rebuilds. */
    public List<RecordedEvent> after(Connection connection, String districtId, long districtSeq, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS
                + " from event where district_id = ? and district_seq > ? order by district_seq limit ?")) {
            statement.setString(1, districtId);
            statement.setLong(2, districtSeq);
            statement.setInt(3, limit);
            return events(statement);
        }
    }

    /**
     * The next events of several districts, each in order.
     *
     * @param districtIds the districts
     * @param relayedSeqs up to where each is done, position by position
     * @param limit the most events of one district
     */
    List<RecordedEvent> after(Connection connection, List<String> districtIds, List<Long> relayedSeqs, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS + """
                 from unnest(?, ?::bigint[]) as d(id, seq)
                cross join lateral (
                    select * from event where district_id = d.id and district_seq > d.seq
                    order by district_seq limit ?) as next
                """)) {
            statement.setArray(1, connection.createArrayOf("text", districtIds.toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", relayedSeqs.toArray()));
            statement.setInt(3, limit);
            return events(statement);
        }
    }

    /**
     * The number of the last event recorded at or before an instant; 0 when there was none. "As of" is a prefix of the
     * sequence, because {@code recorded_at} never decreases along it; so a few reads by primary key find its end.
     */
    public long lastSequenceAt(Connection connection, String districtId, Instant asOf) throws SQLException {
        long known = 0;
        long beyond = lastSequence(connection, districtId) + 1;
        try (PreparedStatement statement = connection.prepareStatement(
                "select recorded_at from event where district_id = ? and district_seq = ?")) {
            while (beyond - known > 1) {
                long middle = known + (beyond - known) / 2;
                statement.setString(1, districtId);
                statement.setLong(2, middle);
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()
                            && !row.getObject(1, OffsetDateTime.class)
                                    .toInstant()
                                    .isAfter(asOf)) {
                        known = middle;
                    } else {
                        beyond = middle;
                    }
                }
            }
        }
        return known;
    }

    /** The number of a district's last event; 0 when it has none. */
    public long lastSequence(Connection connection, String districtId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select last_seq from district_head where district_id = ?")) {
            statement.setString(1, districtId);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    private static final String COLUMNS = """
            district_id, district_seq, event_id, stream_type, stream_id, stream_version, event_type, schema_version,
            occurred_at, recorded_at, actor, causation_id, traceparent, data""";

    private List<RecordedEvent> events(PreparedStatement statement) throws SQLException {
        List<RecordedEvent> events = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                events.add(new RecordedEvent(
                        source,
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getLong(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getObject(9, OffsetDateTime.class).toInstant(),
                        row.getObject(10, OffsetDateTime.class).toInstant(),
                        row.getString(11),
                        row.getObject(12, UUID.class),
                        row.getString(13),
                        row.getString(14)));
            }
        }
        return events;
    }
}
