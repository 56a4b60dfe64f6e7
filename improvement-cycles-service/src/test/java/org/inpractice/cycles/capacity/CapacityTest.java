package org.inpractice.cycles.capacity;

import static org.hamcrest.Matchers.anEmptyMap;
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
import org.inpractice.cycles.District;
import org.inpractice.cycles.ReadTables;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.EventTableRebuild;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coaching, training and coach load over REST. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class CapacityTest {
    private static final String TRAINING = """
            {"title":"A first test","provider":"County office","on":"2025-09-03","minutes":180,
             "attendees":["Dana Reyes","Luis Romero"]}""";

    private final District district = District.any();

    @Inject
    Clock clock;

    @Inject
    DistrictStream stream;

    @Inject
    Transactions transactions;

    private static String coaching(String coach, String on, String more) {
        return """
                {"coach":"%s","coached":["Dana Reyes"],"on":"%s","minutes":45,"topic":"Predictions"%s}""".formatted(coach, on, more);
    }

    private String coached(String coach, String on, String more) {
        return district.post("coaching-sessions", coaching(coach, on, more))
                .then()
                .statusCode(201)
                .extract()
                .path("sessionId");
    }

    private String team() {
        return district.post("teams", "{\"name\":\"Attendance\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("teamId");
    }

    @Test
    void sessions_are_listed_by_day_narrowed_paged_and_known_as_they_were() {
        // given
        String team = team();
        String cycle = district.planned();
        String second = coached("Priya Nair", "2025-10-09", ",\"teamId\":\"" + team + "\"");
        String first = coached("Sam Okafor", "2025-10-01", ",\"cycleId\":\"" + cycle + "\"");
        String wrong = coached("Priya Nair", "2025-10-20", "");
        Instant before = clock.instant();
        district.post("coaching-sessions/" + wrong + "/withdrawal", "{\"reason\":\"Recorded twice\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        // then
        district.get("coaching-sessions").body("items.sessionId", contains(second, first));
        district.get("coaching-sessions?asOf=" + before).body("items.sessionId", contains(wrong, second, first));
        district.get("coaching-sessions?withdrawn=true").body("items.withdrawal", contains("Recorded twice"));
        district.get("coaching-sessions?coach=sam okafor").body("items.sessionId", contains(first));
        district.get("coaching-sessions?person=dana reyes&to=2025-10-02").body("items.sessionId", contains(first));
        district.get("coaching-sessions?teamId=" + team).body("items.sessionId", contains(second));
        district.get("coaching-sessions?cycleId=" + cycle).body("items.sessionId", contains(first));
        String next = district.get("coaching-sessions?limit=1").extract().path("next");
        district.get("coaching-sessions?limit=1&cursor=" + next)
                .body("items.sessionId", contains(first))
                .body("next", nullValue());
        district.get("coaching-sessions/" + wrong + "?asOf=" + before).body("withdrawal", nullValue());
        district.get("coaching-sessions/" + wrong).header("ETag", "\"2\"");
    }

    @Test
    void trainings_are_listed_by_day_and_narrowed_by_who_attended() {
        String training = district.post("trainings", TRAINING)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("trainingId");
        district.get("trainings?person=luis romero").body("items.trainingId", contains(training));
        district.get("trainings?person=nobody").body("items", empty());
        district.post("trainings/" + training + "/withdrawal", "{\"reason\":\"It was put off\"}")
                .then()
                .statusCode(200);
        district.get("trainings").body("items", empty());
        district.get("trainings/" + training).body("withdrawal", equalTo("It was put off"));
        district.post("trainings/" + training + "/withdrawal", "{\"reason\":\"Again\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("TRAINING_IS_WITHDRAWN"));
    }

    @Test
    void what_coaches_carry_is_compared_with_what_the_district_allows() {
        // given
        String load = "{\"days\":28,\"sessions\":1,\"teams\":5}";
        district.get("coach-load").header("ETag", "\"0\"").body("$", anEmptyMap());
        district.put("coach-load", null, load).then().statusCode(428);
        district.put("coach-load", "\"0\"", load).then().statusCode(200).header("ETag", "\"1\"");
        district.put("coach-load", "\"0\"", load).then().statusCode(412);
        coached("Priya Nair", "2025-10-09", "");
        coached("Priya Nair", "2025-10-20", "");
        coached("Priya Nair", "2025-09-22", "");
        coached("Sam Okafor", "2025-09-23", "");
        // then
        district.get("coach-load/report?to=2025-10-20")
                .body("from", equalTo("2025-09-23"))
                .body("coaches.coach", contains("Priya Nair", "Sam Okafor"))
                .body("coaches.sessions", contains(2, 1))
                .body("coaches.overSessions", contains(true, false));
    }

    @Test
    void leaders_are_told_with_fidelity_and_the_help_they_had() {
        // given
        String team = district.created(
                "teams",
                "{\"name\":\"Attendance team\",\"formedOn\":\"2025-09-01\",\"members\":["
                        + "{\"person\":\"Dana Reyes\",\"role\":\"lead\",\"since\":\"2025-09-01\"}]}",
                "teamId");
        String cycle = district.created("cycles", District.plan("\"teamId\":\"" + team + "\","), "cycleId");
        district.post("cycles/" + cycle + "/start", District.STARTED).then().statusCode(200);
        district.started();
        Instant before = clock.instant();
        coached("Priya Nair", "2025-10-09", "");
        district.post("trainings", TRAINING).then().statusCode(201);
        // then
        district.get("capacity/leaders")
                .body("items.person", contains("Attendance team", "Dana Reyes"))
                .body("items.cycles", contains(1, 1))
                .body("items[0].gaps", contains("untrained", "uncoached"))
                .body("items[1].gaps", empty())
                .body("items[1].trainedBeforeFirst", equalTo(true))
                .body("items[1].cycleIds", contains(cycle))
                .body("items[1].coachingSessions", equalTo(1));
        district.get("capacity/leaders?gap=untrained").body("items.person", contains("Attendance team"));
        district.get("capacity/leaders?person=dana reyes&asOf=" + before)
                .body("items[0].gaps", contains("untrained", "uncoached"));
        String next = district.get("capacity/leaders?limit=1").extract().path("next");
        district.get("capacity/leaders?limit=1&cursor=" + next)
                .body("items.person", contains("Dana Reyes"))
                .body("next", nullValue());
        district.as("ana").get(district.path("capacity/leaders?gap=x")).then().statusCode(400);
        district.as("ana")
                .get(district.path("capacity/leaders?cursor=x"))
                .then()
                .statusCode(400);
    }

    @Test
    void another_district_has_no_part_in_it() {
        District other = District.any();
        String session = coached("Priya Nair", "2025-10-09", "");
        other.as("ana").get(other.path("coaching-sessions/" + session)).then().statusCode(404);
        other.post("coaching-sessions/" + session + "/withdrawal", "{\"reason\":\"x\"}")
                .then()
                .statusCode(404);
        String foreign = other.planned();
        district.post("coaching-sessions", coaching("Priya Nair", "2025-10-09", ",\"cycleId\":\"" + foreign + "\""))
                .then()
                .statusCode(400)
                .body("code", equalTo("COACHED_CYCLE_UNKNOWN"));
        district.post("coaching-sessions", coaching("Priya Nair", "2025-10-09", ",\"teamId\":\"" + foreign + "\""))
                .then()
                .statusCode(400)
                .body("code", equalTo("COACHED_TEAM_UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"minutes\":45 | \"minutes\":0 | minutes",
                "\"minutes\":45 | \"minutes\":4.5 | minutes",
                "\"Predictions\" | \"a\\u0000\" | topic",
                "\"Priya Nair\" | \" \" | coach",
                "[\"Dana Reyes\"] | [\"Dana Reyes\",\" \"] | coached",
                "[\"Dana Reyes\"] | [null] | coached",
                "[\"Dana Reyes\"] | [\"Priya Nair\"] | coached",
                "[\"Dana Reyes\"] | [] | coached",
                "2025-10-09 | 2199-10-09 | on",
                "\"topic\" | \"topics\":1,\"topic\" | topics",
            })
    void bad_input_is_named_by_its_field(String part, String bad, String field) {
        district.post(
                        "coaching-sessions",
                        coaching("Priya Nair", "2025-10-09", "").replace(part, bad))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(containsString(field));
    }

    @Test
    void bad_trainings_loads_and_questions_are_refused() {
        for (String bad : List.of(
                "{}",
                TRAINING.replace("\"Luis Romero\"", "\"dana reyes\""),
                TRAINING.replace("[\"Dana Reyes\",\"Luis Romero\"]", "[]"),
                TRAINING.replace("2025-09-03", "+99999-01-01"))) {
            district.post("trainings", bad).then().statusCode(400);
        }
        district.put("coach-load", "\"0\"", "{\"days\":0,\"sessions\":1,\"teams\":1}")
                .then()
                .statusCode(400);
        for (String query : List.of("from=x", "coach=%20", "teamId=x", "withdrawn=perhaps", "cursor=x", "asOf=x")) {
            district.as("ana")
                    .urlEncodingEnabled(false)
                    .get(district.path("coaching-sessions?" + query))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void rebuilt_tables_equal_the_live_ones_row_for_row() throws SQLException {
        // given
        String session = coached("Priya Nair", "2025-10-09", "");
        district.post("coaching-sessions/" + session + "/withdrawal", "{\"reason\":\"x\"}");
        district.post("trainings", TRAINING);
        district.put("coach-load", "\"0\"", "{\"days\":28,\"sessions\":1,\"teams\":5}");
        List<String> live = rows();
        assertFalse(live.isEmpty());
        // when
        rebuild("coaching-sessions", CoachingSessions.CODEC, CoachingSessions.ROWS);
        rebuild("trainings", Trainings.CODEC, Trainings.ROWS);
        rebuild("coach-loads", CoachLoads.CODEC, CoachLoads.ROWS);
        // then
        assertEquals(live, rows());
    }

    private <E> void rebuild(String name, EventCodec<E> codec, Projection<E> projection) throws SQLException {
        new EventTableRebuild<>(name, stream, transactions, codec, projection, clock).run();
    }

    private List<String> rows() throws SQLException {
        return ReadTables.rows(transactions, "coaching_session", "training", "coach_load");
    }
}
