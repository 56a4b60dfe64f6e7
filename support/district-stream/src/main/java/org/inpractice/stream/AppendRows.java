package org.inpractice.stream;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Events as columns, the form in which an array parameter a column takes a thousand rows in one round trip. */
final class AppendRows<E> {
    private final EventCodec<E> codec;
    private final List<Append<E>> appendOf = new ArrayList<>();
    private final List<E> events = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<EventType> types = new ArrayList<>();
    private final List<String> data = new ArrayList<>();

    AppendRows(EventCodec<E> codec) {
        this.codec = codec;
    }

    void add(Append<E> append) {
        long version = append.expectedVersion();
        for (E event : append.events()) {
            String json = codec.write(event);
            if (json.length() > DistrictStream.MAX_EVENT_BYTES / 4
                    && json.getBytes(StandardCharsets.UTF_8).length > DistrictStream.MAX_EVENT_BYTES) {
                throw new IllegalArgumentException("an event larger than " + DistrictStream.MAX_EVENT_BYTES + " bytes");
            }
            appendOf.add(append);
            events.add(event);
            versions.add(++version);
            ids.add(DistrictStream.newId());
            types.add(codec.typeOf(event));
            data.add(json);
        }
    }

    int size() {
        return events.size();
    }

    void bind(Connection connection, PreparedStatement statement) throws SQLException {
        int size = size();
        String[] districts = new String[size];
        String[] streamTypes = new String[size];
        UUID[] streams = new UUID[size];
        String[] names = new String[size];
        Integer[] schemaVersions = new Integer[size];
        String[] occurredAt = new String[size];
        String[] actors = new String[size];
        UUID[] causations = new UUID[size];
        String[] traceparents = new String[size];
        for (int i = 0; i < size; i++) {
            Append<E> append = appendOf.get(i);
            districts[i] = append.districtId();
            streamTypes[i] = append.streamType();
            streams[i] = append.streamId();
            names[i] = types.get(i).name();
            schemaVersions[i] = types.get(i).version();
            // As precise as the database keeps it, and cut off, not rounded, as in what is handed back.
            occurredAt[i] =
                    append.cause().occurredAt().truncatedTo(ChronoUnit.MICROS).toString();
            actors[i] = append.cause().actor();
            causations[i] = append.cause().causationId();
            traceparents[i] = append.cause().traceparent();
        }
        statement.setArray(1, connection.createArrayOf("text", districts));
        statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
        statement.setArray(3, connection.createArrayOf("text", streamTypes));
        statement.setArray(4, connection.createArrayOf("uuid", streams));
        statement.setArray(5, connection.createArrayOf("bigint", versions.toArray()));
        statement.setArray(6, connection.createArrayOf("text", names));
        statement.setArray(7, connection.createArrayOf("int4", schemaVersions));
        statement.setArray(8, connection.createArrayOf("timestamptz", occurredAt));
        statement.setArray(9, connection.createArrayOf("text", actors));
        statement.setArray(10, connection.createArrayOf("uuid", causations));
        statement.setArray(11, connection.createArrayOf("text", traceparents));
        statement.setArray(12, connection.createArrayOf("text", data.toArray()));
    }

    List<Recorded<E>> recorded(String source, ResultSet row) throws SQLException {
        List<Recorded<E>> recorded = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            row.next();
            Append<E> append = appendOf.get(i);
            Append.Cause cause = append.cause();
            recorded.add(new Recorded<>(
                    new RecordedEvent(
                            source,
                            append.districtId(),
                            row.getLong(1),
                            ids.get(i),
                            append.streamType(),
                            append.streamId(),
                            versions.get(i),
                            types.get(i).name(),
                            types.get(i).version(),
                            cause.occurredAt().truncatedTo(ChronoUnit.MICROS),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            cause.actor(),
                            cause.causationId(),
                            cause.traceparent(),
                            data.get(i)),
                    events.get(i)));
        }
        return recorded;
    }
}
