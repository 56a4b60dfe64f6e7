package org.inpractice.cycles.goal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.inpractice.cycles.District;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** Goals and priorities over REST. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class GoalsTest {
    private final District district = District.any();

    @Inject
    Clock clock;

    private static String goal(String statement, String priority) {
        return "{\"statement\":\"%s\",\"priorityIds\":[\"%s\"],\"owner\":\"Superintendent\"}"
                .formatted(statement, priority);
    }

    @Test
    void the_states_priorities_are_there_from_the_beginning_and_the_districts_follow() {
        // given
        String own = district.created("priorities", "{\"title\":\"Every child reads\"}", "priorityId");
        String before = clock.instant().toString();
        district.post("priorities/" + own + "/retirement", "{\"reason\":\"Taken up in 4\"}")
                .then()
                .statusCode(200);
        // then
        district.get("priorities")
                .body("items", hasSize(9))
                .body("items[4].priorityId", equalTo("state-5"))
                .body("items[4].number", equalTo(5))
                .body("items[4].title", equalTo("Pupil Engagement"))
                .body("items[8].priorityId", equalTo(own))
                .body("items[8].retiredBecause", equalTo("Taken up in 4"));
        String next = district.get("priorities?limit=5")
                .body("items", hasSize(5))
                .extract()
                .path("next");
        district.get("priorities?limit=5&cursor=" + next)
                .body("items.priorityId", contains("state-6", "state-7", "state-8", own))
                .body("next", nullValue());
        district.get("priorities/state-1").body("source", containsString("52060(d)(1)"));
        district.get("priorities/" + own + "?asOf=" + before).body("retiredBecause", nullValue());
        refused("goals", goal("a", own), 409, "PRIORITY_IS_RETIRED");
    }

    @Test
    void goals_are_narrowed_and_read_as_of_any_instant() {
        // given
        String own = district.created("priorities", "{\"title\":\"Every child reads\"}", "priorityId");
        String first = district.created("goals", goal("Every student is here", "state-5"), "goalId");
        String second = district.created("goals", goal("Every student reads", own), "goalId");
        String before = clock.instant().toString();
        // when
        district.put("goals/" + first, "\"1\"", goal("Every student wants to be here", "state-6"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        district.post("goals/" + second + "/retirement", "{\"reason\":\"Reached\",\"retiredOn\":\"2025-06-30\"}")
                .then()
                .statusCode(200);
        // then
        district.get("goals").body("items.goalId", contains(second, first));
        district.get("goals?state=active").body("items.goalId", contains(first));
        district.get("goals?priorityId=" + own).body("items.goalId", contains(second));
        district.get("goals?priorityId=state-5").body("items", hasSize(0));
        district.get("goals?priorityId=state-5&asOf=" + before).body("items.goalId", contains(first));
        district.get("goals?owner=superintendent").body("items", hasSize(2));
        district.get("goals/" + second).header("ETag", "\"2\"").body("retiredOn", equalTo("2025-06-30"));
        district.get("goals/" + second + "?asOf=" + before).body("retiredOn", nullValue());
    }

    @Test
    void refuses_what_is_not_there_and_who_has_left() {
        refused("goals", goal("a", "state-9"), 400, "PRIORITY_UNKNOWN");
        refused("goals", goal("a", UUID.randomUUID().toString()), 400, "PRIORITY_UNKNOWN");
        refused(
                "goals",
                goal("a", District.any().created("priorities", "{\"title\":\"b\"}", "priorityId")),
                400,
                "PRIORITY_UNKNOWN");
        refused("goals", goal("", "state-1"), 400, "statement");
        refused("goals", goal("a\\u0000", "state-1"), 400, "statement");
        refused("goals", goal("a", "state-1").replace("[\"state-1\"]", "[]"), 400, "priorityIds");
        refused(
                "goals",
                goal("a", "state-1").replace("}", ",\"teamId\":\"" + UUID.randomUUID() + "\"}"),
                400,
                "TEAM_UNKNOWN");
        String team = district.created(
                "teams",
                "{\"name\":\"t\",\"members\":[{\"person\":\"superintendent\",\"role\":\"sponsor\"}]}",
                "teamId");
        district.post("teams/" + team + "/members/Superintendent/departure", "{}")
                .then()
                .statusCode(200);
        refused("goals", goal("a", "state-1"), 409, "OWNER_HAS_LEFT").body("field", equalTo("owner"));
        district.as("ana")
                .get(District.any().path("goals/" + UUID.randomUUID()))
                .then()
                .statusCode(404);
        district.as("ana").get(district.path("priorities/state-9")).then().statusCode(404);
    }

    private ValidatableResponse refused(String path, String body, int status, String named) {
        return district.post(path, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(named));
    }
}
