package org.inpractice.cycles.barrier;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.inpractice.cycles.District;
import org.inpractice.cycles.ReadTables;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventTableRebuild;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Barriers over REST: their steps, their list, as of any instant. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class BarrierTest {
    private static final String OWN = "{\"owner\":\"Technology\",\"until\":\"2025-10-31\",\"on\":\"2025-10-06\"}";
    private static final String REMOVE = "{\"how\":\"A new export\",\"on\":\"2025-11-03\"}";
    private static final String WHY = "{\"why\":\"The contract\",\"to\":\"Superintendent\",\"on\":\"2025-10-20\"}";

    private final District district = District.any();

    @Inject
    Clock clock;

    @Inject
    DistrictStream stream;

    @Inject
    Transactions transactions;

    private static String body(String more) {
        return "{%s\"what\":\"The list comes late\",\"kind\":\"technology\",\"raisedOn\":\"2025-10-02\"}"
                .formatted(more);
    }

    private String raised(String more) {
        return district.post("barriers", body(more))
                .then()
                .statusCode(201)
                .extract()
                .path("barrierId");
    }

    @Test
    void a_barrier_goes_its_way_and_is_known_as_it_was_at_every_instant() {
        // given
        String aim = district.aim();
        String barrier = raised("\"aimIds\":[\"" + aim + "\"],");
        Instant raised = clock.instant();
        // when
        step(barrier, "owner", OWN, "owned", 2);
        Instant owned = clock.instant();
        step(barrier, "escalation", WHY, "escalated", 3);
        step(barrier, "removal", REMOVE, "removed", 4);
        // then
        district.get("barriers/" + barrier)
                .header("ETag", "\"4\"")
                .body("state", equalTo("removed"))
                .body("daysOpen", equalTo(32))
                .body("howRemoved", equalTo("A new export"))
                .body("owner.name", equalTo("Technology"))
                .body("overdue", equalTo(false))
                .body("aimIds", contains(aim))
                .body("raisedBy", equalTo("ana"))
                .body("steps.step", contains("raised", "owned", "escalated", "removed"));
        district.get("barriers/" + barrier + "?asOf=" + raised)
                .body("state", equalTo("raised"))
                .body("owner", nullValue())
                .body("steps.step", contains("raised"));
        district.get("barriers?asOf=" + owned)
                .body("items.state", contains("owned"))
                .body("items[0].overdue", equalTo(true));
        district.get("barriers?asOf=2020-01-01T00:00:00Z").body("items", empty());
        district.as("ana")
                .get(district.path("barriers/" + barrier + "?asOf=2020-01-01T00:00:00Z"))
                .then()
                .statusCode(404);
    }

    private void step(String barrier, String step, String body, String state, int version) {
        String sent = step.equals("escalation") ? body : body.replace(",\"to\":\"Superintendent\"", "");
        district.post("barriers/" + barrier + "/" + step, sent)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + version + "\"")
                .body("state", equalTo(state));
    }

    @Test
    void the_oldest_open_one_comes_first_and_pages_go_on_where_they_ended() {
        // given
        String young = raised("");
        String old = district.post("barriers", body("").replace("2025-10-02", "2025-09-01"))
                .then()
                .extract()
                .path("barrierId");
        String gone = district.post(
                        "barriers", body("").replace("2025-10-02", "2025-08-01").replace("technology", "time"))
                .then()
                .extract()
                .path("barrierId");
        step(gone, "removal", REMOVE, "removed", 2);
        step(young, "owner", OWN, "owned", 2);
        // then
        district.get("barriers")
                .body("items.barrierId", contains(old, young, gone))
                .body("next", nullValue());
        district.get("barriers?open=true").body("items.barrierId", contains(old, young));
        district.get("barriers?open=false&kind=time").body("items.barrierId", contains(gone));
        district.get("barriers?state=raised").body("items.barrierId", contains(old));
        district.get("barriers?owner=Technology").body("items.barrierId", contains(young));
        district.get("barriers?overdue=true").body("items.barrierId", contains(young));
        district.get("barriers?overdue=false").body("items.barrierId", contains(old, gone));
        String next = district.get("barriers?limit=1")
                .body("items.barrierId", contains(old))
                .extract()
                .path("next");
        next = district.get("barriers?limit=1&cursor=" + next)
                .body("items.barrierId", contains(young))
                .extract()
                .path("next");
        district.get("barriers?limit=1&cursor=" + next)
                .body("items.barrierId", contains(gone))
                .body("next", nullValue());
    }

    @Test
    void a_barrier_is_narrowed_by_what_it_holds_up() {
        String aim = district.aim();
        String cycle = district.planned();
        String one = raised("\"aimIds\":[\"" + aim + "\"],");
        String other = raised("\"cycleIds\":[\"" + cycle + "\"],");
        district.get("barriers?aimId=" + aim).body("items.barrierId", contains(one));
        district.get("barriers?cycleId=" + cycle).body("items.barrierId", contains(other));
    }

    @Test
    void another_district_has_no_part_in_it() {
        District other = District.any();
        String barrier = raised("");
        other.as("ana").get(other.path("barriers/" + barrier)).then().statusCode(404);
        other.post("barriers/" + barrier + "/removal", REMOVE)
                .then()
                .statusCode(404)
                .body("code", equalTo("BARRIER_UNKNOWN"));
        district.post("barriers", body("\"aimIds\":[\"" + other.aim() + "\"],"))
                .then()
                .statusCode(400)
                .body("code", equalTo("BARRIER_AIM_UNKNOWN"))
                .body("field", equalTo("aimIds[0]"));
        district.post("barriers", body("\"cycleIds\":[\"" + other.planned() + "\"],"))
                .then()
                .statusCode(400)
                .body("code", equalTo("BARRIER_CYCLE_UNKNOWN"));
    }

    @Test
    void who_has_left_every_team_can_own_no_barrier() {
        // given
        String team = district.post(
                        "teams",
                        "{\"name\":\"Attendance\",\"members\":[{\"person\":\"Dana Reyes\",\"role\":\"member\",\"since\":\"2025-01-06\"}],\"formedOn\":\"2025-01-06\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("teamId");
        district.post("teams/" + team + "/members/Dana Reyes/departure", "{\"leftOn\":\"2025-09-01\"}")
                .then()
                .statusCode(200);
        String barrier = raised("");
        // then
        district.post("barriers/" + barrier + "/owner", OWN.replace("Technology", "dana  reyes"))
                .then()
                .statusCode(409)
                .body("code", equalTo("OWNER_HAS_LEFT"))
                .body("field", equalTo("owner"));
    }

    @Test
    void a_revision_needs_the_version_it_was_read_at() {
        String barrier = raised("");
        String revision = "{\"what\":\"Later than noon\",\"kind\":\"other\",\"kindInWords\":\"Vendors\"}";
        district.put("barriers/" + barrier, null, revision).then().statusCode(428);
        district.put("barriers/" + barrier, "\"9\"", revision).then().statusCode(412);
        district.put("barriers/" + barrier, "\"1\"", revision)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        district.get("barriers/" + barrier).body("kindInWords", equalTo("Vendors"));
    }

    @Test
    void of_two_who_close_a_barrier_at_the_same_moment_one_does() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                String barrier = raised("");
                List<Callable<Integer>> both = Stream.of("removal", "acceptance")
                        .map(step -> (Callable<Integer>) () -> district.post(
                                        "barriers/" + barrier + "/" + step,
                                        step.equals("removal") ? REMOVE : "{\"why\":\"It stays\"}")
                                .statusCode())
                        .toList();
                List<Integer> answers = people.invokeAll(both).stream()
                        .map(future -> future.resultNow())
                        .sorted()
                        .toList();
                assertEquals(List.of(200, 409), answers);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"The list comes late\" | \" \" | what",
                "\"The list comes late\" | \"a\\u0000b\" | what",
                "\"The list comes late\" | 5 | what",
                "\"technology\" | \"weather\" | kind",
                "\"technology\" | \"other\" | kindInWords",
                "2025-10-02 | 2199-10-02 | raisedOn",
                "2025-10-02 | +99999-10-02 | raisedOn",
                "\"kind\" | \"aimIds\":[null],\"kind\" | aimIds",
                "\"kind\" | \"kinds\":1,\"kind\" | kinds",
            })
    void bad_input_is_named_by_its_field(String part, String bad, String field) {
        district.post("barriers", body("").replace(part, bad))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(containsString(field));
    }

    @ParameterizedTest
    @CsvSource({
        "state=asleep",
        "open=maybe",
        "kind=weather",
        "owner=%00",
        "aimId=x",
        "asOf=today",
        "cursor=WyJhIiwiYiIsImMiXQ",
        "cursor=WyJmYWxzZSIsIis5OTk5OTk5OTktMDEtMDEiLCIxIl0",
        "limit=0"
    })
    void a_list_refuses_what_it_cannot_look_for(String query) {
        district.as("ana")
                .urlEncodingEnabled(false)
                .get(district.path("barriers?" + query))
                .then()
                .statusCode(400)
                .body(containsString("\"" + query.substring(0, query.indexOf('=')) + "\""));
    }

    @Test
    void rebuilt_barriers_equal_the_live_ones_row_for_row() throws SQLException {
        // given
        String barrier = raised("");
        step(barrier, "owner", OWN, "owned", 2);
        step(barrier, "removal", REMOVE, "removed", 3);
        step(barrier, "reopening", "{\"why\":\"Back\"}", "owned", 4);
        List<String> live = ReadTables.rows(transactions, "barrier");
        assertFalse(live.isEmpty());
        // when
        new EventTableRebuild<>("barriers", stream, transactions, Barriers.CODEC, Barriers.ROWS, clock).run();
        // then
        assertEquals(live, ReadTables.rows(transactions, "barrier"));
    }
}
