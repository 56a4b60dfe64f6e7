package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A read model that shows whether an event was applied twice, left out, or applied in another order. */
final class NoteLines implements Projection<Note> {
    static final String TABLES = """
            create table note_line (
                source       text   not null,
                district_id  text   not null,
                district_seq bigint not null,
                event_id     uuid   not null,
                text         text,
                constraint note_line_is_one_event primary key (source, district_id, district_seq),
                constraint note_line_is_sound check (text <> 'poison')
            ) with (fillfactor = 80);
            create index note_line_by_event on note_line (event_id);
            create table note_total (
                source      text   not null,
                district_id text   not null,
                notes       bigint not null,
                trace       text   not null,
                primary key (source, district_id)
            );
            """;

    @Override
    public List<String> tables() {
        return List.of("note_line", "note_total");
    }

    @Override
    public void apply(Connection connection, List<Recorded<Note>> events) throws SQLException {
        try (PreparedStatement line = connection.prepareStatement(
                        "insert into note_line (source, district_id, district_seq, event_id, text) values (?, ?, ?, ?, ?)");
                PreparedStatement total = connection.prepareStatement("""
                        insert into note_total (source, district_id, notes, trace) values (?, ?, 1, md5(?))
                        on conflict (source, district_id) do update set
                            notes = note_total.notes + 1, trace = md5(note_total.trace || excluded.trace)
                        """)) {
            for (Recorded<Note> recorded : events) {
                RecordedEvent at = recorded.envelope();
                line.setString(1, at.source());
                line.setString(2, at.districtId());
                line.setLong(3, at.districtSeq());
                line.setObject(4, at.eventId());
                line.setString(5, text(recorded.event()));
                line.addBatch();
                total.setString(1, at.source());
                total.setString(2, at.districtId());
                total.setString(3, at.eventId() + text(recorded.event()));
                total.addBatch();
            }
            line.executeBatch();
            total.executeBatch();
        }
    }

    private static String text(Note note) {
        return switch (note) {
            case Note.Written written -> written.text();
            case Note.Amended amended -> amended.language() + ": " + amended.text();
            case Note.Withdrawn withdrawn -> null;
        };
    }
}
