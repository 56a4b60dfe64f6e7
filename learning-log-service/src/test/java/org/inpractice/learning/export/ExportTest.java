package org.inpractice.learning.export;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.history.ForeignService;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class ExportTest {
    private static final String ENDED = "improvement.history.exported.v1";

    private final ADistrict district = ADistrict.fresh();
    private final ForeignService measurement = ForeignService.measurement(district.id());
    private final ForeignService cycles = ForeignService.cycles(district.id());

    @Test
    void every_line_is_an_event_as_it_was_on_the_topic_and_the_last_says_that_all_are_there() throws IOException {
        // given
        RecordedEvent told = measurement.event(
                1,
                "improvement.observation.recorded",
                "observation",
                UUID.randomUUID(),
                "{\"value\": 0.10,\r\n \"note\":\"two\\nlines\"}");
        RecordedEvent effect = ForeignService.because(told.eventId(), cycles.observation(1));
        measurement.send(told);
        cycles.send(effect);
        awaitArrived(2);
        // when
        List<JsonNode> lines = export("");
        // then
        assertEquals(3, lines.size());
        JsonNode first = lines.stream()
                .filter(line -> line.path("id").asText().equals(told.eventId().toString()))
                .findFirst()
                .orElseThrow();
        assertEquals("1.0", first.path("specversion").asText());
        assertEquals("/measurement-service", first.path("source").asText());
        assertEquals("improvement.observation.recorded.v1", first.path("type").asText());
        assertEquals("observation/" + told.streamId(), first.path("subject").asText());
        assertEquals(told.occurredAt().toString(), first.path("time").asText());
        assertEquals(told.recordedAt().toString(), first.path("recordedat").asText());
        assertEquals(district.id(), first.path("districtid").asText());
        assertEquals(1, first.path("districtseq").asInt());
        assertEquals("two\nlines", first.path("data").path("note").asText());
        assertFalse(first.has("causationid"));
        assertEquals(ENDED, lines.getLast().path("type").asText());
        JsonNode end = lines.getLast().path("data");
        assertEquals(2, end.path("events").asInt());
        assertEquals(1, end.path("complete").path("measurement-service").asInt());
        assertEquals(1, end.path("complete").path("improvement-cycles-service").asInt());
        assertFalse(end.path("filtered").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20_170_901})
    void an_export_that_was_cut_anywhere_goes_on_after_its_last_whole_line(long seed) throws IOException {
        // given
        Random random = new Random(seed);
        send(measurement, 1, 900);
        send(cycles, 1, 120);
        awaitArrived(1_020);
        // when
        List<String> seen = new ArrayList<>();
        String after = "";
        boolean ended = false;
        while (!ended) {
            List<JsonNode> lines = export(after);
            int cut = Math.min(lines.size(), 1 + random.nextInt(400));
            for (JsonNode line : lines.subList(0, cut)) {
                ended = line.path("type").asText().equals(ENDED);
                if (!ended) {
                    seen.add(line.path("source").asText() + "#"
                            + line.path("districtseq").asLong());
                    after = "?after=" + line.path("historyposition").asText();
                }
            }
        }
        // then
        assertEquals(names("/measurement-service", 900), of("/measurement-service", seen));
        assertEquals(names("/improvement-cycles-service", 120), of("/improvement-cycles-service", seen));
        assertEquals(1_020, seen.size());
    }

    @Test
    void filters_by_source_and_time_and_as_of() throws IOException {
        // given
        send(measurement, 1, 500);
        send(cycles, 1, 20);
        awaitArrived(520);
        // then
        assertEquals(21, export("?source=improvement-cycles-service").size());
        assertTrue(export("?source=improvement-cycles-service")
                .getLast()
                .path("data")
                .path("filtered")
                .asBoolean());
        assertEquals(
                List.of(3L, 4L),
                export("?source=measurement-service&from=2025-09-04T08:00:00Z&to=2025-09-06T08:00:00Z").stream()
                        .filter(line -> line.has("districtseq"))
                        .map(line -> line.path("districtseq").asLong())
                        .toList());
        assertEquals(5, export("?asOf=2025-09-01T08:02:00Z").size());
        assertEquals(1, export("?type=improvement.nothing.*").size());
    }

    @Test
    void the_export_of_nothing_is_its_last_line() throws IOException {
        assertEquals(1, export("").size());
    }

    @Test
    void the_history_of_another_district_is_nobody_elses() {
        ADistrict other = ADistrict.fresh();
        other.ana().get(district.path("history/export")).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=rubbish",
                "after=eyJtZWFzdXJlbWVudC1zZXJ2aWNlIjo3fQ",
                "from=2025-09-02T00:00:00Z&to=2025-09-01T00:00:00Z",
                "to=2025-09-01",
                "asOf=x"
            })
    void refuses_rubbish_with_a_problem_that_names_it(String query) {
        district.get("history/export?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(query.substring(0, query.indexOf('='))));
    }

    private List<JsonNode> export(String query) throws IOException {
        String body = district.get("history/export" + query)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        assertTrue(body.endsWith("\n"), "the last line is whole");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : body.lines().toList()) {
            lines.add(EventJson.mapper().readTree(line));
        }
        return lines;
    }

    private static List<String> of(String source, List<String> seen) {
        return seen.stream().filter(name -> name.startsWith(source + "#")).toList();
    }

    private static List<String> names(String source, int to) {
        return IntStream.rangeClosed(1, to).mapToObj(seq -> source + "#" + seq).toList();
    }

    private static void send(ForeignService service, int from, int to) {
        service.send(
                LongStream.rangeClosed(from, to).mapToObj(service::observation).toList());
    }

    private void awaitArrived(int events) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertEquals(
                        events,
                        district.get("history?limit=1").<Map<String, Integer>>path("complete").values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()));
    }
}
