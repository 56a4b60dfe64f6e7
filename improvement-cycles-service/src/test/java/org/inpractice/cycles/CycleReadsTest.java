package org.inpractice.cycles;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** Cycles to read: as they were known then, narrowed in lists, and by their own district only. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class CycleReadsTest extends FullCycles {
    @Test
    void what_was_known_of_a_cycle_then_stays_readable() {
        // given
        String cycle = planned();
        Instant plannedAt =
                Instant.parse(district.get("cycles/" + cycle).extract().path("changedAt"));
        step(cycle, "start", District.STARTED);
        step(cycle, "notes", District.NOTE);
        Instant notedAt =
                Instant.parse(district.get("cycles/" + cycle).extract().path("changedAt"));
        step(cycle, "study", District.STUDY);
        step(cycle, "decision", District.ADAPT);
        // then
        district.get("cycles/" + cycle + "?asOf=" + plannedAt)
                .header("ETag", "\"1\"")
                .body("state", equalTo("planned"))
                .body("notes", empty())
                .body("nextCycleIds", empty());
        district.get("cycles/" + cycle + "?asOf=" + notedAt)
                .body("state", equalTo("started"))
                .body("notes", hasSize(1))
                .body("study", nullValue());
        district.get("cycles?asOf=" + notedAt).body("items.state", contains("started"));
        district.get("cycles?state=decided&asOf=" + notedAt).body("items", empty());
        district.as("ana")
                .get(district.path("cycles/" + cycle + "?asOf=" + plannedAt.minusMillis(1)))
                .then()
                .statusCode(404);
        String idea = district.get("cycles/" + cycle).extract().path("changeIdeaId");
        district.get("change-ideas/" + idea + "/cycles").body("items", hasSize(2));
        district.get("change-ideas/" + idea + "/cycles?asOf=" + notedAt).body("items", hasSize(1));
    }

    @Test
    void lists_are_narrowed_by_team_owner_site_and_days() {
        String full = planned();
        String cycle = district.started();
        String done = district.decided(District.ADOPT.replace("}", ",\"decidedOn\":\"2025-12-01\"}"));
        district.get("cycles?teamId=" + team).body("items.cycleId", contains(full));
        district.get("cycles?owner=Attendance team").body("items", hasSize(3));
        district.get("cycles?owner=Nobody").body("items", empty());
        district.get("cycles?siteId=" + SITE).body("items", hasSize(3));
        district.get("cycles?startedFrom=2025-09-22&startedTo=2025-09-22").body("items.cycleId", contains(done, cycle));
        district.get("cycles?startedFrom=2025-09-23").body("items", empty());
        district.get("cycles?decidedFrom=2025-12-01&decidedTo=2025-12-31").body("items.cycleId", contains(done));
        for (String query :
                List.of("startedFrom=2026-01-01&startedTo=2025-01-01", "decidedTo=x", "teamId=x", "asOf=x")) {
            district.as("ana").get(district.path("cycles?" + query)).then().statusCode(400);
        }
    }

    @Test
    void another_district_sees_none_of_it() {
        String cycle = planned();
        District other = District.any();
        for (String path : List.of("pause", "resumption", "cancellation", "tasks/1/completion", "study")) {
            String body = path.equals("study")
                    ? District.STUDY
                    : path.startsWith("t") || path.startsWith("r") ? "{\"on\":\"2025-09-30\"}" : HALT;
            refused(other.post("cycles/" + cycle + "/" + path, body), 404, "CYCLE_UNKNOWN");
        }
        refused(other.put("cycles/" + cycle + "/standard-work", "\"1\"", STANDARD), 412, "VERSION_IS_STALE");
        other.as("ana").get(other.path("cycles/" + cycle)).then().statusCode(404);
    }
}
