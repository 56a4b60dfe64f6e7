package org.inpractice.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.inpractice.stack.KafkaBroker;
import org.inpractice.stack.LocalService;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.RecordedEvent;

/** What is in streams, on topics and in read models, and whether it is as promised. */
final class Evidence {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private static final Pattern SEQUENCE = Pattern.compile("(\"(?:sequence|fromSequence|toSequence)\":)\\d+");

    private final Services services;

    Evidence(Services services) {
        this.services = services;
    }

    /** An event of a district's stream. */
    record StreamEvent(long seq, String eventId, String type, String streamId) {}

    /** A service's stream of a district, by number. Fails unless the numbers are 1, 2, 3, … */
    List<StreamEvent> stream(LocalService service, String district) throws SQLException {
        List<StreamEvent> events = new ArrayList<>();
        try (Connection connection = services.installation().postgres().connection(service.database());
                PreparedStatement query = connection.prepareStatement("""
                        select district_seq, event_id, event_type, stream_id from event
                        where district_id = ? order by district_seq
                        """)) {
            query.setString(1, district);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events.add(new StreamEvent(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
        }
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1, events.get(i).seq(), "the stream of " + district + " has a hole");
        }
        return events;
    }

    /** Every record on a service's topic, in the order of each partition. */
    List<ConsumerRecord<String, byte[]>> topic(LocalService service) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        services.installation().kafka().bootstrapServers(),
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = 0; i < KafkaBroker.PARTITIONS; i++) {
                partitions.add(new TopicPartition(service.topic(), i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        return records;
    }

    /** The topic holds every event of the stream, first occurrences in order, and copies carry the same id. */
    void assertPublished(LocalService service, Map<String, List<StreamEvent>> streams) {
        Map<String, Map<Long, String>> seen = new HashMap<>();
        for (ConsumerRecord<String, byte[]> received : topic(service)) {
            RecordedEvent event = CloudEvents.fromRecord(received);
            assertEquals(event.districtId(), received.key());
            Map<Long, String> ofDistrict = seen.computeIfAbsent(event.districtId(), key -> new HashMap<>());
            String first =
                    ofDistrict.putIfAbsent(event.districtSeq(), event.eventId().toString());
            if (first == null) {
                assertTrue(
                        event.districtSeq() == 1 || ofDistrict.containsKey(event.districtSeq() - 1),
                        () -> event + " came before the one before it");
            } else {
                assertEquals(first, event.eventId().toString(), "a copy with another id");
            }
        }
        streams.forEach((district, events) -> {
            Map<Long, String> expected = new HashMap<>();
            events.forEach(event -> expected.put(event.seq(), event.eventId()));
            assertEquals(expected, seen.getOrDefault(district, Map.of()), "what the topic holds of " + district);
        });
    }

    /** The district's history over REST, oldest first. */
    List<JsonNode> history(Caller caller) {
        return caller.all(LocalService.LEARNING_LOG, "history?order=asc");
    }

    /** Whether every cycle with data has been judged by what is there, and so nothing more will be told of it. */
    boolean isJudged() throws SQLException {
        try (Connection connection =
                        services.installation().postgres().connection(LocalService.MEASUREMENT.database());
                PreparedStatement query = connection.prepareStatement("""
                        select not exists (
                            select from followed_cycle step
                            left join district_head head using (district_id)
                            left join feedback_cursor done using (district_id)
                            where step.step = 'started' and (done.district_id is null or done.judged_seq < head.last_seq))
                        """);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Every verdict of a history takes up the one before it, and is another one: none is told twice, none is missing. */
    static void assertVerdictsFollow(List<JsonNode> history) {
        Map<String, String> verdicts = new HashMap<>();
        for (JsonNode event : history) {
            if (event.path("type").asText().equals("improvement.feedback.changed.v1")) {
                JsonNode data = event.path("data");
                String before = verdicts.put(
                        data.path("cycleId").asText(), data.path("verdict").asText());
                assertEquals(before, data.path("verdictBefore").textValue());
                assertNotEquals(before, data.path("verdict").asText());
            }
        }
        assertFalse(verdicts.isEmpty(), "no verdict was told");
    }

    /**
     * What a service's part of a history tells, without what differs between two runs: ids and clocks, and what was judged
     * while the data came in, which depends on when.
     */
    static String tale(List<JsonNode> history, LocalService service) {
        StringBuilder tale = new StringBuilder();
        AtomicInteger number = new AtomicInteger();
        history.stream()
                .filter(event -> event.path("source").asText().equals(service.serviceName()))
                .filter(event -> !event.path("type").asText().matches("improvement\\.(feedback|signal)\\..*"))
                .forEach(event -> tale.append(number.incrementAndGet())
                        .append(' ')
                        .append(event.path("type").asText())
                        .append(' ')
                        .append(event.path("aggregateId").asText())
                        .append(" v")
                        .append(event.path("aggregateVersion").asLong())
                        .append(' ')
                        .append(event.path("occurredAt").asText())
                        .append(' ')
                        .append(event.path("data"))
                        .append('\n'));
        return withoutIds(tale.toString());
    }

    /** Ids numbered as they first appear. */
    static String withoutIds(String text) {
        Map<String, String> names = new HashMap<>();
        return ID.matcher(text).replaceAll(found -> names.computeIfAbsent(found.group(), id -> "id-" + names.size()));
    }

    /** Instants of the machine's clock left out too, and the sequence numbers that follow from when something was judged. */
    static String withoutIdsAndClocks(String text) {
        Matcher instants = INSTANT.matcher(withoutIds(text));
        return SEQUENCE.matcher(instants.replaceAll("instant")).replaceAll("$1");
    }
}
