package org.inpractice.learning.prompt;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** People answer prompts, or dismiss them with a reason. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class PromptAnswersTest extends PromptCalls {
    private static final String REPORT = """
            {"kind": "near_failure", "whatHappened": "Buses were late.", "happenedAt": "2025-10-02T17:15:00Z",
             "impact": "Families waited."}
            """;

    @Test
    void one_report_answers_several_prompts_and_a_dismissal_says_why() {
        // given
        practice.verdict("worsened", 2, null);
        practice.decided("abandon");
        practice.late(UUID.randomUUID(), "1", "2025-09");
        practice.told().send();
        awaitPrompts(3);
        String failure = district.post("failures", REPORT).path("failureId");
        String first = promptOf("worsened");
        String second = promptOf("cycle_abandoned");
        String third = promptOf("feed_silent");
        // when
        answer(first, failure)
                .statusCode(200)
                .body("state", equalTo("answered"))
                .header("ETag", "\"2\"");
        answer(second, failure).statusCode(200);
        answer(second, failure).statusCode(200).header("ETag", "\"2\"");
        district.post("prompts/" + third + "/dismissal", "{\"reason\": \"<b>Sent</b> twice.\"}")
                .then()
                .statusCode(200);
        // then
        district.get("prompts?failureId=" + failure).then().body("items", hasSize(2));
        district.get("prompts?state=open").then().body("items", hasSize(0));
        district.get("prompts/" + third)
                .then()
                .header("ETag", "\"2\"")
                .body("state", equalTo("dismissed"))
                .body("reason", equalTo("<b>Sent</b> twice."))
                .body("closedBy", equalTo("ana"))
                .body("closedAt", notNullValue());
        problem(answer(first, district.post("failures", REPORT).path("failureId")), 409, "PROMPT_ALREADY_ANSWERED");
        problem(dismiss(first, "no"), 409, "PROMPT_ALREADY_ANSWERED");
        problem(dismiss(third, "again"), 409, "PROMPT_ALREADY_DISMISSED");
        answer(third, failure).statusCode(200);
    }

    @Test
    void of_two_who_answer_with_what_they_saw_one_is_told_that_somebody_was_faster() {
        // given
        practice.decided("abandon");
        practice.told().send();
        awaitPrompts(1);
        String prompt = promptOf("cycle_abandoned");
        String failure = district.post("failures", REPORT).path("failureId");
        // when
        district.ana()
                .header("If-Match", "\"1\"")
                .body("{\"failureId\": \"%s\"}".formatted(failure))
                .post(district.path("prompts/" + prompt + "/answer"))
                .then()
                .statusCode(200);
        // then
        district.ana()
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"nothing\"}")
                .post(district.path("prompts/" + prompt + "/dismissal"))
                .then()
                .statusCode(412);
    }

    @Test
    void what_cannot_be_is_refused_with_the_field_and_the_remedy() {
        // given
        practice.decided("abandon");
        practice.told().send();
        awaitPrompts(1);
        String prompt = promptOf("cycle_abandoned");
        ADistrict other = ADistrict.fresh();
        // then
        problem(answer(prompt, UUID.randomUUID().toString()), 400, "ANSWERED_BY_NO_REPORT")
                .body("field", equalTo("failureId"));
        problem(answer(prompt, prompt), 400, "ANSWERED_BY_NO_REPORT");
        problem(answer(UUID.randomUUID().toString(), UUID.randomUUID().toString()), 404, "PROMPT_UNKNOWN");
        dismiss(prompt, " ").statusCode(400);
        dismiss(prompt, "a\\u0000b").statusCode(400);
        dismiss(prompt, "x".repeat(10_001)).statusCode(400);
        district.post("prompts/" + prompt + "/dismissal", "{\"reason\": \"a\", \"b\": 1}")
                .then()
                .statusCode(400);
        district.get("prompts/not-an-id").then().statusCode(400);
        district.get("prompts?state=shut").then().statusCode(400).body("field", equalTo("state"));
        district.get("prompts?causeHolds=perhaps").then().statusCode(400).body("field", equalTo("causeHolds"));
        district.get("prompts?siteId=%00").then().statusCode(400).body("field", equalTo("siteId"));
        district.get("prompts?cursor=abc").then().statusCode(400).body("field", equalTo("cursor"));
        other.get("prompts/" + prompt).then().statusCode(404);
        other.get("prompts").then().body("items", hasSize(0));
        other.post("prompts/" + prompt + "/dismissal", "{\"reason\": \"not mine\"}")
                .then()
                .statusCode(404);
        district.with(List.of("read"))
                .body("{\"reason\": \"may not\"}")
                .post(district.path("prompts/" + prompt + "/dismissal"))
                .then()
                .statusCode(403);
    }

    private ValidatableResponse answer(String prompt, String failure) {
        return district.post("prompts/" + prompt + "/answer", "{\"failureId\": \"%s\"}".formatted(failure))
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
