package org.inpractice.cycles;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/**
 * One table of version rows: each event of an aggregate ends the version before it and begins another, which holds the whole
 * state as JSON and, in columns of their own, what lists are narrowed by. What an event means is said once, by the
 * decider's {@code evolve}: a switch without default, so a new event breaks the build there.
 *
 * <p>The table has the columns {@code district_id}, the id, {@code version}, {@code first_seq}, {@code known_from}, {@code
 * known_until} ({@code infinity} while it is the present one), {@code state}, and those given. {@code recorded_at} never
 * decreases along a district's sequence, so neither does {@code known_from}.
 *
 * @param <S> state of one aggregate
 * @param <E> events
 */
public final class VersionRows<S, E> implements Projection<E> {
    /**
     * What is kept beside the state.
     *
     * @param value null, a text, number, date, id, boolean, or a list that becomes an array of texts
     */
    public record Column<S>(String name, Function<S, Object> value) {}

    private final String table;
    private final String idColumn;
    private final Class<S> type;
    private final BiFunction<Optional<S>, E, Optional<S>> evolve;
    private final List<Column<S>> columns;

    /** The rows of one table; an aggregate of which {@code evolve} makes nothing has none. */
    public VersionRows(
            String table,
            String idColumn,
            Class<S> type,
            BiFunction<Optional<S>, E, Optional<S>> evolve,
            List<Column<S>> columns) {
        this.table = table;
        this.idColumn = idColumn;
        this.type = type;
        this.evolve = evolve;
        this.columns = List.copyOf(columns);
    }

    @Override
    public List<String> tables() {
        return List.of(table);
    }

    @Override
    public void apply(Connection connection, List<Recorded<E>> events) throws SQLException {
        for (Recorded<E> recorded : events) {
            RecordedEvent at = recorded.envelope();
            Optional<Known<S>> before = one(connection, at.districtId(), at.streamId(), AsOf.NOW);
            Optional<S> after = evolve.apply(before.map(Known::state), recorded.event());
            if (after.isPresent()) {
                end(connection, at);
                begin(connection, at, before.map(Known::firstSeq).orElse(at.districtSeq()), after.get());
            }
        }
    }

    private void end(Connection connection, RecordedEvent at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update %s set known_until = ? where district_id = ? and %s = ? and known_until = 'infinity'"
                        .formatted(table, idColumn))) {
            update.setObject(1, Select.sql(connection, at.recordedAt()));
            update.setString(2, at.districtId());
            update.setObject(3, at.streamId());
            update.executeUpdate();
        }
    }

    private void begin(Connection connection, RecordedEvent at, long firstSeq, S state) throws SQLException {
        String names = columns.stream().map(column -> ", " + column.name()).collect(Collectors.joining());
        String marks = String.join("", Collections.nCopies(columns.size(), ", ?"));
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into %s (district_id, %s, version, first_seq, known_from, state%s) values (?, ?, ?, ?, ?, ?::json%s)"
                        .formatted(table, idColumn, names, marks))) {
            insert.setString(1, at.districtId());
            insert.setObject(2, at.streamId());
            insert.setLong(3, at.streamVersion());
            insert.setLong(4, firstSeq);
            insert.setObject(5, Select.sql(connection, at.recordedAt()));
            insert.setString(6, json(state));
            int index = 7;
            for (Column<S> column : columns) {
                insert.setObject(index++, Select.sql(connection, column.value().apply(state)));
            }
            insert.executeUpdate();
        }
    }

    /** One aggregate of a district. */
    public Optional<Known<S>> one(Connection connection, String districtId, UUID id, AsOf asOf) throws SQLException {
        return select(districtId, asOf).and("and t." + idColumn + " = ?", id).first(connection, this::known);
    }

    /** The beginning of a query of {@link #known} rows, as {@code t}: those of a district at an instant. */
    public Select select(String districtId, AsOf asOf) {
        return new Select(
                        "select t.%s, t.version, t.first_seq, t.known_from, t.state from %s t where t.district_id = ?"
                                .formatted(idColumn, table),
                        districtId)
                .known(asOf, "t");
    }

    /** A page of such a query, newest first, from before a sequence number; one row more than {@code limit}. */
    public List<Known<S>> newestFirst(Connection connection, Select select, long beforeSeq, int limit)
            throws SQLException {
        return select.and("and t.first_seq < ? order by t.first_seq desc limit ?", beforeSeq, limit + 1)
                .rows(connection, this::known);
    }

    /** A page of such a query, oldest first; one row more than {@code limit}. */
    public List<Known<S>> oldestFirst(Connection connection, Select select, int limit) throws SQLException {
        return select.and("order by t.first_seq limit ?", limit + 1).rows(connection, this::known);
    }

    /** All rows of such a query, in the order it says. */
    public List<Known<S>> rows(Connection connection, Select select) throws SQLException {
        return select.rows(connection, this::known);
    }

    /** All rows of such a query, oldest first. */
    public List<Known<S>> all(Connection connection, Select select) throws SQLException {
        return select.and("order by t.first_seq").rows(connection, this::known);
    }

    private Known<S> known(ResultSet row) throws SQLException {
        Instant changedAt = row.getObject(4, OffsetDateTime.class).toInstant();
        return new Known<>(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), changedAt, state(row));
    }

    private S state(ResultSet row) throws SQLException {
        try {
            return EventJson.mapper().readValue(row.getString(5), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of " + table + " is no " + type.getSimpleName(), e);
        }
    }

    private static String json(Object state) {
        try {
            return EventJson.mapper().writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
