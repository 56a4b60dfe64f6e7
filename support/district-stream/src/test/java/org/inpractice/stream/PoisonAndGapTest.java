package org.inpractice.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Promise 8: poison, gaps and unknown types. */
class PoisonAndGapTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-01-07T12:00:00Z");
    private static final String SICK = "0000001";
    private static final String WELL = "0000002";

    private TestTopic topic;
    private StreamDatabase database;
    private Inbox<Note> inbox;
    private Following following;

    @BeforeEach
    void follow(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName();
        topic = TestTopic.create(name.replace('_', '-'));
        database = StreamDatabase.create("poison_and_gap");
        inbox = new Inbox<>("notes", database, Note.CODEC, new NoteLines(), Clock.fixed(NOON, ZoneOffset.UTC));
        following = new Following(topic, inbox);
    }

    @AfterEach
    void end() throws Exception {
        following.close();
        database.close();
    }

    @Test
    void poison_parks_its_districts_sequence_of_its_source_only_and_a_release_resumes_in_order() throws Exception {
        // given
        List<RecordedEvent> sick = events("notes-service", SICK, 1, 8);
        sick.set(2, withText(sick.get(2), "poison"));
        List<RecordedEvent> sent = new ArrayList<>(sick);
        sent.addAll(events("notes-service", WELL, 1, 8));
        sent.addAll(events("other-service", SICK, 1, 8));
        // when
        topic.publish(sent);
        // then
        awaitApplied("notes-service", WELL, 8);
        awaitApplied("other-service", SICK, 8);
        awaitApplied("notes-service", SICK, 2);
        ParkedSequence parked = awaitOneParked(6);
        assertEquals("notes", parked.consumer());
        assertEquals("notes-service", parked.source());
        assertEquals(SICK, parked.districtId());
        assertEquals(2, parked.appliedSeq());
        assertEquals("poison", parked.parked());
        assertEquals(NOON, parked.parkedAt());
        assertTrue(parked.reason().contains(SICK + "#3"), parked.reason());
        assertTrue(parked.reason().contains("note_line_is_sound"), parked.reason());
        // when nothing was mended
        assertFalse(inbox.release("notes-service", SICK));
        // then
        assertEquals(2, awaitOneParked(6).appliedSeq());
        // when
        database.execute("alter table note_line drop constraint note_line_is_sound");
        assertTrue(inbox.release("notes-service", SICK));
        // then
        assertEquals(List.of(), database.parked());
        topic.publish(events("notes-service", SICK, 9, 10));
        awaitApplied("notes-service", SICK, 10);
        assertLinesInOrder(SICK, 10);
        assertFalse(inbox.release("notes-service", SICK));
    }

    @Test
    void an_event_that_cannot_be_read_parks_and_the_reason_tells_no_value() throws Exception {
        // given
        List<RecordedEvent> sick = events("notes-service", SICK, 1, 3);
        sick.set(1, sick.get(1).withData("{\"noteId\":\"confidential\",\"text\":\"a\"}"));
        // when
        topic.publish(sick);
        // then
        ParkedSequence parked = awaitOneParked(2);
        assertEquals("poison", parked.parked());
        assertTrue(parked.reason().contains("noteId"), parked.reason());
        assertFalse(parked.reason().contains("confidential"), parked.reason());
    }

    @Test
    void events_of_unknown_type_are_skipped_and_never_park() throws Exception {
        // given
        List<RecordedEvent> mixed = new ArrayList<>(events("notes-service", SICK, 1, 4));
        mixed.set(1, ofType(mixed.get(1), "test.note.unheard-of"));
        mixed.set(2, ofType(mixed.get(2), "test.note.unheard-of").withData("not even JSON"));
        // when
        topic.publish(mixed);
        // then
        awaitApplied("notes-service", SICK, 4);
        assertEquals(List.of(), database.parked());
        assertEquals(List.of("1", "4"), database.rows("select district_seq from note_line order by 1"));
    }

    @Test
    void a_gap_parks_and_the_arrival_of_the_missing_event_resumes() throws Exception {
        // given
        List<RecordedEvent> all = events("notes-service", SICK, 1, 9);
        // when
        topic.publish(without(all, 3, 6));
        // then
        awaitApplied("notes-service", SICK, 2);
        ParkedSequence parked = awaitOneParked(5);
        assertEquals("gap", parked.parked());
        assertEquals("an event before sequence 4 is missing", parked.reason());
        assertFalse(inbox.release("notes-service", SICK), "a release cannot bring the missing event");
        // when
        topic.publish(all.subList(2, 3));
        // then it goes on to the next gap
        awaitApplied("notes-service", SICK, 5);
        assertEquals("an event before sequence 7 is missing", awaitOneParked(3).reason());
        // when
        topic.publish(all.subList(0, 6));
        // then
        awaitApplied("notes-service", SICK, 9);
        assertEquals(List.of(), database.parked());
        assertLinesInOrder(SICK, 9);
    }

    @Test
    void a_batch_that_fills_its_own_gap_and_repeats_itself_parks_nothing() throws Exception {
        // given
        List<RecordedEvent> all = events("notes-service", SICK, 1, 5);
        // when
        inbox.receive(List.of(all.get(0), all.get(2), all.get(1), all.get(2), all.get(1)));
        inbox.receive(all.subList(3, 5));
        // then
        awaitApplied("notes-service", SICK, 5);
        assertEquals(List.of(), database.parked());
        assertLinesInOrder(SICK, 5);
        assertEquals(List.of("0"), database.rows("select count(*) from inbox_held"));
    }

    @Test
    void a_missing_event_that_is_poison_parks_as_poison() throws Exception {
        // given
        List<RecordedEvent> all = events("notes-service", SICK, 1, 4);
        all.set(1, withText(all.get(1), "poison"));
        topic.publish(without(all, 2, 2));
        assertEquals("gap", awaitOneParked(2).parked());
        // when
        topic.publish(all.subList(1, 2));
        // then
        await().atMost(PATIENCE).until(() -> awaitOneParked(3).parked().equals("poison"));
        // when
        database.execute("alter table note_line drop constraint note_line_is_sound");
        assertTrue(inbox.release("notes-service", SICK));
        // then
        assertLinesInOrder(SICK, 4);
    }

    @Test
    void a_record_without_a_sequence_is_kept_for_a_look_and_stops_nobody() throws Exception {
        // given
        try (KafkaProducer<String, byte[]> producer = topic.producer()) {
            var unused = producer.send(new ProducerRecord<>(topic.name(), SICK, new byte[] {1}));
            producer.flush();
        }
        // when
        topic.publish(events("notes-service", SICK, 1, 2));
        // then
        awaitApplied("notes-service", SICK, 2);
        assertEquals(
                List.of("notes|the header ce_type is missing"),
                database.rows("select consumer, reason from inbox_unreadable"));
    }

    private void awaitApplied(String source, String district, long sequence) {
        String query = "select applied_seq from inbox_cursor where source = '%s' and district_id = '%s'"
                .formatted(source, district);
        await().atMost(PATIENCE).until(() -> database.rows(query).equals(List.of(String.valueOf(sequence))));
    }

    private ParkedSequence awaitOneParked(long held) {
        return await().atMost(PATIENCE)
                .until(
                        database::parked,
                        parked -> parked.size() == 1 && parked.get(0).held() == held)
                .get(0);
    }

    private void assertLinesInOrder(String district, int last) throws Exception {
        assertEquals(
                IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toList(),
                database.rows("select district_seq from note_line where source = 'notes-service' and district_id = '"
                        + district + "' order by ctid"));
    }

    private static List<RecordedEvent> without(List<RecordedEvent> all, long first, long second) {
        return all.stream()
                .filter(event -> event.districtSeq() != first && event.districtSeq() != second)
                .toList();
    }

    private static List<RecordedEvent> events(String source, String district, int from, int to) {
        List<RecordedEvent> events = new ArrayList<>();
        for (int sequence = from; sequence <= to; sequence++) {
            UUID note = DistrictStream.newId();
            events.add(new RecordedEvent(
                    source,
                    district,
                    sequence,
                    DistrictStream.newId(),
                    "note",
                    note,
                    1,
                    "test.note.written",
                    1,
                    NOON,
                    NOON,
                    "maria@example.org",
                    null,
                    null,
                    Note.CODEC.write(new Note.Written(note, "t" + sequence))));
        }
        return events;
    }

    private static RecordedEvent withText(RecordedEvent event, String text) {
        return event.withData(Note.CODEC.write(new Note.Written(event.streamId(), text)));
    }

    private static RecordedEvent ofType(RecordedEvent event, String type) {
        return new RecordedEvent(
                event.source(),
                event.districtId(),
                event.districtSeq(),
                event.eventId(),
                event.streamType(),
                event.streamId(),
                event.streamVersion(),
                type,
                event.schemaVersion(),
                event.occurredAt(),
                event.recordedAt(),
                event.actor(),
                event.causationId(),
                event.traceparent(),
                event.data());
    }
}
