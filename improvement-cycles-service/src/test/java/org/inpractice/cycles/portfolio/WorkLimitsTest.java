package org.inpractice.cycles.portfolio;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.inpractice.cycles.District;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** How many cycles a team may have in progress, and who may start one more. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class WorkLimitsTest extends TeamsAtWork {
    @Test
    void one_more_cycle_than_the_team_allows_itself_is_refused_and_the_override_is_kept() {
        // given
        String team = team();
        limit(team, 1);
        String running = started(team);
        String more = planned(team);
        // when
        start(more, District.STARTED)
                .then()
                .statusCode(409)
                .body("code", equalTo("WORK_LIMIT_REACHED"))
                .body("field", equalTo("overWorkLimit"))
                .body("detail", allOf(containsString(running), containsString("Call home early")));
        // then
        district.get("cycles/" + more).body("state", equalTo("planned"));
        district.get("work-limits/" + team)
                .body("reached", equalTo(true))
                .body("inProgress.cycleId", contains(running));
        start(more, OVER).then().statusCode(200);
        district.get("work-limits/" + team)
                .body("overrides.cycleId", contains(more))
                .body("overrides[0].by", equalTo("Superintendent"))
                .body("inProgress", hasSize(2));
        String starts = "events.findAll { it.type == 'improvement.cycle.started.v1' }.id[1]";
        String caused = "events.find { it.type == 'improvement.work-limit.overridden.v1' }.causationid";
        var events = district.get("events?after=0");
        assertEquals((String) events.extract().path(starts), events.extract().path(caused));
        start(planned(team()), District.STARTED).then().statusCode(200);
    }

    @Test
    void a_cycle_on_hold_counts_and_one_that_is_over_does_not() {
        // given
        String team = team();
        limit(team, 1);
        String running = started(team);
        district.post("cycles/" + running + "/pause", "{\"reason\":\"Leave\",\"on\":\"2025-10-01\"}")
                .then()
                .statusCode(200);
        String more = planned(team);
        start(more, District.STARTED).then().statusCode(409);
        // when
        district.post("cycles/" + running + "/cancellation", "{\"reason\":\"No callers\",\"on\":\"2025-10-02\"}")
                .then()
                .statusCode(200);
        // then
        start(more, District.STARTED).then().statusCode(200);
    }

    @Test
    void the_limit_of_all_holds_for_teams_without_one_and_for_owners_without_a_team() {
        limit("all", 1);
        String own = team();
        limit(own, 2);
        started(own);
        started(own);
        String other = team();
        started(other);
        start(planned(other), District.STARTED).then().statusCode(409);
        started(null);
        start(planned(null), District.STARTED).then().statusCode(409);
        String somebodyElse = District.plan("").replace("\"owner\":\"Attendance team\"", "\"owner\":\"Luis\"");
        start(district.created("cycles", somebodyElse, "cycleId"), District.STARTED)
                .then()
                .statusCode(200);
        district.post("work-limits/all/lifting", "{\"reason\":\"Bigger teams\"}")
                .then()
                .statusCode(200);
        started(null);
        district.get("work-limits").body("items.atMost", contains(2, null));
    }

    @Test
    void of_two_starts_at_the_same_moment_the_limit_lets_one_through() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                String team = team();
                limit(team, 1);
                List<Callable<Integer>> starts = Stream.of(planned(team), planned(team))
                        .map(cycle -> (Callable<Integer>)
                                () -> start(cycle, District.STARTED).statusCode())
                        .toList();
                List<Integer> answers = people.invokeAll(starts).stream()
                        .map(future -> future.resultNow())
                        .sorted()
                        .toList();
                assertEquals(List.of(200, 409), answers);
                district.get("work-limits/" + team).body("inProgress", hasSize(1));
            }
        }
    }

    @Test
    void limits_are_guarded_by_versions_and_named_after_teams_of_the_district() {
        String team = team();
        district.put("work-limits/" + team, null, "{\"atMost\":1}").then().statusCode(428);
        district.put("work-limits/" + team, "\"3\"", "{\"atMost\":1}").then().statusCode(412);
        district.put("work-limits/" + team, "\"0\"", "{\"atMost\":0}").then().statusCode(400);
        district.put("work-limits/x", "\"0\"", "{\"atMost\":1}").then().statusCode(400);
        district.put("work-limits/" + District.MEASURE, "\"0\"", "{\"atMost\":1}")
                .then()
                .statusCode(400)
                .body("code", equalTo("TEAM_UNKNOWN"));
        limit(team, 1);
        District other = District.any();
        other.as("ana").get(other.path("work-limits/" + team)).then().statusCode(404);
        district.post("work-limits/all/lifting", "{\"reason\":\"x\"}")
                .then()
                .statusCode(404)
                .body("code", equalTo("WORK_LIMIT_NOT_SET"));
        start(planned(team), District.STARTED.replace("}", ",\"overWorkLimit\":{\"reason\":\" \",\"by\":\"x\"}}"))
                .then()
                .statusCode(400)
                .body(containsString("reason"));
    }
}
