package org.inpractice.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is stored of an event, and at what cost. */
class AppendTest {
    private static StreamDatabase database;

    @BeforeAll
    static void open() throws Exception {
        database = StreamDatabase.create("append");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void a_thousand_events_cost_one_round_trip_as_one_does() throws Exception {
        for (int events : List.of(1, 1_000)) {
            // given
            AtomicInteger executions = new AtomicInteger();
            Append<Note> append = StreamDatabase.newNote("0000001", DistrictStream.newId(), events);
            // when
            List<Recorded<Note>> recorded = database.call(connection ->
                    database.stream.append(counting(connection, executions), Note.CODEC, List.of(append)));
            // then
            assertEquals(events, recorded.size());
            assertEquals(1, executions.get());
        }
    }

    @Test
    void everything_about_an_event_is_stored_and_handed_back_the_same() throws Exception {
        // given
        UUID note = DistrictStream.newId();
        UUID causation = DistrictStream.newId();
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        // Finer than the database keeps: what is handed back must be what is stored.
        Instant occurredAt = Instant.parse("2025-09-15T07:30:00.123456789Z");
        Append.Cause cause = new Append.Cause("maria@example.org", occurredAt, causation, traceparent);
        Append<Note> append = new Append<>(
                "0012345",
                "note",
                note,
                0,
                cause,
                List.of(new Note.Written(note, "año \"0.10\" \\ \u2028"), new Note.Amended(note, "b", "en")));
        // when
        List<RecordedEvent> returned = database
                .<List<Recorded<Note>>>call(
                        connection -> database.stream.append(connection, Note.CODEC, List.of(append)))
                .stream()
                .map(Recorded::envelope)
                .toList();
        // then
        List<RecordedEvent> stored = database.events("0012345");
        assertEquals(returned, stored);
        RecordedEvent second = stored.get(1);
        assertEquals("notes-service", second.source());
        assertEquals(2, second.districtSeq());
        assertEquals(2, second.streamVersion());
        assertEquals("test.note.amended", second.type());
        assertEquals(2, second.schemaVersion());
        assertEquals("test.note.amended.v2", second.wireType());
        assertEquals(Instant.parse("2025-09-15T07:30:00.123456Z"), second.occurredAt());
        assertEquals("maria@example.org", second.actor());
        assertEquals(causation, second.causationId());
        assertEquals(traceparent, second.traceparent());
        assertEquals(7, second.eventId().version());
        assertEquals(append.events().get(0), Note.CODEC.read(stored.get(0)).orElseThrow());
    }

    @Test
    void one_append_numbers_several_districts_and_aggregates_in_the_order_given() throws Exception {
        // given
        UUID one = DistrictStream.newId();
        UUID two = DistrictStream.newId();
        List<Append<Note>> appends = List.of(
                StreamDatabase.newNote("0000012", one, 2),
                StreamDatabase.newNote("0000011", two, 1),
                StreamDatabase.newNote("0000012", two, 1));
        // when
        List<Recorded<Note>> recorded =
                database.call(connection -> database.stream.append(connection, Note.CODEC, appends));
        // then
        assertEquals(
                List.of("0000012#1", "0000012#2", "0000011#1", "0000012#3"),
                recorded.stream()
                        .map(Recorded::envelope)
                        .map(event -> event.districtId() + "#" + event.districtSeq())
                        .toList());
    }

    @Test
    void an_append_of_nothing_costs_nothing() throws Exception {
        // given
        AtomicInteger executions = new AtomicInteger();
        // when
        List<Recorded<Note>> recorded = database.call(connection ->
                database.stream.append(counting(connection, executions), Note.CODEC, List.<Append<Note>>of()));
        // then
        assertTrue(recorded.isEmpty());
        assertEquals(0, executions.get());
    }

    @Test
    void an_event_too_large_for_the_topic_is_refused_before_it_is_stored() {
        // given
        UUID note = DistrictStream.newId();
        Note large = new Note.Written(note, "é".repeat(DistrictStream.MAX_EVENT_BYTES / 2));
        Append<Note> append = new Append<>("0000013", "note", note, 0, StreamDatabase.CAUSE, List.of(large));
        // when
        assertThrows(
                IllegalArgumentException.class,
                () -> database.call(connection -> database.stream.append(connection, Note.CODEC, List.of(append))));
        // then
        assertEquals(0L, assertSequence("0000013"));
    }

    private static long assertSequence(String district) {
        try {
            return database.<Long>call(connection -> database.stream.lastSequence(connection, district));
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Counts what is sent to the server: each execution is one round trip. */
    private static Connection counting(Connection plain, AtomicInteger executions) {
        return proxy(Connection.class, plain, executions);
    }

    private static <T> T proxy(Class<T> type, T plain, AtomicInteger executions) {
        return type.cast(Proxy.newProxyInstance(
                AppendTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        executions.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(plain, arguments);
                        return result instanceof PreparedStatement statement
                                ? proxy(PreparedStatement.class, statement, executions)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
