package org.inpractice.learning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A statement in the making, text and parameters side by side: no value ever becomes part of the text. */
public final class Query {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private Query() {}

    /**
     * Reads one row.
     *
     * @param <T> what it is
     */
    @FunctionalInterface
    public interface Row<T> {
        /** Reads the row at which the result stands. */
        T read(ResultSet row) throws SQLException;
    }

    /** A statement that begins like this. */
    public static Query of(String begin, Object... values) {
        return new Query().add(begin, values);
    }

    /** Goes on. A value may be null, an instant, a date, an array of texts or of ids, or what JDBC knows by itself. */
    public Query add(String part, Object... values) {
        text.append(part).append('\n');
        Collections.addAll(parameters, values);
        return this;
    }

    /** Goes on if there is a value. */
    public Query addIfPresent(String part, Object value) {
        return value == null ? this : add(part, value);
    }

    /** All rows. */
    public <T> List<T> rows(Connection connection, Row<T> row) throws SQLException {
        try (PreparedStatement statement = prepared(connection);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    /** The first row. */
    public <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        return rows(connection, row).stream().findFirst();
    }

    /** Writes; how many rows it concerned. */
    public int run(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepared(connection)) {
            return statement.executeUpdate();
        }
    }

    /** An instant of a row; null when there is none. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < parameters.size(); i++) {
            bind(connection, statement, i + 1, parameters.get(i));
        }
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case LocalDate date -> statement.setObject(index, date);
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            case Object[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
            case null, default -> statement.setObject(index, value);
        }
    }
}
