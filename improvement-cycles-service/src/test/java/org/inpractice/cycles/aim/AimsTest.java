package org.inpractice.cycles.aim;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.District;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** Aims over REST: what they name, what lists are narrowed by, and what becomes of them. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class AimsTest {
    private final District district = District.any();

    @Inject
    Clock clock;

    @Inject
    Transactions transactions;

    @Inject
    Aims aims;

    private static String aim(String more) {
        return District.aim(6).replaceFirst("\\{", "{" + more);
    }

    private String team() {
        return district.created(
                "teams", "{\"name\":\"t\",\"members\":[{\"person\":\"Eva\",\"role\":\"lead\"}]}", "teamId");
    }

    private static String merge(String into) {
        return "{\"intoAimId\":\"" + into + "\",\"reason\":\"One aim\"}";
    }

    @Test
    void an_aim_names_its_team_and_goals_and_lists_are_narrowed_by_all_it_names() {
        // given
        String team = team();
        String goal = district.created(
                "goals", "{\"statement\":\"g\",\"priorityIds\":[\"state-5\"],\"owner\":\"c\"}", "goalId");
        String first =
                district.created("aims", aim("\"teamId\":\"" + team + "\",\"goalIds\":[\"" + goal + "\"],"), "aimId");
        String second = district.created(
                "aims",
                District.aim(5).replace("[\"19647330112536\"]", "[]").replace("2027-06-12", "2028-01-31"),
                "aimId");
        // then
        district.get("aims/" + first)
                .body("teamId", equalTo(team))
                .body("goalIds", contains(goal))
                .body("state", equalTo("active"));
        district.get("aims").body("items.aimId", contains(second, first));
        district.get("aims?teamId=" + team).body("items.aimId", contains(first));
        district.get("aims?goalId=" + goal).body("items.aimId", contains(first));
        district.get("aims?siteId=19647330112536").body("items.aimId", contains(second, first));
        district.get("aims?siteId=1").body("items.aimId", contains(second));
        district.get("aims?measureId=" + District.MEASURE).body("items", hasSize(2));
        district.get("aims?measureId=" + UUID.randomUUID()).body("items", hasSize(0));
        district.get("aims?owner=PRINCIPAL").body("items", hasSize(2));
        district.get("aims?byFrom=2027-06-13").body("items.aimId", contains(second));
        district.get("aims?byUntil=2027-06-12").body("items.aimId", contains(first));
        String next = district.get("aims?limit=1")
                .body("items.aimId", contains(second))
                .extract()
                .path("next");
        district.get("aims?limit=1&cursor=" + next)
                .body("items.aimId", contains(first))
                .body("next", nullValue());
        for (String query : List.of("state=asleep", "goalId=x", "byFrom=soon", "asOf=x", "limit=0")) {
            district.as("ana")
                    .get(district.path("aims?" + query))
                    .then()
                    .statusCode(400)
                    .body(containsString(query.substring(0, query.indexOf('='))));
        }
    }

    @Test
    void a_merged_aim_says_where_it_went_and_is_found_there() throws SQLException {
        // given
        String first = district.aim();
        String second = district.aim();
        String third = district.aim();
        String cycle = district.created("cycles", District.plan("\"aimId\":\"" + first + "\","), "cycleId");
        String before = clock.instant().toString();
        // when
        district.post("aims/" + first + "/merger", merge(second))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        district.post("aims/" + second + "/merger", merge(third)).then().statusCode(200);
        // then
        district.get("aims/" + first)
                .body("state", equalTo("merged"))
                .body("mergedInto", equalTo(second))
                .body("endedBecause", equalTo("One aim"))
                .body("endedOn", notNullValue())
                .body("target", equalTo(6));
        district.get("aims/" + first + "?asOf=" + before)
                .body("state", equalTo("active"))
                .body("mergedInto", nullValue());
        district.get("aims?state=merged").body("items.aimId", contains(second, first));
        district.get("aims?state=active&asOf=" + before).body("items.aimId", contains(third, second, first));
        district.get("cycles?aimId=" + third).body("items.cycleId", contains(cycle));
        district.get("cycles?aimId=" + third + "&asOf=" + before).body("items", hasSize(0));
        district.get("cycles?aimId=" + first).body("items.cycleId", contains(cycle));
        Set<UUID> parts = new HashSet<>(transactions.call(
                connection -> aims.withMerged(connection, district.id(), UUID.fromString(third), AsOf.NOW)));
        assertEquals(Set.of(UUID.fromString(first), UUID.fromString(second), UUID.fromString(third)), parts);
        refused("cycles", District.plan("\"aimId\":\"" + first + "\","), 409, "AIM_IS_MERGED")
                .body("field", equalTo("aimId"));
        refused("aims/" + third + "/merger", merge(first), 409, "AIM_IS_MERGED");
        refused("aims/" + third + "/merger", merge(third), 400, "AIM_MERGED_INTO_ITSELF");
        refused("aims/" + third + "/merger", merge(District.any().aim()), 400, "AIM_UNKNOWN");
    }

    @Test
    void two_aims_that_are_merged_into_each_other_at_the_same_moment_do_not_both_vanish() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                String one = district.aim();
                String other = district.aim();
                List<Callable<Integer>> mergers = List.of(
                        () -> district.post("aims/" + one + "/merger", merge(other))
                                .statusCode(),
                        () -> district.post("aims/" + other + "/merger", merge(one))
                                .statusCode());
                List<Integer> answers = people.invokeAll(mergers).stream()
                        .map(future -> future.resultNow())
                        .sorted()
                        .toList();
                assertEquals(List.of(200, 409), answers);
            }
        }
    }

    @Test
    void a_retired_aim_takes_no_cycle_and_no_change() {
        String aim = district.aim();
        district.post("aims/" + aim + "/retirement", "{\"reason\":\"Reached\",\"retiredOn\":\"2025-06-30\"}")
                .then()
                .statusCode(200);
        district.get("aims/" + aim).body("state", equalTo("retired")).body("endedOn", equalTo("2025-06-30"));
        district.put("aims/" + aim, "\"2\"", District.aim(5))
                .then()
                .statusCode(409)
                .body("code", equalTo("AIM_IS_RETIRED"));
        refused("cycles", District.plan("\"aimId\":\"" + aim + "\","), 409, "AIM_IS_RETIRED");
    }

    @Test
    void refuses_owners_who_left_and_teams_and_goals_that_are_not_there() {
        String team = team();
        String goal = district.created(
                "goals", "{\"statement\":\"g\",\"priorityIds\":[\"state-5\"],\"owner\":\"c\"}", "goalId");
        refused("aims", aim("\"teamId\":\"" + UUID.randomUUID() + "\","), 400, "TEAM_UNKNOWN")
                .body("field", equalTo("teamId"));
        refused("aims", aim("\"goalIds\":[\"" + UUID.randomUUID() + "\"],"), 400, "GOAL_UNKNOWN")
                .body("field", equalTo("goalIds"));
        refused("aims", aim("\"goalIds\":[null],"), 400, "goalIds");
        refused("aims", aim("\"goalIds\":[\"%s\",\"%s\"],".formatted(goal, goal)), 400, "GOAL_NAMED_TWICE");
        district.post("goals/" + goal + "/retirement", "{\"reason\":\"Reached\"}")
                .then()
                .statusCode(200);
        refused("aims", aim("\"goalIds\":[\"" + goal + "\"],"), 409, "GOAL_IS_RETIRED");
        district.post("teams/" + team + "/members/Eva/departure", "{}").then().statusCode(200);
        refused("aims", District.aim(6).replace("Principal", "eva"), 409, "OWNER_HAS_LEFT")
                .body("field", equalTo("owner"));
        district.post("teams/" + team + "/disbandment", "{\"reason\":\"Done\"}")
                .then()
                .statusCode(200);
        refused("aims", aim("\"teamId\":\"" + team + "\","), 409, "TEAM_IS_DISBANDED");
    }

    private ValidatableResponse refused(String path, String body, int status, String named) {
        return district.post(path, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(named));
    }
}
