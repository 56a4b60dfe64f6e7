package org.inpractice.learning.followed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.inpractice.learning.followed.FollowedEvent.OfCycle;
import org.inpractice.learning.followed.FollowedEvent.OfFeed;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Recorded;

/** Writes the rows of many followed events in one statement each: the measures' topic brings them by the thousand. */
final class FollowedRows {
    private FollowedRows() {}

    static void steps(Connection connection, EventCodec<FollowedEvent> codec, List<Recorded<FollowedEvent>> steps)
            throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into followed_step (district_id, source, district_seq, event_id, type, schema_version, occurred_at,
                    recorded_at, causation_id, cycle_id, feed_id, data)
                select district_id, source, district_seq, event_id, type, schema_version, occurred_at,
                    recorded_at, causation_id, cycle_id, feed_id, data::json
                from unnest(?, ?, ?::bigint[], ?::uuid[], ?, ?::int[], ?::timestamptz[], ?::timestamptz[],
                        ?::uuid[], ?::uuid[], ?::uuid[], ?)
                    as s(district_id, source, district_seq, event_id, type, schema_version, occurred_at, recorded_at,
                        causation_id, cycle_id, feed_id, data)
                """)) {
            Columns<Recorded<FollowedEvent>> columns = new Columns<>(connection, statement, steps);
            columns.add("text", step -> step.envelope().districtId());
            columns.add("text", step -> step.envelope().source());
            columns.add("bigint", step -> step.envelope().districtSeq());
            columns.add("uuid", step -> step.envelope().eventId());
            columns.add("text", step -> step.envelope().type());
            columns.add("integer", step -> step.envelope().schemaVersion());
            columns.add("timestamptz", step -> step.envelope().occurredAt().toString());
            columns.add("timestamptz", step -> step.envelope().recordedAt().toString());
            columns.add("uuid", step -> step.envelope().causationId());
            columns.add("uuid", step -> cycleId(step.event()));
            columns.add("uuid", step -> feedId(step.event()));
            columns.add("text", step -> codec.write(step.event()));
            statement.executeUpdate();
        }
    }

    private static UUID cycleId(FollowedEvent event) {
        return event instanceof OfCycle ofCycle ? ofCycle.cycleId() : null;
    }

    private static UUID feedId(FollowedEvent event) {
        return event instanceof OfFeed ofFeed ? ofFeed.feedId() : null;
    }

    /** Data points with a number get a row; one that has a row keeps it when its number goes. */
    static void points(Connection connection, List<DataPoint> points) throws SQLException {
        List<DataPoint> numbered =
                points.stream().filter(DataPoint::everNumbered).toList();
        List<DataPoint> others =
                points.stream().filter(point -> !point.everNumbered()).toList();
        if (!numbered.isEmpty()) {
            put(connection, numbered);
        }
        if (!others.isEmpty()) {
            forget(connection, others);
        }
    }

    private static void put(Connection connection, List<DataPoint> points) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into followed_observation (district_id, observation_id, measure_id, site_id, student_group, period,
                    period_start, source, district_seq, event_id, type, recorded_at, value, numerator, denominator)
                select * from unnest(?, ?::uuid[], ?::uuid[], ?, ?, ?, ?::date[], ?, ?::bigint[], ?::uuid[], ?,
                    ?::timestamptz[], ?::numeric[], ?::numeric[], ?::numeric[])
                on conflict (district_id, observation_id) do update set district_seq = excluded.district_seq,
                    event_id = excluded.event_id, type = excluded.type, recorded_at = excluded.recorded_at,
                    value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator
                """)) {
            Columns<DataPoint> columns = new Columns<>(connection, statement, points);
            columns.add("text", point -> point.envelope().districtId());
            columns.add("uuid", point -> point.event().observationId());
            columns.add("uuid", point -> point.key().measureId());
            columns.add("text", point -> point.key().siteId());
            columns.add("text", point -> point.key().studentGroup());
            columns.add("text", point -> point.key().period());
            columns.add("date", point -> point.key().periodStart().toString());
            told(columns);
            columns.add("numeric", DataPoint::value);
            columns.add("numeric", DataPoint::numerator);
            columns.add("numeric", DataPoint::denominator);
            statement.executeUpdate();
        }
    }

    private static void forget(Connection connection, List<DataPoint> points) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update followed_observation o set district_seq = p.district_seq, event_id = p.event_id, type = p.type,
                    recorded_at = p.recorded_at, value = null, numerator = null, denominator = null
                from unnest(?, ?::uuid[], ?, ?::bigint[], ?::uuid[], ?, ?::timestamptz[])
                    as p(district_id, observation_id, source, district_seq, event_id, type, recorded_at)
                where o.district_id = p.district_id and o.observation_id = p.observation_id
                """)) {
            Columns<DataPoint> columns = new Columns<>(connection, statement, points);
            columns.add("text", point -> point.envelope().districtId());
            columns.add("uuid", point -> point.event().observationId());
            told(columns);
            statement.executeUpdate();
        }
    }

    private static void told(Columns<DataPoint> columns) throws SQLException {
        columns.add("text", point -> point.envelope().source());
        columns.add("bigint", point -> point.envelope().districtSeq());
        columns.add("uuid", point -> point.envelope().eventId());
        columns.add("text", point -> point.envelope().wireType());
        columns.add("timestamptz", point -> point.envelope().recordedAt().toString());
    }

    /** Arrays that a statement unnests, one a column. */
    private static final class Columns<T> {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<T> rows;
        private int index;

        Columns(Connection connection, PreparedStatement statement, List<T> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        void add(String type, Function<T, Object> column) throws SQLException {
            index++;
            statement.setArray(
                    index,
                    connection.createArrayOf(type, rows.stream().map(column).toArray()));
        }
    }
}
