package org.inpractice.learning.prompt;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.inpractice.learning.ADistrict;

/** One district whose data give causes, and calls about the prompts they open. */
abstract class PromptCalls {
    static final Duration SOON = Duration.ofSeconds(30);

    final ADistrict district = ADistrict.fresh();

    final APractice practice = APractice.in(district.id()).started("2025-11-14");

    ValidatableResponse awaitPrompts(int count) {
        await().atMost(SOON).untilAsserted(() -> district.get("prompts").then().body("items", hasSize(count)));
        return district.get("prompts").then().statusCode(200);
    }

    String promptOf(String cause) {
        return district.get("prompts?cause=" + cause).path("items[0].promptId");
    }

    ValidatableResponse dismiss(String prompt, String reason) {
        return district.post("prompts/" + prompt + "/dismissal", "{\"reason\": \"%s\"}".formatted(reason))
                .then();
    }
}
