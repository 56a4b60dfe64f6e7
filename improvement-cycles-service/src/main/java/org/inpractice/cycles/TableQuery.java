package org.inpractice.cycles;

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
import java.util.UUID;

/**
 * A select on the read tables of one district, put together condition by condition; each value travels as a parameter.
 *
 * <p>Read tables that keep versions have {@code known_from} and {@code known_until}: {@link #knownAt} picks the version
 * that was known at an instant.
 */
public final class TableQuery {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    private TableQuery(String select, String districtId) {
        sql = new StringBuilder(select).append(" where district_id = ?");
        values.add(districtId);
    }

    /** Everything a select without {@code where} finds in a district. */
    public static TableQuery of(String select, String districtId) {
        return new TableQuery(select, districtId);
    }

    /** Only what was known at an instant; what is known now when that is null. */
    public TableQuery knownAt(Instant asOf) {
        return asOf == null
                ? where("known_until = 'infinity'")
                : where("known_from <= ? and known_until > ?", asOf, asOf);
    }

    /** Only what fulfils a condition. */
    public TableQuery where(String condition, Object... parameters) {
        sql.append(" and ").append(condition);
        values.addAll(Arrays.asList(parameters));
        return this;
    }

    /** Only what fulfils a condition on a value that somebody asked for; everything when nobody did (null). */
    public TableQuery narrow(String condition, Object value) {
        return value == null ? this : where(condition, value);
    }

    /** Group, order, limit. */
    public TableQuery then(String clauses, Object... parameters) {
        sql.append(' ').append(clauses);
        values.addAll(Arrays.asList(parameters));
        return this;
    }

    /** What is found, in order. */
    public <T> List<T> list(Connection connection, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            bind(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reading.of(row));
                }
            }
            return found;
        }
    }

    /** The first that is found. */
    public <T> Optional<T> first(Connection connection, Reading<T> reading) throws SQLException {
        return list(connection, reading).stream().findFirst();
    }

    static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case UUID[] ids ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids));
                case String[] texts ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
                case null -> statement.setObject(i + 1, null);
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }

    /**
     * What a row says.
     *
     * @param <T> that
     */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads the row the cursor is on. */
        T of(ResultSet row) throws SQLException;
    }
}
