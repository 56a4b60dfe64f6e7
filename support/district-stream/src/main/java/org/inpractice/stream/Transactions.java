package org.inpractice.stream;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in one transaction of its own: committed when the work returns, rolled back when it throws. */
@FunctionalInterface
public interface Transactions {
    /** Runs the work and answers only after the commit. */
    <T> T call(Work<T> work) throws SQLException;

    /**
     * Work on a connection whose transaction somebody else ends.
     *
     * @param <T> result
     */
    @FunctionalInterface
    interface Work<T> {
        /** Does the work; must neither commit, roll back nor close. */
        T run(Connection connection) throws SQLException;
    }

    /** Plain JDBC transactions on a data source. */
    static Transactions of(DataSource dataSource) {
        return new Transactions() {
            @Override
            public <T> T call(Work<T> work) throws SQLException {
                try (Connection connection = dataSource.getConnection()) {
                    connection.setAutoCommit(false);
                    try {
                        T result = work.run(connection);
                        connection.commit();
                        return result;
                    } catch (SQLException | RuntimeException | Error e) {
                        rollBack(connection, e);
                        throw e;
                    }
                }
            }
        };
    }

    /** The same transactions with unqualified table names looked up in {@code schema} first. */
    default Transactions withSearchPath(String schema) {
        Transactions plain = this;
        return new Transactions() {
            @Override
            public <T> T call(Work<T> work) throws SQLException {
                return plain.call(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("set local search_path to \"" + schema + "\", public");
                    }
                    return work.run(connection);
                });
            }
        };
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
