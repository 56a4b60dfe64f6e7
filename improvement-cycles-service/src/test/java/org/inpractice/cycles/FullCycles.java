package org.inpractice.cycles;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;

/** Fully planned cycles of one district. */
abstract class FullCycles {
    static final String SITE = "19647330112536";
    static final String HALT = "{\"reason\":\"Callers on leave\",\"on\":\"2025-10-06\"}";
    static final String STANDARD = "{\"standardWork\":{\"description\":\"Call before ten\",\"owner\":\"Principal\"}}";

    /** Further properties of a full plan. */
    static final String FULL = """
            "scope":"classroom","teamId":"{team}","questions":["Do families answer?"],
            "tasks":[{"what":"Call","who":"Clerk","when":"2025-09-26","where":"Office"},{"what":"Translate","who":"Aide"}],
            "dataPlan":[{"measureId":"0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01","who":"Clerk","every":"month"}],""";

    final District district = District.any();

    String team;

    @BeforeEach
    void form() {
        team = teamOf("Ana Ruiz");
    }

    String teamOf(String member) {
        String body = "{\"name\":\"Attendance\",\"formedOn\":\"2025-08-11\",\"members\":[{\"person\":\"" + member
                + "\",\"role\":\"lead\"}]}";
        return district.post("teams", body).then().statusCode(201).extract().path("teamId");
    }

    String planned() {
        String plan = District.plan(FULL.replace("{team}", team)).replace("\"by\":", "\"probability\":0.8,\"by\":");
        return district.post("cycles", plan).then().statusCode(201).extract().path("cycleId");
    }

    void step(String cycle, String path, String body) {
        district.post("cycles/" + cycle + "/" + path, body).then().statusCode(200);
    }

    void refused(Response response, int status, String code) {
        response.then().statusCode(status).body("code", equalTo(code));
    }
}
