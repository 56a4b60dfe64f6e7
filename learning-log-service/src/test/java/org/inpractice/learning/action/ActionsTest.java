package org.inpractice.learning.action;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.OtherServices;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** Actions: revised, reminded of, linked to a measure, and answered by its feedback. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class ActionsTest extends ActionCalls {
    @Test
    void a_day_and_an_owner_move_with_a_reason_and_the_past_can_be_asked_for() {
        // given
        String action = agreed(today().plusDays(40), "clerk");
        one(action, "").header("ETag", "\"0\"").body("revisions", equalTo(0));
        String before = clock.instant().toString();
        String later = today().plusDays(60).toString();
        // when
        revise(
                        action,
                        "{\"due\": \"%s\", \"owner\": \"<b>Vendor</b>\", \"reason\": \"It comes late.\"}"
                                .formatted(later))
                .statusCode(200)
                .header("ETag", "\"1\"");
        // then
        one(action, "")
                .body("due", equalTo(later))
                .body("owner", equalTo("<b>Vendor</b>"))
                .body("revisedBecause", equalTo("It comes late."))
                .body("revisions", equalTo(1));
        one(action, "?asOf=" + before)
                .body("owner", equalTo("clerk"))
                .body("due", equalTo(today().plusDays(40).toString()))
                .body("revisedBecause", nullValue());
        district.get("actions?owner=<B>VENDOR</b>").then().body("items", hasSize(1));
        district.get("actions?owner=clerk").then().body("items", hasSize(0));
        district.get("actions?dueFrom=" + later).then().body("items", hasSize(1));
        district.get("actions?dueTo=" + today().plusDays(59)).then().body("items", hasSize(0));
        district.get("actions?siteId=77").then().body("items", hasSize(1));
        district.get("actions?siteId=78").then().body("items", hasSize(0));
    }

    @Test
    void what_cannot_be_revised_is_refused_and_of_two_who_saw_the_same_one_wins() {
        // given
        String action = agreed(today().plusDays(40), "clerk");
        String past = today().minusDays(1).toString();
        ADistrict other = ADistrict.fresh();
        // then
        revise(action, "{\"reason\": \"just so\"}").statusCode(400).body("code", equalTo("REVISION_WITHOUT_CHANGE"));
        revise(action, "{\"due\": \"%s\", \"reason\": \"late\"}".formatted(past))
                .statusCode(400)
                .body("code", equalTo("REVISED_INTO_THE_PAST"));
        revise(action, "{\"due\": \"2150-01-01\"}").statusCode(400);
        revise(action, "{\"owner\": \" \", \"reason\": \"late\"}").statusCode(400);
        revise(action, "{\"owner\": \"a\\u0000\", \"reason\": \"late\"}").statusCode(400);
        revise(UUID.randomUUID().toString(), "{\"due\": \"2150-01-01\", \"reason\": \"late\"}")
                .statusCode(404)
                .body("code", equalTo("ACTION_UNKNOWN"));
        other.post("actions/" + action + "/revision", "{\"due\": \"2150-01-01\", \"reason\": \"late\"}")
                .then()
                .statusCode(404);
        other.get("actions/" + action).then().statusCode(404);
        for (int status : List.of(200, 412)) {
            district.ana()
                    .header("If-Match", "\"0\"")
                    .body("{\"due\": \"2150-01-01\", \"reason\": \"late\"}")
                    .post(district.path("actions/" + action + "/revision"))
                    .then()
                    .statusCode(status);
        }
        complete(action, today());
        revise(action, "{\"due\": \"2150-01-01\", \"reason\": \"late\"}")
                .statusCode(409)
                .body("code", equalTo("ACTION_ALREADY_DONE"));
        district.get("actions?state=late").then().statusCode(400).body("field", equalTo("state"));
        district.get("actions?asOf=then").then().statusCode(400).body("field", equalTo("asOf"));
    }

    @Test
    void feedback_answers_whether_it_helped_after_it_was_done() {
        // given
        String action = agreed(today().plusDays(3), "clerk");
        UUID measure = UUID.randomUUID();
        UUID cycle = UUID.randomUUID();
        OtherServices told = new OtherServices(district.id());
        told.measures("measure.defined", """
                {"measureId": "%s", "name": "Absence", "kind": "outcome", "valueType": "rate", "unit": "percent",
                 "direction": "decrease", "period": "month", "owner": "office", "countsPeople": true}
                """.formatted(measure));
        told.send();
        effect(action).body("state", equalTo("no_measure"));
        link(action, "{\"measureId\": \"%s\"}".formatted(UUID.randomUUID()))
                .statusCode(400)
                .body("code", equalTo("MEASURE_NOT_HEARD_OF"));
        // when
        await().atMost(SOON)
                .untilAsserted(() -> link(action, "{\"measureId\": \"%s\"}".formatted(measure))
                        .statusCode(200));
        // then
        effect(action).body("state", equalTo("not_done"));
        // when
        complete(action, LocalDate.of(2025, 8, 31));
        // then
        effect(action).body("state", equalTo("waiting")).body("since", equalTo("2025-08-31"));
        // when
        told.measures("feedback.changed", """
                {"cycleId": "%s", "studentGroup": "all", "verdict": "improved", "why": "A shift.", "measureId": "%s",
                 "fromSequence": 1, "toSequence": 2, "ruleSet": "perla-v2"}
                """.formatted(cycle, measure));
        told.send();
        // then
        await().atMost(SOON)
                .untilAsserted(() -> effect(action)
                        .body("state", equalTo("answered"))
                        .body("latest.verdict", equalTo("improved"))
                        .body("latest.cycleId", equalTo(cycle.toString())));
        link(action, "{\"measureId\": \"%s\", \"cycleId\": \"%s\"}".formatted(measure, cycle))
                .statusCode(400)
                .body("field", equalTo("cycleId"));
    }

    private ValidatableResponse link(String action, String body) {
        return district.ana()
                .body(body)
                .put(district.path("actions/" + action + "/measure"))
                .then();
    }

    private ValidatableResponse effect(String action) {
        return district.get("actions/" + action + "/effect").then().statusCode(200);
    }
}
