package org.inpractice.journeys.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The least PostgreSQL can be asked for one durable event: the head's update and the insert, one statement, one commit. */
final class Ceiling {
    static final String DATABASE = "ceiling";
    private static final EventCodec<PointEvent> CODEC = new EventCodec<>(PointEvent.class);
    private static final String HEAD = """
            with head as (
                update district_head set last_seq = last_seq + %s, last_recorded_at = now()
                where district_id = ? returning last_seq)
            """;
    private static final String COLUMNS = """
            insert into event (district_id, district_seq, event_id, stream_type, stream_id, stream_version,
                event_type, schema_version, occurred_at, recorded_at, actor, data)
            """;

    private final Bench bench;

    Ceiling(Bench bench) throws Exception {
        this.bench = bench;
        StreamDatabase.create(bench, DATABASE);
        try (Connection connection = connection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into district_head values (?, 0, now())")) {
            for (String district : Bench.districts()) {
                insert.setString(1, district);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Connection connection() throws SQLException {
        return bench.installation().postgres().connection(DATABASE);
    }

    /** One event a transaction. */
    ClosedLoop.Outcome single(int connections) throws Exception {
        String sql = HEAD.formatted(1) + COLUMNS
                + "select ?, last_seq, ?, 'observation', ?, 1, 'improvement.observation.recorded', 1, now(), now(), 'journey', ?::json from head";
        return ClosedLoop.run(connections, bench.roundTime(), number -> new Writer(connection(), sql) {
            @Override
            void bind(PreparedStatement statement) throws SQLException {
                String district = someDistrict();
                UUID stream = DistrictStream.newId();
                statement.setString(1, district);
                statement.setString(2, district);
                statement.setObject(3, DistrictStream.newId());
                statement.setObject(4, stream);
                statement.setString(5, point(stream, 0));
            }
        });
    }

    /** A thousand events of one district a transaction; answers are thousands. */
    ClosedLoop.Outcome thousand(int connections) throws Exception {
        String sql = HEAD.formatted(1_000) + COLUMNS + """
                select ?, last_seq - 1000 + e.position, e.event_id, 'observation', e.stream_id, 1,
                    'improvement.observation.recorded', 1, now(), now(), 'journey', e.data::json
                from head, unnest(?::uuid[], ?::uuid[], ?::text[]) with ordinality as e(event_id, stream_id, data, position)
                """;
        return ClosedLoop.run(connections, bench.roundTime(), number -> new Writer(connection(), sql) {
            @Override
            void bind(PreparedStatement statement) throws SQLException {
                String district = someDistrict();
                UUID[] ids = new UUID[1_000];
                UUID[] streams = new UUID[1_000];
                String[] data = new String[1_000];
                for (int i = 0; i < 1_000; i++) {
                    ids[i] = DistrictStream.newId();
                    streams[i] = DistrictStream.newId();
                    data[i] = point(streams[i], i);
                }
                statement.setString(1, district);
                statement.setString(2, district);
                statement.setArray(3, statement.getConnection().createArrayOf("uuid", ids));
                statement.setArray(4, statement.getConnection().createArrayOf("uuid", streams));
                statement.setArray(5, statement.getConnection().createArrayOf("text", data));
            }
        });
    }

    private static String point(UUID stream, int number) {
        return CODEC.write(PointEvent.of(stream, stream, number));
    }

    private static String someDistrict() {
        return Bench.district(ThreadLocalRandom.current().nextInt(Bench.DISTRICTS));
    }

    private abstract static class Writer implements ClosedLoop.Client {
        private final Connection connection;
        private final PreparedStatement statement;

        Writer(Connection connection, String sql) throws SQLException {
            this.connection = connection;
            this.statement = connection.prepareStatement(sql);
        }

        abstract void bind(PreparedStatement statement) throws SQLException;

        @Override
        public void ask() throws SQLException {
            bind(statement);
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("nothing was written");
            }
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            connection.close();
        }
    }
}
