package org.inpractice.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A running PostgreSQL on 127.0.0.1, seen by its clients. Every connection is the superuser's. */
public interface PostgreSqlServer {
    int port();

    default String user() {
        return "postgres";
    }

    default String password() {
        return "postgres";
    }

    default String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A new connection; the caller closes it. */
    default Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), user(), password());
    }

    /** Hands out a new connection each time: no pool. */
    default DataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(database));
        dataSource.setUser(user());
        dataSource.setPassword(password());
        return dataSource;
    }

    /** Creates the database; does nothing when it is there already. */
    default void createDatabase(String name) {
        if (!name.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        try (Connection connection = connection("postgres")) {
            if (!exists(connection, name)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create database " + name);
                }
            }
        } catch (SQLException e) {
            throw new LocalStackException("PostgreSQL did not create the database " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }
}
