package org.inpractice.learning.history;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class HistoryResourceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ADistrict district = ADistrict.fresh();
    private final ForeignService measurement = ForeignService.measurement(district.id());
    private final ForeignService cycles = ForeignService.cycles(district.id());

    @Test
    void tells_everything_of_all_three_services_in_one_timeline() {
        // given
        UUID cycle = UUID.randomUUID();
        RecordedEvent started = cycles.event(1, "improvement.cycle.started", "cycle", cycle, "{\"n\":0.10}");
        measurement.send(measurement.observation(1), measurement.observation(2));
        cycles.send(started);
        String failureId = report().extract().path("failureId");
        // when
        awaitComplete("measurement-service", 2);
        awaitComplete("improvement-cycles-service", 1);
        awaitComplete("learning-log-service", 1);
        // then
        ValidatableResponse history = history("").body("items", hasSize(4)).body("next", nullValue());
        history.body("items[0].source", equalTo("improvement-cycles-service"))
                .body("items[0].districtSeq", equalTo(1))
                .body("items[0].eventId", equalTo(started.eventId().toString()))
                .body("items[0].type", equalTo("improvement.cycle.started.v1"))
                .body("items[0].aggregateType", equalTo("cycle"))
                .body("items[0].aggregateId", equalTo(cycle.toString()))
                .body("items[0].aggregateVersion", equalTo(1))
                .body("items[0].occurredAt", equalTo("2025-09-02T08:00:00Z"))
                .body("items[0].recordedAt", equalTo("2025-09-01T08:01:00Z"))
                .body("items[0].actor", equalTo("feed"))
                .body("items[1].source", equalTo("measurement-service"))
                .body("items[3].aggregateId", equalTo(failureId))
                .body("items[3].actor", equalTo("ana"))
                .body("items[3].data.whatHappened", equalTo("<b>Nobody</b> called"));
        assertTrue(history.extract().asString().contains("\"data\":{\"n\":0.10}"), "byte for byte");
    }

    @Test
    void applies_duplicates_once_and_waits_at_a_gap_until_it_is_filled() {
        // given
        RecordedEvent first = measurement.observation(1);
        RecordedEvent second = measurement.observation(2);
        RecordedEvent third = measurement.observation(3);
        // when
        measurement.send(first, first, third, first);
        // then
        awaitComplete("measurement-service", 1);
        await().atMost(SOON)
                .untilAsserted(() -> district.ana()
                        .get("/v1/admin/parked")
                        .then()
                        .body("find { it.districtId == '" + district.id() + "' }.parked", equalTo("gap")));
        history("").body("items", hasSize(1)).body("complete.measurement-service", equalTo(1));
        // when
        measurement.send(second, third);
        // then
        awaitComplete("measurement-service", 3);
        history("").body("items.districtSeq", equalTo(List.of(1, 2, 3)));
    }

    @Test
    void keeps_types_that_nobody_has_thought_of_yet() {
        measurement.send(measurement.event(1, "improvement.weather.sunny", "sky", UUID.randomUUID(), "[1,{}]"));
        awaitComplete("measurement-service", 1);
        history("type=improvement.weather.sunny.v1").body("items", hasSize(1)).body("items[0].data[0]", equalTo(1));
        history("type=improvement.weather.*").body("items", hasSize(1));
    }

    @Test
    void keeps_every_event_that_the_services_promise_as_it_is() {
        // given
        EventContract contract = EventContract.ofThisRepository();
        List<String> types = List.copyOf(contract.wireTypes(measurement.topic()));
        // when
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i).substring(0, types.get(i).lastIndexOf(".v"));
            String data = contract.sampleData(types.get(i));
            measurement.send(measurement.event(i + 1, type, "any", UUID.randomUUID(), data));
        }
        awaitComplete("measurement-service", types.size());
        // then
        String history =
                history("").body("items.type", equalTo(types)).extract().asString();
        types.forEach(type -> assertTrue(history.contains(contract.sampleData(type)), type));
    }

    @Test
    void filters_by_type_source_aggregate_and_time() {
        // given
        UUID cycle = UUID.randomUUID();
        cycles.send(
                cycles.event(1, "improvement.cycle.planned", "cycle", cycle, "{}"),
                cycles.event(2, "improvement.cycle.started", "cycle", cycle, "{}"),
                cycles.event(3, "improvement.aim.set", "aim", UUID.randomUUID(), "{}"),
                cycles.event(4, "improvement.cycle.decided", "cycle", UUID.randomUUID(), "{}"));
        measurement.send(measurement.observation(1), measurement.observation(2));
        awaitComplete("improvement-cycles-service", 4);
        awaitComplete("measurement-service", 2);
        // then
        history("type=improvement.cycle.*").body("items.districtSeq", equalTo(List.of(1, 2, 4)));
        history("type=improvement.cycle.planned.v1&type=improvement.aim.*")
                .body("items.districtSeq", equalTo(List.of(1, 3)));
        history("type=improvement.cycle.planned").body("items", hasSize(0));
        history("source=measurement-service").body("items", hasSize(2));
        history("source=measurement-service&source=improvement-cycles-service").body("items", hasSize(6));
        history("source=nobody").body("items", hasSize(0));
        history("aggregate=cycle/" + cycle).body("items.districtSeq", equalTo(List.of(1, 2)));
        history("aggregate=aim/" + cycle).body("items", hasSize(0));
        history("aggregate=cycle/" + cycle + "&type=improvement.cycle.started.v1&source=improvement-cycles-service")
                .body("items.districtSeq", equalTo(List.of(2)));
        history("from=2025-09-03T08:00:00Z&to=2025-09-05T08:00:00Z&source=improvement-cycles-service")
                .body("items.districtSeq", equalTo(List.of(2, 3)));
        history("from=2025-09-03T08:00:00Z").body("items", hasSize(4));
        history("actor=feed&source=measurement-service").body("items", hasSize(2));
        history("actor=fee").body("items", hasSize(0));
        history("asOf=2025-09-01T08:02:00Z").body("items", hasSize(4));
        history("asOf=2025-09-01T08:02:00Z&type=improvement.*&order=desc")
                .body("items.districtSeq", equalTo(List.of(2, 2, 1, 1)))
                .body("items[0].source", equalTo("measurement-service"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order=asc",
                "order=desc",
                "order=desc&type=improvement.*",
                "order=asc&source=measurement-service"
            })
    void pages_stay_as_they_were_while_events_arrive(String query) {
        // given
        int before = 40;
        send(measurement, 1, before);
        awaitComplete("measurement-service", before);
        // when
        List<Integer> seen = new ArrayList<>();
        String cursor = null;
        long arrived = before;
        do {
            ExtractableResponse<Response> page = history(
                            query + "&limit=7" + (cursor == null ? "" : "&cursor=" + cursor))
                    .body("complete.measurement-service", equalTo(before))
                    .extract();
            seen.addAll(page.<List<Integer>>path("items.districtSeq"));
            cursor = page.path("next");
            send(measurement, arrived + 1, arrived + 5);
            arrived += 5;
            awaitComplete("measurement-service", arrived);
        } while (cursor != null);
        // then
        List<Integer> expected = new ArrayList<>(
                LongStream.rangeClosed(1, before).mapToObj(Math::toIntExact).toList());
        if (query.contains("desc")) {
            Collections.reverse(expected);
        }
        assertEquals(expected, seen);
    }

    @Test
    void what_arrives_late_with_an_early_time_is_in_the_next_list_and_never_lost() {
        // given
        send(measurement, 1, 3);
        awaitComplete("measurement-service", 3);
        String cursor = history("limit=2").extract().path("next");
        // when
        cycles.send(cycles.event(1, "improvement.aim.set", "aim", UUID.randomUUID(), "{}"));
        awaitComplete("improvement-cycles-service", 1);
        // then
        history("limit=2&cursor=" + cursor).body("items.districtSeq", equalTo(List.of(3)));
        history("").body("items", hasSize(4)).body("items[0].source", equalTo("improvement-cycles-service"));
    }

    @Test
    void the_history_of_one_district_is_nobody_elses() {
        send(measurement, 1, 2);
        awaitComplete("measurement-service", 2);
        ADistrict other = ADistrict.fresh();
        other.get("history").then().statusCode(200).body("items", hasSize(0)).body("complete", equalTo(Map.of()));
        other.ana().get(district.path("history")).then().statusCode(404);
        district.with(List.of("learning:write"))
                .get(district.path("history"))
                .then()
                .statusCode(403);
        RestAssured.get(district.path("history")).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=%00",
                "type=a%20b",
                "source=%2F",
                "aggregate=cycle",
                "aggregate=cycle/1",
                "aggregate=/",
                "actor=%20",
                "actor=%00",
                "from=2025-09-02T00:00:00Z&to=2025-09-01T00:00:00Z",
                "from=yesterday",
                "to=2025-09-01",
                "asOf=+1000000000-01-01T00:00:00Z",
                "order=sideways",
                "limit=0",
                "limit=501",
                "cursor=rubbish",
                "cursor=WyIxIiwiMiIsIjMiLCI0Il0",
                "cursor=WyIyMDI1LTA5LTAxVDA4OjAxOjAwWiIsImEiLCIxIiwiWzFdIl0"
            })
    void refuses_rubbish_with_a_problem_that_names_it(String query) {
        district.ana()
                .urlEncodingEnabled(false)
                .get(district.path("history?" + query))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_FIELD"))
                .body("field", equalTo(query.substring(0, query.indexOf('='))));
    }

    private void send(ForeignService service, long from, long to) {
        service.send(
                LongStream.rangeClosed(from, to).mapToObj(service::observation).toList());
    }

    private ValidatableResponse history(String query) {
        return district.get(query.isEmpty() ? "history" : "history?" + query)
                .then()
                .statusCode(200);
    }

    private void awaitComplete(String source, long seq) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> history("limit=1").body("complete." + source, equalTo(Math.toIntExact(seq))));
    }

    private ValidatableResponse report() {
        return district.post("failures", """
                        {"kind": "near_failure", "whatHappened": "<b>Nobody</b> called", "happenedAt": "%s",
                         "impact": "41 families"}
                        """.formatted(Instant.parse("2025-11-03T18:00:00Z")))
                .then()
                .statusCode(201);
    }
}
