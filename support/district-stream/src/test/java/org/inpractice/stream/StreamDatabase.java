package org.inpractice.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;

/** A service's database: the stream's tables and those of {@link NoteLines}, on the real server. */
final class StreamDatabase implements Transactions, AutoCloseable {
    static final Append.Cause CAUSE =
            new Append.Cause("maria@example.org", Instant.parse("2026-01-07T08:00:00Z"), null, null);

    private final String url;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    final DistrictStream stream = new DistrictStream("notes-service", Clock.systemUTC());

    StreamDatabase(String url) {
        this.url = url;
    }

    /** A new one; the name must be that of the test. */
    static StreamDatabase create(String name) throws SQLException {
        Servers.postgres().createDatabase(name);
        StreamDatabase database = new StreamDatabase(Servers.postgres().jdbcUrl(name));
        database.execute("drop schema public cascade; create schema public");
        database.execute(migration());
        database.execute(NoteLines.TABLES);
        return database;
    }

    String url() {
        return url;
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    @Override
    public <T> T call(Work<T> work) throws SQLException {
        Connection kept = idle.pollFirst();
        Connection connection = kept == null ? open() : kept;
        boolean committed = false;
        try {
            connection.setAutoCommit(false);
            T result = work.run(connection);
            connection.commit();
            committed = true;
            idle.addFirst(connection);
            return result;
        } finally {
            if (!committed) {
                connection.close();
            }
        }
    }

    /** Appends a new note with some amendments: {@code count} events in one transaction, read tables included. */
    List<Recorded<Note>> append(String districtId, int count) throws SQLException {
        return call(connection -> {
            List<Recorded<Note>> recorded =
                    stream.append(connection, Note.CODEC, List.of(newNote(districtId, DistrictStream.newId(), count)));
            new NoteLines().apply(connection, recorded);
            return recorded;
        });
    }

    static Append<Note> newNote(String districtId, UUID noteId, int events) {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note.Written(noteId, "first"));
        IntStream.range(1, events).forEach(n -> notes.add(new Note.Amended(noteId, "amendment " + n, "es")));
        return new Append<>(districtId, "note", noteId, 0, CAUSE, notes);
    }

    List<RecordedEvent> events(String districtId) throws SQLException {
        return call(connection -> stream.after(connection, districtId, 0, Integer.MAX_VALUE));
    }

    RelayLag lag() throws SQLException {
        return call(connection -> RelayLag.measure(connection, Instant.now()));
    }

    List<ParkedSequence> parked() throws SQLException {
        return call(ParkedSequences::all);
    }

    /** The rows that a query answers with, each as text. */
    List<String> rows(String query) throws SQLException {
        return call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query);
                    ResultSet row = statement.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(i == 1 ? "" : "|").append(row.getString(i));
                    }
                    rows.add(text.toString());
                }
                return rows;
            }
        });
    }

    /** Everything {@link NoteLines} wrote, in the order of its keys. */
    List<String> readModel() throws SQLException {
        List<String> rows = new ArrayList<>(rows("select * from note_line order by source, district_id, district_seq"));
        rows.addAll(rows("select * from note_total order by source, district_id"));
        return rows;
    }

    void execute(String sql) throws SQLException {
        call(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static String migration() {
        String name = "/db/district-stream/V0001__district_stream.sql";
        try (InputStream sql = DistrictStream.class.getResourceAsStream(name)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
