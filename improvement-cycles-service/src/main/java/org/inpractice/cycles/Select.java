package org.inpractice.cycles;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A query put together from parts, the values of each part beside it: no value ever becomes a part of the text. */
public final class Select {
    private final StringBuilder text;
    private final List<Object> values = new ArrayList<>();

    /** How a row is read. */
    @FunctionalInterface
    public interface Row<T> {
        /** Reads the present row. */
        T read(ResultSet row) throws SQLException;
    }

    /** Begins with a part. */
    public Select(String part, Object... partValues) {
        text = new StringBuilder(part);
        values.addAll(Arrays.asList(partValues));
    }

    /** Goes on with a part. */
    public Select and(String part, Object... partValues) {
        text.append(' ').append(part);
        values.addAll(Arrays.asList(partValues));
        return this;
    }

    /** Goes on with a part that has one value, unless that is null. */
    public Select when(Object value, String part) {
        return value == null ? this : and(part, value);
    }

    /** Narrows to the version rows known at an instant; {@code alias} names the table in this query. */
    public Select known(AsOf asOf, String alias) {
        return asOf.isNow()
                ? and("and " + alias + ".known_until = 'infinity'")
                : and(
                        "and %s.known_from <= ? and %s.known_until > ?".formatted(alias, alias),
                        asOf.instant(),
                        asOf.instant());
    }

    /** All rows. */
    public <T> List<T> rows(Connection connection, Row<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, sql(connection, values.get(i)));
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
        }
        return rows;
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        return rows(connection, row).stream().findFirst();
    }

    /** Whether there is a row. */
    public boolean exists(Connection connection) throws SQLException {
        return first(connection, row -> true).isPresent();
    }

    /** A value as the driver takes it: instants with their offset, lists of texts as arrays. */
    static Object sql(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case List<?> texts -> array(connection, texts);
            case null, default -> value;
        };
    }

    private static Array array(Connection connection, List<?> texts) throws SQLException {
        return connection.createArrayOf(
                "text", texts.stream().map(String::valueOf).toArray());
    }
}
