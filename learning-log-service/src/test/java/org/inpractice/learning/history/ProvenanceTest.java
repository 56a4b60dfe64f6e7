package org.inpractice.learning.history;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class ProvenanceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ADistrict district = ADistrict.fresh();
    private final ForeignService measurement = ForeignService.measurement(district.id());
    private final ForeignService cycles = ForeignService.cycles(district.id());

    @Test
    void the_chain_of_causes_leads_through_the_services_to_its_root() {
        // given
        RecordedEvent observation = measurement.observation(1);
        RecordedEvent signal = ForeignService.because(observation.eventId(), measurement.observation(2));
        RecordedEvent decided = ForeignService.because(signal.eventId(), cycles.observation(1));
        RecordedEvent planned = ForeignService.because(decided.eventId(), cycles.observation(2));
        measurement.send(observation, signal);
        cycles.send(decided, planned);
        awaitHistory(4);
        // then
        get(planned, "/why")
                .body("event.eventId", equalTo(id(planned)))
                .body("causes.eventId", equalTo(List.of(id(decided), id(signal), id(observation))))
                .body("end", equalTo("root"))
                .body("endedAt", nullValue());
        get(observation, "/why").body("causes", hasSize(0)).body("end", equalTo("root"));
        get(observation, "").body("eventId", equalTo(id(observation))).body("actor", equalTo("feed"));
        get(observation, "/effects")
                .body("effects.event.eventId", equalTo(List.of(id(signal))))
                .body("effects[0].effects[0].effects[0].event.eventId", equalTo(id(planned)))
                .body("effects[0].effects[0].effects[0].effects", hasSize(0))
                .body("effects[0].effects[0].effects[0].cut", nullValue());
        get(observation, "/effects?depth=2")
                .body("effects[0].effects[0].event.eventId", equalTo(id(decided)))
                .body("effects[0].effects[0].effects", hasSize(0))
                .body("effects[0].effects[0].cut", equalTo("deeper"));
    }

    @Test
    void a_cause_that_has_not_arrived_is_named_and_found_once_it_has() {
        // given
        RecordedEvent cause = measurement.observation(1);
        RecordedEvent effect = ForeignService.because(cause.eventId(), cycles.observation(1));
        cycles.send(effect);
        awaitHistory(1);
        get(effect, "/why").body("end", equalTo("missing")).body("endedAt", equalTo(id(cause)));
        // when
        measurement.send(cause);
        awaitHistory(2);
        // then
        get(effect, "/why").body("end", equalTo("root")).body("causes.eventId", equalTo(List.of(id(cause))));
    }

    @Test
    void loops_are_cut_and_said() {
        // given
        RecordedEvent selfMade = measurement.observation(1);
        selfMade = ForeignService.because(selfMade.eventId(), selfMade);
        RecordedEvent first = measurement.observation(2);
        RecordedEvent second = ForeignService.because(first.eventId(), measurement.observation(3));
        first = ForeignService.because(second.eventId(), first);
        measurement.send(selfMade, first, second);
        awaitHistory(3);
        // then
        get(selfMade, "/why").body("end", equalTo("loop")).body("causes", hasSize(0));
        get(selfMade, "/effects").body("effects", hasSize(1)).body("effects[0].cut", equalTo("loop"));
        get(first, "/why")
                .body("end", equalTo("loop"))
                .body("endedAt", equalTo(id(first)))
                .body("causes.eventId", equalTo(List.of(id(second))));
        get(first, "/effects?depth=20")
                .body("effects[0].event.eventId", equalTo(id(second)))
                .body("effects[0].effects[0].event.eventId", equalTo(id(first)))
                .body("effects[0].effects[0].cut", equalTo("loop"));
    }

    @Test
    void a_long_chain_and_a_wide_tree_are_read_in_bounded_answers() {
        // given
        List<RecordedEvent> events = new ArrayList<>(List.of(measurement.observation(1)));
        for (int seq = 2; seq <= 120; seq++) {
            events.add(ForeignService.because(events.getLast().eventId(), measurement.observation(seq)));
        }
        RecordedEvent root = cycles.observation(1);
        List<RecordedEvent> wide = new ArrayList<>(List.of(root));
        for (int seq = 2; seq <= 701; seq++) {
            wide.add(ForeignService.because(root.eventId(), cycles.observation(seq)));
        }
        measurement.send(events);
        cycles.send(wide);
        awaitHistory(821);
        // then
        ExtractableResponse<Response> why = get(events.getLast(), "/why")
                .body("causes", hasSize(100))
                .body("end", equalTo("too_long"))
                .extract();
        assertEquals(id(events.get(18)), why.path("endedAt"));
        get(events.get(19), "/why").body("causes", hasSize(19)).body("end", equalTo("root"));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ExtractableResponse<Response> page =
                    get(root, "/effects?limit=150" + cursor).extract();
            seen.addAll(page.<List<String>>path("effects.event.eventId"));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        assertEquals(wide.stream().skip(1).map(ProvenanceTest::id).toList(), seen);
    }

    @Test
    void a_tree_that_is_too_large_says_where_it_was_cut() {
        // given 30 effects, each with 30 of its own
        RecordedEvent root = cycles.observation(1);
        List<RecordedEvent> level = new ArrayList<>();
        List<RecordedEvent> leaves = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            level.add(ForeignService.because(root.eventId(), cycles.observation(i + 2)));
            for (int j = 0; j < 30; j++) {
                leaves.add(ForeignService.because(level.getLast().eventId(), measurement.observation(i * 30 + j + 1)));
            }
        }
        cycles.send(root);
        cycles.send(level);
        measurement.send(leaves);
        awaitHistory(931);
        // when
        List<String> cuts = get(root, "/effects").extract().path("effects.cut");
        List<List<Object>> effects = get(root, "/effects").extract().path("effects.effects");
        List<String> nexts = get(root, "/effects").extract().path("effects.next");
        // then 470 of the 900 found room: 15 whole, one in part, and of the others it is said that there are some
        assertEquals(470, effects.stream().mapToInt(List::size).sum());
        assertEquals(30, effects.get(14).size());
        assertEquals(20, effects.get(15).size());
        assertEquals(Collections.nCopies(16, null), cuts.subList(0, 16));
        assertEquals(Collections.nCopies(14, "deeper"), cuts.subList(16, 30));
        assertEquals(1, nexts.stream().filter(Objects::nonNull).count());
        assertEquals(
                10,
                get(level.get(15), "/effects?cursor=" + nexts.get(15))
                        .extract()
                        .<List<Object>>path("effects")
                        .size());
    }

    @Test
    void as_of_an_instant_later_events_are_not_there() {
        // given
        RecordedEvent cause = measurement.observation(1);
        RecordedEvent effect = ForeignService.because(cause.eventId(), measurement.observation(2));
        measurement.send(cause, effect);
        awaitHistory(2);
        // then
        get(cause, "/effects?asOf=2025-09-01T08:01:30Z").body("effects", hasSize(0));
        get(cause, "/effects?asOf=2025-09-01T08:02:00Z").body("effects", hasSize(1));
        district.get("history/" + id(effect) + "?asOf=2025-09-01T08:01:30Z")
                .then()
                .statusCode(404);
        district.get("history/" + id(effect) + "/why?asOf=2025-09-01T08:01:30Z")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/why", "/effects"})
    void an_event_of_another_district_does_not_exist(String route) {
        // given
        ADistrict other = ADistrict.fresh();
        RecordedEvent event = measurement.observation(1);
        measurement.send(event);
        awaitHistory(1);
        // then
        other.get("history/" + id(event) + route)
                .then()
                .statusCode(404)
                .body("detail", containsString("no such event"));
        other.get("history/" + DistrictStream.newId() + route).then().statusCode(404);
    }

    @Test
    void causes_and_effects_end_at_the_district() {
        // given
        ForeignService foreign = ForeignService.measurement(ADistrict.fresh().id());
        RecordedEvent theirs = foreign.observation(1);
        RecordedEvent ours = ForeignService.because(theirs.eventId(), measurement.observation(1));
        RecordedEvent theirsAgain = ForeignService.because(ours.eventId(), foreign.observation(2));
        foreign.send(theirs, theirsAgain);
        measurement.send(ours);
        awaitHistory(1);
        // then
        get(ours, "/why").body("end", equalTo("missing")).body("causes", hasSize(0));
        get(ours, "/effects").body("effects", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"depth=0", "depth=21", "depth=x", "limit=0", "limit=501", "cursor=rubbish", "asOf=yesterday"})
    void refuses_rubbish_with_a_problem_that_names_it(String query) {
        district.get("history/" + UUID.randomUUID() + "/effects?" + query)
                .then()
                .statusCode(400)
                .body("field", equalTo(query.substring(0, query.indexOf('='))));
        district.get("history/nothing/why").then().statusCode(400).body("field", equalTo("eventId"));
    }

    private ValidatableResponse get(RecordedEvent event, String route) {
        return district.get("history/" + id(event) + route).then().statusCode(200);
    }

    private static String id(RecordedEvent event) {
        return event.eventId().toString();
    }

    private void awaitHistory(int size) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            var complete =
                    district.get("history?limit=1").then().statusCode(200).extract();
            assertEquals(
                    size,
                    complete.<Map<String, Integer>>path("complete").values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
        });
    }
}
