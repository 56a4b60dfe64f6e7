package org.inpractice.cycles.leadership;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import org.inpractice.cycles.District;

/** One district that holds leadership reviews. */
abstract class ReviewsHeld {
    final District district = District.any();

    @Inject
    Clock clock;

    static String review(String heldOn, String aim, String more) {
        return """
                {"heldOn":"%s","attendance":[{"name":"Maya Ortiz","role":"superintendent"},
                 {"name":"Luis Romero","role":"principal","present":false}],
                 "aimIds":["%s"],"decisions":[{"decided":"Release two hours","owner":"Cabinet"}]%s}""".formatted(heldOn, aim, more);
    }

    String held(String heldOn, String aim) {
        return district.post("leadership-reviews", review(heldOn, aim, ""))
                .then()
                .statusCode(201)
                .extract()
                .path("reviewId");
    }

    String barrier() {
        return district.post("barriers", "{\"what\":\"Late lists\",\"kind\":\"data\",\"raisedOn\":\"2025-09-01\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("barrierId");
    }

    Response cadence(String ifMatch, String body) {
        return district.put("leadership-cadence", ifMatch, body);
    }
}
