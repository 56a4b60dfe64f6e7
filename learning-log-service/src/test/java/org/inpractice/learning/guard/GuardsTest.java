package org.inpractice.learning.guard;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.OtherServices;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** Guards over REST, on cycles that the topic told. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class GuardsTest {
    private final ADistrict district = ADistrict.fresh();
    private final UUID cycle = UUID.randomUUID();
    private final UUID outcome = UUID.randomUUID();
    private final UUID balancing = UUID.randomUUID();

    @Test
    void a_guard_is_set_changed_by_who_saw_it_and_withdrawn_and_each_version_can_be_asked_for() {
        // given
        told();
        set(balancing, 6, "").statusCode(200).header("ETag", "\"1\"");
        String first = Instant.now().toString();
        // when
        set(balancing, 5, "\"1\"").statusCode(200).header("ETag", "\"2\"");
        set(balancing, 5, "\"2\"").statusCode(200).header("ETag", "\"2\"");
        // then
        set(balancing, 4, "\"1\"").statusCode(412);
        set(balancing, 4, "").statusCode(428);
        get(balancing, "").statusCode(200).header("ETag", "\"2\"").body("value", equalTo(5));
        get(balancing, "?asOf=" + first).body("value", equalTo(6)).body("watching", equalTo(true));
        get(balancing, "?asOf=2020-01-01T00:00:00Z").statusCode(404);
        // when
        withdraw(balancing).statusCode(200).header("ETag", "\"3\"");
        withdraw(balancing).statusCode(200).header("ETag", "\"3\"");
        // then
        district.get("guards?cycleId=" + cycle)
                .then()
                .body("items", hasSize(1))
                .body("items[0].watching", equalTo(false));
    }

    @Test
    void what_cannot_be_guarded_is_refused_with_the_remedy() {
        // given
        told();
        ADistrict other = ADistrict.fresh();
        // then
        problem(set(outcome, 6, ""), 400, "GUARD_NOT_BALANCING").body("field", equalTo("measureId"));
        problem(set(UUID.randomUUID(), 6, ""), 400, "GUARD_ON_ANOTHER_MEASURE");
        put("{\"side\": \"not_above\", \"value\": 6, \"margin\": 0}").statusCode(400);
        put("{\"side\": \"beside\", \"value\": 6, \"margin\": 1}").statusCode(400);
        put("{\"side\": \"not_above\", \"value\": 1e30, \"margin\": 1}").statusCode(400);
        put("{\"side\": \"not_above\", \"margin\": 1}").statusCode(400);
        put("{\"side\": \"not_above\", \"value\": 6, \"margin\": 1, \"colour\": 1}")
                .statusCode(400);
        problem(withdraw(balancing), 404, "GUARD_UNKNOWN");
        other.ana()
                .body("{\"side\": \"not_above\", \"value\": 6, \"margin\": 1}")
                .put(other.path("guards/" + cycle + "/" + balancing))
                .then()
                .statusCode(404);
        district.get("guards?cursor=x").then().statusCode(400);
        district.get("guards/" + cycle + "/" + balancing).then().statusCode(404);
        district.with(List.of("read"))
                .body("{}")
                .post(district.path("guards/" + cycle + "/" + balancing + "/withdrawal"))
                .then()
                .statusCode(403);
    }

    private void told() {
        OtherServices told = new OtherServices(district.id());
        told.cycles("cycle.planned", """
                {"cycleId": "%s", "changeIdeaId": "%s", "changeIdea": "Call", "rung": 1, "studentGroup": "all", "owner": "team",
                 "measures": [{"measureId": "%s", "role": "outcome"}, {"measureId": "%s", "role": "balancing"}]}
                """.formatted(cycle, UUID.randomUUID(), outcome, balancing));
        told.send();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> set(outcome, 6, "").extract().statusCode() == 400);
    }

    private ValidatableResponse set(UUID measure, int value, String ifMatch) {
        var request = district.ana().body("{\"side\": \"not_above\", \"value\": %d, \"margin\": 0.5}".formatted(value));
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .put(district.path("guards/" + cycle + "/" + measure))
                .then();
    }

    private ValidatableResponse put(String body) {
        return district.ana()
                .body(body)
                .put(district.path("guards/" + cycle + "/" + balancing))
                .then();
    }

    private ValidatableResponse get(UUID measure, String query) {
        return district.get("guards/" + cycle + "/" + measure + query).then();
    }

    private ValidatableResponse withdraw(UUID measure) {
        return district.post("guards/" + cycle + "/" + measure + "/withdrawal", "{}")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
