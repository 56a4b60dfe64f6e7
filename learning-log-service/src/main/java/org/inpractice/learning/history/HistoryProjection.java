package org.inpractice.learning.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Stores events of any type and source, a whole batch in one statement. */
public final class HistoryProjection implements Projection<RecordedEvent> {
    @Override
    public List<String> tables() {
        return List.of("history", "history_type", "history_block");
    }

    @Override
    public void apply(Connection connection, List<Recorded<RecordedEvent>> recorded) throws SQLException {
        List<RecordedEvent> events = recorded.stream().map(Recorded::envelope).toList();
        // The types first and in order: two batches with the same new types wait for each other, never in a circle.
        try (PreparedStatement statement = connection.prepareStatement("""
                with new_event as (
                    select * from unnest(?, ?, ?::bigint[], ?::uuid[], ?, ?, ?::uuid[], ?::bigint[],
                            ?::timestamptz[], ?::timestamptz[], ?, ?::uuid[], ?, ?)
                        as e(district_id, source, district_seq, event_id, type, aggregate_type, aggregate_id,
                            aggregate_version, occurred_at, recorded_at, actor, causation_id, traceparent, data)
                ), new_type as (
                    insert into history_type (source, type)
                    select distinct source, type from new_event order by source, type
                    on conflict do nothing
                )
                insert into history (district_id, source, district_seq, event_id, type, aggregate_type, aggregate_id,
                    aggregate_version, occurred_at, recorded_at, actor, causation_id, traceparent, data)
                select district_id, source, district_seq, event_id, type, aggregate_type, aggregate_id,
                    aggregate_version, occurred_at, recorded_at, actor, causation_id, traceparent, data::json
                from new_event
                """)) {
            bind(connection, statement, 1, "text", events, RecordedEvent::districtId);
            bind(connection, statement, 2, "text", events, RecordedEvent::source);
            bind(connection, statement, 3, "bigint", events, RecordedEvent::districtSeq);
            bind(connection, statement, 4, "uuid", events, RecordedEvent::eventId);
            bind(connection, statement, 5, "text", events, RecordedEvent::wireType);
            bind(connection, statement, 6, "text", events, RecordedEvent::streamType);
            bind(connection, statement, 7, "uuid", events, RecordedEvent::streamId);
            bind(connection, statement, 8, "bigint", events, RecordedEvent::streamVersion);
            bind(
                    connection,
                    statement,
                    9,
                    "timestamptz",
                    events,
                    event -> event.occurredAt().toString());
            bind(
                    connection,
                    statement,
                    10,
                    "timestamptz",
                    events,
                    event -> event.recordedAt().toString());
            bind(connection, statement, 11, "text", events, RecordedEvent::actor);
            bind(connection, statement, 12, "uuid", events, RecordedEvent::causationId);
            bind(connection, statement, 13, "text", events, RecordedEvent::traceparent);
            bind(connection, statement, 14, "text", events, RecordedEvent::data);
            statement.executeUpdate();
        }
        HistoryBlocks.fill(connection, events);
    }

    private static void bind(
            Connection connection,
            PreparedStatement statement,
            int parameter,
            String type,
            List<RecordedEvent> events,
            Function<RecordedEvent, Object> column)
            throws SQLException {
        statement.setArray(
                parameter,
                connection.createArrayOf(type, events.stream().map(column).toArray()));
    }
}
