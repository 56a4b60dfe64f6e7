package org.inpractice.learning.failure;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.inpractice.learning.ADistrict;

/** Failures of a district, told and reviewed for a test. */
record FailureCalls(ADistrict district) {
    static final String REVIEW = """
            {"contributingFactors": ["By hand", "by hand", "no backup"], "wentWell": ["noticed the same day"],
             "lessons": ["ask early"], "reviewedOn": "2025-11-05",
             "actions": [{"what": "make the list", "owner": "clerk", "due": "2025-11-21"},
                         {"what": "train a second clerk", "owner": "principal", "due": "2099-12-01"}]}
            """;

    static String report(String kind, UUID cycle) {
        return """
                {"kind": "%s", "whatHappened": "<script>alert('nobody called')</script>", "happenedAt": "2025-11-03T18:00:00Z",
                 "impact": "41 families", "keptFromWorse": "", "cycleId": "%s", "siteId": "00196473301029",
                 "occurredAt": "2025-11-04T08:00:00Z"}
                """.formatted(kind, cycle);
    }

    String reported() {
        return district.post("failures", report("near_failure", UUID.randomUUID()))
                .then()
                .statusCode(201)
                .extract()
                .path("failureId");
    }

    String reviewed(String review) {
        String failure = reported();
        district.post("failures/" + failure + "/review", review).then().statusCode(200);
        return failure;
    }

    ValidatableResponse problem(String path, String body, int status, String code) {
        ValidatableResponse response = district.post("failures/" + path, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
        return code == null ? response : response.body("code", equalTo(code));
    }
}
