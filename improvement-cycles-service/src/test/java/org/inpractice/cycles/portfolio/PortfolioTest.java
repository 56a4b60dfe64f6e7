package org.inpractice.cycles.portfolio;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
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
import org.inpractice.stream.EventTableRebuild;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** What has stalled, and who carries what. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class PortfolioTest extends TeamsAtWork {
    @Inject
    Clock clock;

    @Inject
    Transactions transactions;

    private String plannedLongAgo() {
        return district.created("cycles", District.plan("\"occurredAt\":\"2025-09-10T15:00:00Z\","), "cycleId");
    }

    private String startedLongAgo() {
        String cycle = plannedLongAgo();
        start(cycle, District.STARTED).then().statusCode(200);
        return cycle;
    }

    @Test
    void the_board_shows_the_longest_without_an_event_first_and_what_it_waits_for() {
        // given: the last events on 22 September, 2 October and 17 November
        String silent = startedLongAgo();
        String noted = startedLongAgo();
        district.post(
                        "cycles/" + noted + "/notes",
                        District.NOTE.replace("}", ",\"occurredAt\":\"2025-10-02T15:00:00Z\"}"))
                .then()
                .statusCode(200);
        String studied = startedLongAgo();
        district.post("cycles/" + studied + "/study", District.STUDY).then().statusCode(200);
        String paused = startedLongAgo();
        district.post(
                        "cycles/" + paused + "/pause",
                        "{\"reason\":\"Leave\",\"on\":\"2025-10-01\",\"occurredAt\":\"2025-10-01T15:00:00Z\"}")
                .then()
                .statusCode(200);
        district.planned();
        // then
        district.get("portfolio/board")
                .body("items.cycleId", contains(silent, noted, studied))
                .body("items.nextStep.step", contains("study", "study", "decide"))
                .body("items.stalled", contains(true, true, true))
                .body("items[0].daysWithoutEvent", greaterThan(300))
                .body("items[0].nextStep.overdue", equalTo(true))
                .body("stalledAfterDays", equalTo(14))
                .body("stalled", equalTo(3))
                .body("onHold", equalTo(1));
        district.get("portfolio/board?state=paused")
                .body("items.cycleId", contains(paused))
                .body("items[0].onHoldBecause", equalTo("Leave"))
                .body("items[0].stalled", equalTo(false))
                .body("stalled", equalTo(0));
        district.get("portfolio/board?state=planned").body("items.nextStep.step", contains("start"));
        String next = district.get("portfolio/board?limit=1").extract().path("next");
        next = district.get("portfolio/board?limit=1&cursor=" + next)
                .body("items.cycleId", contains(noted))
                .extract()
                .path("next");
        district.get("portfolio/board?limit=1&cursor=" + next)
                .body("items.cycleId", contains(studied))
                .body("next", nullValue());
        district.get("portfolio/board?owner=nobody").body("items", empty());
        district.get("portfolio/board?asOf=2020-01-01T00:00:00Z").body("items", empty());
    }

    @Test
    void a_district_says_when_a_cycle_has_stalled_and_a_request_may_say_otherwise() {
        // given
        district.get("stall-limit").header("ETag", "\"0\"").body("days", equalTo(14));
        district.put("stall-limit", null, "{\"days\":30}").then().statusCode(428);
        district.put("stall-limit", "\"0\"", "{\"days\":30}").then().statusCode(200);
        district.put("stall-limit", "\"0\"", "{\"days\":31}").then().statusCode(412);
        district.put("stall-limit", "\"1\"", "{\"days\":0}").then().statusCode(400);
        String cycle = plannedLongAgo();
        Instant twoDaysAgo = clock.instant().minusSeconds(2 * 86_400);
        start(cycle, District.STARTED.replace("2025-09-22T15:00:00Z", twoDaysAgo.toString()))
                .then()
                .statusCode(200);
        // then
        district.get("portfolio/board").body("stalledAfterDays", equalTo(30)).body("items.stalled", contains(false));
        district.get("portfolio/board?days=2")
                .body("items.stalled", contains(true))
                .body("stalled", equalTo(1));
        district.get("portfolio/board?days=3").body("items.stalled", contains(false));
        district.get("portfolio/board?days=2&stalled=false").body("items", empty());
    }

    @Test
    void who_carries_what_is_told_with_the_most_overdue_first() {
        // given
        String team = team();
        String cycle = started(team);
        String aim = district.aim();
        String barrier = district.created(
                "barriers",
                "{\"what\":\"Late lists\",\"kind\":\"data\",\"raisedOn\":\"2025-09-25\",\"cycleIds\":[\"" + cycle
                        + "\"]}",
                "barrierId");
        district.post("barriers/" + barrier + "/owner", "{\"owner\":\"principal\",\"until\":\"2099-01-01\"}")
                .then()
                .statusCode(200);
        // then
        district.get("portfolio/people")
                .body("items.carrier", contains("Attendance team", "principal"))
                .body("items.overdue", contains(1, 0))
                .body("items.total", contains(1, 2))
                .body("items[0].things[0].id", equalTo(cycle))
                .body("items[1].things.id", contains(aim, barrier))
                .body("items[1].hasLeft", equalTo(false));
        district.get("portfolio/people?person=PRINCIPAL").body("items.aims", contains(1));
        district.get("portfolio/people?overdue=false").body("items.carrier", contains("principal"));
        String next = district.get("portfolio/people?limit=1").extract().path("next");
        district.get("portfolio/people?limit=1&cursor=" + next)
                .body("items.carrier", contains("principal"))
                .body("next", nullValue());
        district.get("portfolio/teams")
                .body("items.carrier", contains("Attendance"))
                .body("items[0].id", equalTo(team))
                .body("items[0].cycles", equalTo(1))
                .body("items[0].barriers", equalTo(1));
        district.get("portfolio/people?asOf=2020-01-01T00:00:00Z").body("items", empty());
    }

    @Test
    void bad_questions_are_refused() {
        for (String query : List.of(
                "board?days=0",
                "board?days=1e3",
                "board?state=decided",
                "board?stalled=x",
                "board?teamId=x",
                "board?cursor=x",
                "board?asOf=x",
                "people?overdue=x",
                "people?cursor=WyJhIiwiYiIsImMiLCJkIl0",
                "teams?teamId=x")) {
            district.as("ana").get(district.path("portfolio/" + query)).then().statusCode(400);
        }
    }

    @Test
    void rebuilt_limits_equal_the_live_ones_row_for_row() throws SQLException {
        // given
        String team = team();
        limit(team, 1);
        started(team);
        start(planned(team), OVER).then().statusCode(200);
        district.put("stall-limit", "\"0\"", "{\"days\":30}").then().statusCode(200);
        List<String> live = ReadTables.rows(transactions, "work_limit", "stall_limit");
        assertFalse(live.isEmpty());
        // when
        new EventTableRebuild<>("work-limits", stream, transactions, WorkLimits.CODEC, WorkLimits.ROWS, clock).run();
        new EventTableRebuild<>("stall-limits", stream, transactions, StallLimits.CODEC, StallLimits.ROWS, clock).run();
        // then
        assertEquals(live, ReadTables.rows(transactions, "work_limit", "stall_limit"));
    }
}
