package org.inpractice.learning.action;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.inpractice.learning.ADistrict;

/** One district and the actions its reviews agreed on. */
abstract class ActionCalls {
    static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Clock clock;

    final ADistrict district = ADistrict.fresh();

    LocalDate today() {
        return CalendarDays.earliest(clock.instant());
    }

    String agreed(LocalDate due, String owner) {
        String failure =
                district.post("failures", """
                        {"kind": "failure", "whatHappened": "No calls.", "happenedAt": "2025-08-03T18:00:00Z",
                         "impact": "None", "siteId": "77"}
                        """).then().statusCode(201).extract().path("failureId");
        return district.post("failures/" + failure + "/review", """
                        {"contributingFactors": ["By hand"], "reviewedOn": "2025-08-05",
                         "actions": [{"what": "Print the list", "owner": "%s", "due": "%s"}]}
                        """.formatted(owner, due))
                .then()
                .statusCode(200)
                .extract()
                .path("actions[0].actionId");
    }

    void complete(String action, LocalDate on) {
        String failure = district.get("actions/" + action).path("failureId");
        district.post(
                        "failures/" + failure + "/actions/" + action + "/completion",
                        "{\"completedOn\": \"%s\"}".formatted(on))
                .then()
                .statusCode(200);
    }

    ValidatableResponse revise(String action, String body) {
        return district.post("actions/" + action + "/revision", body).then();
    }

    ValidatableResponse one(String action, String query) {
        return district.get("actions/" + action + query).then().statusCode(200);
    }
}
