package org.inpractice.journeys.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Transactions;

/** A database with the tables of the stream and nothing else, as its migration makes them. */
final class StreamDatabase {
    private static final String MIGRATION = "/db/district-stream/V0001__district_stream.sql";

    private StreamDatabase() {}

    static void create(Bench bench, String name) throws SQLException, IOException {
        bench.installation().postgres().createDatabase(name);
        try (InputStream migration = DistrictStream.class.getResourceAsStream(MIGRATION);
                Connection connection = bench.installation().postgres().connection(name);
                Statement statement = connection.createStatement()) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Transactions on connections that stay open, as a pool's do: their statements stay prepared. */
    static final class Pool implements Transactions, AutoCloseable {
        private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

        Pool(Bench bench, String database, int size) throws SQLException {
            for (int i = 0; i < size; i++) {
                Connection connection = bench.installation().postgres().connection(database);
                connection.setAutoCommit(false);
                idle.add(connection);
            }
        }

        @Override
        public <T> T call(Work<T> work) throws SQLException {
            Connection connection = take();
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                idle.add(connection);
            }
        }

        private Connection take() throws SQLException {
            try {
                return idle.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted", e);
            }
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : idle) {
                connection.close();
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
