package org.inpractice.stream;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    String districtId(int row) {
        return appendOf.get(row).districtId();
    }

    /** Sets twelve array parameters, from one on: all that is known of an event before it has a number. */
    void bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
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
        int next = first;
        statement.setArray(next++, connection.createArrayOf("text", districts));
        statement.setArray(next++, connection.createArrayOf("uuid", ids.toArray()));
        statement.setArray(next++, connection.createArrayOf("text", streamTypes));
        statement.setArray(next++, connection.createArrayOf("uuid", streams));
        // An array of Long goes over the wire as numbers, one of Object as text.
        statement.setArray(next++, connection.createArrayOf("bigint", versions.toArray(Long[]::new)));
        statement.setArray(next++, connection.createArrayOf("text", names));
        statement.setArray(next++, connection.createArrayOf("int4", schemaVersions));
        statement.setArray(next++, connection.createArrayOf("timestamptz", occurredAt));
        statement.setArray(next++, connection.createArrayOf("text", actors));
        statement.setArray(next++, connection.createArrayOf("uuid", causations));
        statement.setArray(next++, connection.createArrayOf("text", traceparents));
        statement.setArray(next, connection.createArrayOf("text", data.toArray(String[]::new)));
    }

    /** The events with the numbers and times that a result has for them, row by row. */
    List<Recorded<E>> recorded(String source, ResultSet row) throws SQLException {
        Long[] sequences = new Long[size()];
        Instant[] recordedAt = new Instant[size()];
        for (int i = 0; i < size(); i++) {
            row.next();
            sequences[i] = row.getLong(1);
            recordedAt[i] = row.getObject(2, OffsetDateTime.class).toInstant();
        }
        return recorded(source, sequences, recordedAt);
    }

    List<Recorded<E>> recorded(String source, Long[] sequences, Instant[] recordedAt) {
        List<Recorded<E>> recorded = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            Append<E> append = appendOf.get(i);
            Append.Cause cause = append.cause();
            recorded.add(new Recorded<>(
                    new RecordedEvent(
                            source,
                            append.districtId(),
                            sequences[i],
                            ids.get(i),
                            append.streamType(),
                            append.streamId(),
                            versions.get(i),
                            types.get(i).name(),
                            types.get(i).version(),
                            cause.occurredAt().truncatedTo(ChronoUnit.MICROS),
                            recordedAt[i],
                            cause.actor(),
                            cause.causationId(),
                            cause.traceparent(),
                            data.get(i)),
                    events.get(i)));
        }
        return recorded;
    }
}
