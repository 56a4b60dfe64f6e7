package org.inpractice.cycles.theory;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.inpractice.cycles.District;
import org.inpractice.cycles.MeasurementService;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** Drivers over REST, the diagram they make, and what is an orphan in it. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class TheoryTest {
    private final District district = District.any();

    @Inject
    Clock clock;

    private String driver(String aim, String parent, String name) {
        String under = parent == null ? "" : "\"parentDriverId\":\"" + parent + "\",";
        return district.created(
                "drivers",
                "{\"aimId\":\"%s\",%s\"name\":\"%s\",\"owner\":\"Dana Reyes\"}".formatted(aim, under, name),
                "driverId");
    }

    private String idea(String title) {
        return district.created("change-ideas", """
                {"title":"%s","warrant":{"evidence":"Seen","strength":"experience"},"owner":"Ben Ito"}""".formatted(title), "changeIdeaId");
    }

    private void link(String driver, String idea) {
        district.post("drivers/" + driver + "/change-ideas", "{\"changeIdeaId\":\"" + idea + "\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void the_diagram_of_an_aim_grows_is_rearranged_and_can_be_read_as_of_any_instant() {
        // given
        String aim = district.aim();
        String trust = driver(aim, null, "Trust");
        String contact = driver(aim, trust, "Early contact");
        String transport = driver(aim, null, "Transport");
        String call = idea("Call home early");
        link(contact, call);
        district.created(
                "cycles", District.plan("\"aimId\":\"" + aim + "\",\"changeIdeaId\":\"" + call + "\","), "cycleId");
        district.created(
                "cycles",
                District.plan("\"aimId\":\"" + aim + "\",").replace("Call home early", "Robocalls"),
                "cycleId");
        String before = clock.instant().toString();
        // when
        district.post("drivers/" + contact + "/move", "{\"parentDriverId\":\"" + transport + "\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        district.post(
                        "drivers/" + trust + "/merger",
                        "{\"intoDriverId\":\"" + transport + "\",\"reason\":\"One thing\"}")
                .then()
                .statusCode(200);
        district.put(
                        "drivers/" + transport,
                        "\"1\"",
                        "{\"name\":\"Getting there\",\"measureIds\":[\"" + District.MEASURE + "\"]}")
                .then()
                .statusCode(200);
        // then
        district.get("aims/" + aim + "/driver-diagram")
                .body("aim.statement", containsString("Bring absence"))
                .body("drivers.name", contains("Getting there"))
                .body("drivers[0].kind", equalTo("primary"))
                .body("drivers[0].measures.measureId", contains(District.MEASURE))
                .body("drivers[0].drivers.name", contains("Early contact"))
                .body("drivers[0].drivers[0].kind", equalTo("secondary"))
                .body("drivers[0].drivers[0].changeIdeas.title", contains("Call home early"))
                .body("drivers[0].drivers[0].changeIdeas[0].cycles", equalTo(1))
                .body("otherIdeas.title", contains("Robocalls"));
        district.get("aims/" + aim + "/driver-diagram?asOf=" + before)
                .body("drivers.name", contains("Trust", "Transport"))
                .body("drivers[0].drivers.name", contains("Early contact"));
        district.get("drivers/" + trust).body("state", equalTo("merged")).body("mergedInto", equalTo(transport));
        district.get("drivers?aimId=" + aim + "&state=active").body("items.driverId", contains(transport, contact));
        district.get("drivers?changeIdeaId=" + call).body("items.driverId", contains(contact));
        district.get("drivers?owner=dana reyes&limit=1").body("items", hasSize(1));
        district.as("ana")
                .accept("image/svg+xml")
                .get(district.path("aims/" + aim + "/driver-diagram"))
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Vary", "Accept")
                .body(containsString("Getting there"));
        district.as("ana")
                .accept("image/svg+xml")
                .get(district.path("aims/" + UUID.randomUUID() + "/driver-diagram"))
                .then()
                .statusCode(404);
        district.as("ana")
                .get(District.any().path("aims/" + aim + "/driver-diagram"))
                .then()
                .statusCode(404);
    }

    @Test
    void the_drivers_of_a_merged_aim_stand_in_the_diagram_of_the_other() {
        // given
        String one = district.aim();
        String other = district.aim();
        String trust = driver(one, null, "Trust");
        driver(other, null, "Transport");
        // when
        district.post("aims/" + one + "/merger", "{\"intoAimId\":\"" + other + "\",\"reason\":\"One aim\"}")
                .then()
                .statusCode(200);
        // then
        district.get("aims/" + other + "/driver-diagram")
                .body("drivers.name", contains("Trust", "Transport"))
                .body("aim.mergedFrom", contains(one));
        String below = driver(other, trust, "Early contact");
        district.get("aims/" + other + "/driver-diagram").body("drivers[0].drivers.driverId", contains(below));
        refused("drivers", "{\"aimId\":\"" + one + "\",\"name\":\"x\"}", 409, "AIM_IS_MERGED");
    }

    @Test
    void refuses_circles_by_name_and_places_that_are_not_there() {
        String aim = district.aim();
        String trust = driver(aim, null, "Trust");
        String contact = driver(aim, trust, "Early contact");
        String elsewhere = driver(district.aim(), null, "Elsewhere");
        refused("drivers/" + trust + "/move", "{\"parentDriverId\":\"" + contact + "\"}", 400, "DRIVERS_IN_A_CIRCLE")
                .body("detail", containsString("“Trust” over “Early contact”"))
                .body("field", equalTo("parentDriverId"));
        refused("drivers/" + trust + "/move", "{\"parentDriverId\":\"" + elsewhere + "\"}", 400, "DRIVER_UNKNOWN");
        refused("drivers/" + trust + "/retirement", "{\"reason\":\"x\"}", 409, "DRIVER_HAS_DRIVERS_BELOW");
        refused("drivers", "{\"aimId\":\"" + aim + "\",\"name\":\"TRUST\"}", 409, "DRIVER_NAME_TAKEN");
        refused("drivers", "{\"aimId\":\"" + UUID.randomUUID() + "\",\"name\":\"x\"}", 400, "AIM_UNKNOWN");
        refused("drivers", "{\"aimId\":\"" + aim + "\",\"name\":\"\"}", 400, "name");
        refused("drivers", "{\"aimId\":\"" + aim + "\",\"name\":\"a\\u0007\"}", 400, "name");
        refused("drivers", "{\"aimId\":\"" + aim + "\",\"name\":\"x\",\"measureIds\":[null]}", 400, "measureIds");
        refused(
                "drivers/" + trust + "/change-ideas",
                "{\"changeIdeaId\":\"" + UUID.randomUUID() + "\"}",
                400,
                "CHANGE_IDEA_UNKNOWN");
        refused(
                "drivers/" + trust + "/change-ideas/" + UUID.randomUUID() + "/removal",
                "{}",
                404,
                "CHANGE_IDEA_NOT_LINKED");
        district.put("drivers/" + trust, "\"9\"", "{\"name\":\"x\"}").then().statusCode(412);
        district.put("drivers/" + trust, null, "{\"name\":\"x\"}").then().statusCode(428);
        district.as("ana").get(District.any().path("drivers/" + trust)).then().statusCode(404);
    }

    @Test
    void two_moves_that_together_would_make_a_circle_are_not_both_done() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 5; round++) {
                String aim = district.aim();
                String one = driver(aim, null, "One");
                String other = driver(aim, null, "Other");
                List<Callable<Integer>> moves = List.of(
                        () -> district.post("drivers/" + one + "/move", "{\"parentDriverId\":\"" + other + "\"}")
                                .statusCode(),
                        () -> district.post("drivers/" + other + "/move", "{\"parentDriverId\":\"" + one + "\"}")
                                .statusCode());
                List<Integer> answers = people.invokeAll(moves).stream()
                        .map(future -> future.resultNow())
                        .sorted()
                        .toList();
                assertEquals(List.of(200, 400), answers);
                district.get("aims/" + aim + "/driver-diagram").body("drivers", hasSize(1));
            }
        }
    }

    @Test
    void orphans_are_found_by_kind_each_with_what_to_do() {
        // given
        String bare = district.aim();
        String aim = district.aim();
        String nobodys = district.created("drivers", "{\"aimId\":\"" + aim + "\",\"name\":\"Nobody's\"}", "driverId");
        String idle = idea("Bus passes");
        String tested = idea("Call home");
        String cycle = district.created("cycles", District.plan("\"changeIdeaId\":\"" + tested + "\","), "cycleId");
        String loose = district.planned();
        String over = district.decided(District.ADOPT);
        String before = clock.instant().toString();
        String team = district.created(
                "teams", "{\"name\":\"t\",\"members\":[{\"person\":\"ben ito\",\"role\":\"coach\"}]}", "teamId");
        district.post("teams/" + team + "/members/Ben Ito/departure", "{}")
                .then()
                .statusCode(200);
        // then
        kind("aim_without_outcome_measure").body("items.id", containsInAnyOrder(bare, aim));
        kind("aim_without_driver")
                .body("items.id", contains(bare))
                .body("items[0].whatToDo", containsString("POST drivers"));
        kind("driver_without_owner").body("items.id", contains(nobodys)).body("items[0].owner", nullValue());
        kind("driver_without_measure").body("items.id", contains(nobodys));
        kind("idea_nobody_tests").body("items.id", contains(idle));
        kind("cycle_on_no_known_idea")
                .body("items.id", contains(loose))
                .body("items.id", not(hasItem(over)))
                .body("items.id", not(hasItem(cycle)));
        kind("owner_has_left")
                .body("items.id", containsInAnyOrder(idle, tested))
                .body("items[0].ownerLeftOn", equalTo(clock.instant().toString().substring(0, 10)));
        district.get("orphans?kind=owner_has_left&asOf=" + before).body("items", empty());
        district.get("orphans?owner=BEN ITO&kind=idea_nobody_tests").body("items.id", contains(idle));
        district.get("orphans?aimId=" + bare).body("items", hasSize(2));
        MeasurementService measurement = new MeasurementService(district);
        measurement.defines(District.MEASURE);
        measurement.send();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> kind("aim_without_outcome_measure").body("items", empty()));
        district.get("aims/" + aim + "/driver-diagram").body("aim.measure.name", equalTo("Chronic absence"));
        assertEquals(district.get("orphans").extract().<List<String>>path("items.id"), paged());
        for (String query : List.of("kind=x", "cursor=x", "cursor=WyJhIiwiYiJd", "asOf=x", "aimId=x")) {
            district.as("ana").get(district.path("orphans?" + query)).then().statusCode(400);
        }
    }

    private List<String> paged() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = district.get("orphans?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .extract();
            ids.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        }
        return ids;
    }

    private ValidatableResponse kind(String kind) {
        return district.get("orphans?kind=" + kind);
    }

    private ValidatableResponse refused(String path, String body, int status, String named) {
        return district.post(path, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(named));
    }
}
