package org.inpractice.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names, versions and older forms of events. */
class EventCodecTest {
    private static final UUID NOTE = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    @Test
    void an_event_of_an_older_schema_version_is_lifted_before_it_is_read() {
        // given
        RecordedEvent old = event("test.note.amended", 1, "{\"noteId\":\"" + NOTE + "\",\"text\":\"a\"}");
        // when
        Optional<Note> read = Note.CODEC.read(old);
        // then
        assertEquals(Optional.of(new Note.Amended(NOTE, "a", "en")), read);
    }

    @Test
    void an_older_version_without_a_step_up_is_unreadable() {
        // given
        RecordedEvent old = event("test.note.amended", 0, "{}");
        // when
        UnreadableEventException error = assertThrows(UnreadableEventException.class, () -> Note.CODEC.read(old));
        // then
        assertEquals("test.note.amended.v0: no upcast from version 0", error.getMessage());
    }

    @Test
    void a_newer_version_is_never_read_as_an_older_one() {
        // given
        RecordedEvent newer = event("test.note.written", 2, "{\"noteId\":\"" + NOTE + "\",\"text\":\"a\"}");
        // when then
        assertThrows(UnreadableEventException.class, () -> Note.CODEC.read(newer));
    }

    @Test
    void an_event_of_unknown_type_is_none_of_the_readers_business() {
        assertTrue(Note.CODEC.read(event("test.note.unheard-of", 9, "not JSON")).isEmpty());
    }

    @Test
    void unknown_properties_are_tolerated_and_absent_values_left_out() {
        // given
        RecordedEvent more =
                event("test.note.written", 1, "{\"noteId\":\"" + NOTE + "\",\"text\":\"a\",\"since\":\"later\"}");
        // when then
        assertEquals(Optional.of(new Note.Written(NOTE, "a")), Note.CODEC.read(more));
        assertEquals("{\"noteId\":\"" + NOTE + "\"}", Note.CODEC.write(new Note.Written(NOTE, null)));
    }

    @Test
    void the_reason_of_an_unreadable_event_names_the_place_and_never_the_value() {
        // given
        RecordedEvent wrong = event("test.note.written", 1, "{\"noteId\":\"confidential\"}");
        // when
        UnreadableEventException error = assertThrows(UnreadableEventException.class, () -> Note.CODEC.read(wrong));
        // then
        assertTrue(error.getMessage().contains("noteId"), error.getMessage());
        assertFalse(error.getMessage().contains("confidential"), error.getMessage());
    }

    @Test
    void decimals_stay_as_they_were_sent() {
        // given
        EventCodec<Sample> codec = new EventCodec<>(Sample.class);
        // when
        String json = codec.write(new Sample.Taken(new BigDecimal("0.10"), Instant.parse("2025-09-15T07:30:00Z")));
        // then
        assertEquals("{\"value\":0.10,\"at\":\"2025-09-15T07:30:00Z\"}", json);
        assertEquals(
                Optional.of(new Sample.Taken(new BigDecimal("0.10"), Instant.parse("2025-09-15T07:30:00Z"))),
                codec.read(event("test.sample.taken", 1, json)));
    }

    @Test
    void an_event_without_a_name_is_refused_when_the_codec_is_made() {
        assertThrows(IllegalArgumentException.class, () -> new EventCodec<>(Unnamed.class));
    }

    @Test
    void two_events_of_one_name_are_refused_when_the_codec_is_made() {
        assertThrows(IllegalArgumentException.class, () -> new EventCodec<>(Twice.class));
    }

    @Test
    void an_interface_that_is_not_sealed_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new EventCodec<>(Runnable.class));
    }

    @Test
    void wire_types_are_names_with_versions() {
        assertEquals(
                List.of("test.note.amended.v2", "test.note.withdrawn.v1", "test.note.written.v1"),
                Note.CODEC.wireTypes());
    }

    private static RecordedEvent event(String type, int version, String json) {
        Instant at = Instant.parse("2026-01-07T12:00:00Z");
        UUID id = DistrictStream.newId();
        return new RecordedEvent(
                "notes-service", "0000001", 1, id, "note", NOTE, 1, type, version, at, at, "maria", null, null, json);
    }

    sealed interface Sample {
        @EventType(name = "test.sample.taken")
        record Taken(BigDecimal value, Instant at) implements Sample {}
    }

    sealed interface Unnamed {
        record Happened() implements Unnamed {}
    }

    sealed interface Twice {
        @EventType(name = "test.twice")
        record One() implements Twice {}

        @EventType(name = "test.twice")
        record Two() implements Twice {}
    }
}
