package org.inpractice.stream;

import java.util.UUID;

/** The events of these tests. */
sealed interface Note {
    EventCodec<Note> CODEC =
            new EventCodec<>(Note.class).upcast("test.note.amended", 1, json -> json.put("language", "en"));

    UUID noteId();

    @EventType(name = "test.note.written")
    record Written(UUID noteId, String text) implements Note {}

    /** In version 1 every note was English, and nobody said so. */
    @EventType(name = "test.note.amended", version = 2)
    record Amended(UUID noteId, String text, String language) implements Note {}

    @EventType(name = "test.note.withdrawn")
    record Withdrawn(UUID noteId) implements Note {}
}
