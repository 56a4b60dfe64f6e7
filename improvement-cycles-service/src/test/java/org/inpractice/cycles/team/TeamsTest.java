package org.inpractice.cycles.team;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.District;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.Refusal;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** Teams over REST, and what the roster says of people who left. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class TeamsTest {
    private static final String FORM = """
            {"name":"Attendance team","purpose":"Fewer children absent","formedOn":"2025-08-11",
             "members":[{"person":"Dana Reyes","role":"lead"},{"person":"Ben  Ito ","role":"coach","since":"2025-09-01"}]}""";

    private final District district = District.any();

    @Inject
    Roster roster;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    private String team() {
        return district.post("teams", FORM).then().statusCode(201).extract().path("teamId");
    }

    @Test
    void people_join_change_role_and_leave_and_the_team_remembers_as_of_any_instant() {
        // given
        String team = team();
        String before = clock.instant().toString();
        // when
        district.post(
                        "teams/" + team + "/members",
                        "{\"person\":\"Ben Ito\",\"role\":\"lead\",\"since\":\"2025-10-01\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
        district.as("ana")
                .contentType(ContentType.JSON)
                .body("{\"leftOn\":\"2026-02-02\"}")
                .post(district.path("teams/" + team + "/members/{person}/departure"), "dana reyes")
                .then()
                .statusCode(200)
                .header("ETag", "\"5\"");
        district.put("teams/" + team, "\"5\"", "{\"name\":\"Belonging team\"}")
                .then()
                .statusCode(200);
        // then
        district.get("teams/" + team)
                .header("ETag", "\"6\"")
                .body("name", equalTo("Belonging team"))
                .body("purpose", nullValue())
                .body("members.person", contains("Ben Ito"))
                .body("members.role", contains("lead"))
                .body("former.person", contains("Dana Reyes", "Ben Ito"))
                .body("former.leftOn", contains("2026-02-02", "2025-10-01"));
        district.get("teams/" + team + "?asOf=" + before)
                .header("ETag", nullValue())
                .body("name", equalTo("Attendance team"))
                .body("members.person", contains("Dana Reyes", "Ben Ito"))
                .body("former", empty());
        district.get("teams?asOf=" + before).body("items.name", contains("Attendance team"));
        district.as("ana")
                .get(district.path("teams/" + team + "?asOf=2020-01-01T00:00:00Z"))
                .then()
                .statusCode(404);
    }

    @Test
    void teams_are_narrowed_by_person_and_state_and_paged() {
        // given
        String first = team();
        String second = district.post("teams", "{\"name\":\"Reading team\"}")
                .then()
                .extract()
                .path("teamId");
        String third = team();
        district.post("teams/" + second + "/disbandment", "{\"reason\":\"The aim is reached\"}")
                .then()
                .statusCode(200);
        // then
        district.get("teams?person=DANA REYES").body("items.teamId", contains(third, first));
        district.get("teams?state=disbanded").body("items.teamId", contains(second));
        district.get("teams?state=active").body("items.teamId", contains(third, first));
        String next = district.get("teams?limit=2")
                .body("items.teamId", contains(third, second))
                .extract()
                .path("next");
        district.get("teams?limit=2&cursor=" + next)
                .body("items.teamId", contains(first))
                .body("next", nullValue());
    }

    @Test
    void who_left_every_team_may_own_nothing_new_and_who_is_in_none_may() throws SQLException {
        // given
        String team = team();
        String other = team();
        leave(team, "Dana Reyes", "2026-02-02");
        ask("dana reyes", LocalDate.of(2026, 3, 1));
        leave(other, "Dana Reyes", "2026-02-09");
        // then
        Refusal refusal = assertThrows(Refusal.class, () -> ask("dana  Reyes", LocalDate.of(2026, 3, 1)));
        assertEquals("owner", refusal.field());
        assertTrue(refusal.getMessage().contains("2026-02-09"), refusal.getMessage());
        assertDoesNotThrow(() -> ask("Dana Reyes", LocalDate.of(2026, 2, 8)));
        assertDoesNotThrow(() -> ask("Principal, Garfield Elementary", LocalDate.of(2026, 3, 1)));
        assertDoesNotThrow(() -> ask(null, LocalDate.of(2026, 3, 1)));
        district.post("teams/" + team + "/members", "{\"person\":\"Dana Reyes\",\"role\":\"member\"}")
                .then()
                .statusCode(200);
        assertDoesNotThrow(() -> ask("Dana Reyes", LocalDate.of(2026, 3, 1)));
        Map<String, LocalDate> departures = transactions.call(
                connection -> roster.departures(connection, district.id(), LocalDate.of(2026, 3, 1), AsOf.NOW));
        assertEquals(Map.of(), departures);
    }

    private void ask(String person, LocalDate on) throws SQLException {
        transactions.call(connection -> {
            roster.requirePresent(connection, district.id(), "owner", person, on);
            return null;
        });
    }

    private void leave(String team, String person, String day) {
        district.as("ana")
                .contentType(ContentType.JSON)
                .body("{\"leftOn\":\"" + day + "\"}")
                .post(district.path("teams/" + team + "/members/{person}/departure"), person)
                .then()
                .statusCode(200);
    }

    @Test
    void refuses_rubbish_by_the_name_of_its_field() {
        String team = team();
        refused("teams", "{\"name\":\"\"}", 400, "name");
        refused("teams", "{\"name\":\"a\\u0000\"}", 400, "name");
        refused("teams", "{\"name\":\"" + "a".repeat(201) + "\"}", 400, "name");
        refused("teams", "{\"name\":\"a\",\"formedOn\":\"2199-01-01\"}", 400, "formedOn");
        refused("teams", "{\"name\":\"a\",\"members\":[null]}", 400, "members");
        refused("teams", "{\"name\":\"a\",\"leader\":\"b\"}", 400, "leader");
        refused("teams/" + team + "/members", "{\"person\":\"Eva\",\"role\":\"boss\"}", 400, "role");
        refused(
                "teams/" + team + "/members",
                "{\"person\":\"Eva\",\"role\":\"lead\",\"since\":\"2025-08-10\"}",
                400,
                "since");
        refused("teams/" + team + "/members/Eva/departure", "{}", 404, "PERSON_NOT_IN_TEAM");
        refused(
                "teams/" + UUID.randomUUID() + "/members",
                "{\"person\":\"Eva\",\"role\":\"lead\"}",
                404,
                "TEAM_NOT_FORMED");
        for (String query : List.of("state=asleep", "person=%00", "asOf=yesterday", "limit=0", "cursor=x")) {
            district.as("ana")
                    .urlEncodingEnabled(false)
                    .get(district.path("teams?" + query))
                    .then()
                    .statusCode(400)
                    .body(containsString(query.substring(0, query.indexOf('='))));
        }
    }

    private void refused(String path, String body, int status, String named) {
        district.post(path, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(named));
    }

    @Test
    void another_district_and_a_stale_version_find_nothing_to_change() {
        String team = team();
        String elsewhere = District.any().path("teams/" + team);
        given().auth()
                .oauth2(LocalStackResource.tokens().token("ana", "*"))
                .get(elsewhere)
                .then()
                .statusCode(404);
        district.as("ana").get(elsewhere).then().statusCode(404);
        district.put("teams/" + team, null, "{\"name\":\"b\"}").then().statusCode(428);
        district.put("teams/" + team, "\"1\"", "{\"name\":\"b\"}").then().statusCode(412);
    }

    @Test
    void of_two_people_who_rename_one_version_one_does() throws Exception {
        String team = team();
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> renamings = Stream.of("one", "two")
                    .map(name -> (Callable<Integer>)
                            () -> district.put("teams/" + team, "\"3\"", "{\"name\":\"" + name + "\"}")
                                    .statusCode())
                    .toList();
            List<Integer> answers = people.invokeAll(renamings).stream()
                    .map(future -> future.resultNow())
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 412), answers);
        }
        district.get("teams").body("items", hasSize(1));
    }
}
