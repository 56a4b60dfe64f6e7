package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Districts whose head rows this transaction holds to its end. Nobody else can number an event of theirs meanwhile, so
 * their numbers are given here, and the database is left with two plain writes: half the work of numbering them there.
 *
 * <p>Good for one transaction. Whatever it appends to these districts goes through here; an append past it would be
 * refused by the primary key of the event table.
 */
public final class LockedDistricts {
    private final String source;
    private final Clock clock;
    private final Map<String, Head> heads = new HashMap<>();

    LockedDistricts(String source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Where a district's stream ends. */
    private record Head(long sequence, Instant recordedAt) {
        /** Recorded at that instant, or at the last event's when a clock ran ahead: it never decreases. */
        Head next(Instant now) {
            return new Head(sequence + 1, recordedAt.isAfter(now) ? recordedAt : now);
        }
    }

    /** Locks those that exist, in one order for everybody. Returns how many. */
    int lock(Connection connection, String[] districtIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select district_id, last_seq, last_recorded_at from district_head
                where district_id = any (?) order by district_id for update
                """)) {
            statement.setArray(1, connection.createArrayOf("text", districtIds));
            int locked = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Instant recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
                    heads.put(row.getString(1), new Head(row.getLong(2), recordedAt));
                    locked++;
                }
            }
            return locked;
        }
    }

    /**
     * Appends events of any number of aggregates of these districts in one round trip.
     *
     * @return the events as recorded, in the order given
     * @throws StaleVersionException when an aggregate is no longer at its expected version
     * @throws IllegalArgumentException when an event belongs to a district that is not locked
     */
    public <E> List<Recorded<E>> append(Connection connection, EventCodec<E> codec, List<Append<E>> appends)
            throws SQLException {
        AppendRows<E> rows = new AppendRows<>(codec);
        appends.forEach(rows::add);
        if (rows.size() == 0) {
            return List.of();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, Head> moved = new HashMap<>();
        Long[] sequences = new Long[rows.size()];
        Instant[] recordedAt = new Instant[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            String district = rows.districtId(i);
            Head before = moved.getOrDefault(district, heads.get(district));
            if (before == null) {
                throw new IllegalArgumentException("district " + district + " is not locked");
            }
            Head head = before.next(now);
            moved.put(district, head);
            sequences[i] = head.sequence();
            recordedAt[i] = head.recordedAt();
        }
        insert(connection, rows, sequences, recordedAt, moved);
        heads.putAll(moved);
        return rows.recorded(source, sequences, recordedAt);
    }

    private static void insert(
            Connection connection, AppendRows<?> rows, Long[] sequences, Instant[] recordedAt, Map<String, Head> moved)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with head as (
                    update district_head set last_seq = moved.last_seq, last_recorded_at = moved.last_recorded_at
                    from unnest(?, ?::bigint[], ?::timestamptz[]) as moved(district_id, last_seq, last_recorded_at)
                    where district_head.district_id = moved.district_id
                )
                insert into event (district_seq, recorded_at, district_id, event_id, stream_type, stream_id,
                    stream_version, event_type, schema_version, occurred_at, actor, causation_id, traceparent, data)
                select * from unnest(?::bigint[], ?::timestamptz[], ?, ?::uuid[], ?, ?::uuid[],
                    ?::bigint[], ?, ?::int[], ?::timestamptz[], ?, ?::uuid[], ?, ?::json[])
                """)) {
            List<Map.Entry<String, Head>> ends = List.copyOf(moved.entrySet());
            String[] districts = ends.stream().map(Map.Entry::getKey).toArray(String[]::new);
            Long[] lasts = ends.stream().map(end -> end.getValue().sequence()).toArray(Long[]::new);
            String[] times = ends.stream()
                    .map(end -> end.getValue().recordedAt().toString())
                    .toArray(String[]::new);
            statement.setArray(1, connection.createArrayOf("text", districts));
            statement.setArray(2, connection.createArrayOf("bigint", lasts));
            statement.setArray(3, connection.createArrayOf("timestamptz", times));
            statement.setArray(4, connection.createArrayOf("bigint", sequences));
            statement.setArray(5, connection.createArrayOf("timestamptz", recordedAt));
            rows.bind(connection, statement, 6);
            statement.executeUpdate();
        } catch (SQLException e) {
            if (SqlErrors.violates(e, DistrictStream.STREAM_VERSION)) {
                throw new StaleVersionException(e);
            }
            throw e;
        }
    }
}
