package org.inpractice.measurement.controlchart;

import static org.hamcrest.Matchers.equalTo;
import static org.inpractice.measurement.Calls.observation;

import io.restassured.response.ValidatableResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.StringJoiner;
import org.inpractice.measurement.Calls;

/** Calls about the charts of one district. */
record ChartCalls(Calls district) {
    static final String WHO = "\"siteId\": \"0019\", \"decidedBy\": \"Team\", \"why\": \"They agreed\"";
    static final String YES =
            "\"answers\": {\"differentBehaviour\": true, \"reasonKnown\": true, \"desirable\": true, \"expectedToContinue\": true}";

    static ChartCalls ofNewDistrict() {
        return new ChartCalls(Calls.ofNewDistrict());
    }

    String values(int... values) {
        String measure = district.measure("outcome", "value", "decrease", "month");
        StringJoiner array = new StringJoiner(",", "[", "]");
        for (int i = 0; i < values.length; i++) {
            array.add(observation(measure, YearMonth.of(2024, 1).plusMonths(i).toString(), "\"value\": " + values[i]));
        }
        district.post(array.toString()).then().statusCode(207);
        return measure;
    }

    void post(String observation) {
        district.post(observation).then().statusCode(201);
    }

    String lastRecordedAt(String measure) {
        List<String> instants = district.series(measure, "").path("items.recordedAt");
        return instants.getLast();
    }

    void refused(String measure, String what, String body, String code) {
        district.call()
                .body(body)
                .post(path(measure, what))
                .then()
                .statusCode(409)
                .body("code", equalTo(code));
    }

    ValidatableResponse withdraw(String measure, String what) {
        return district.call()
                .body("{\"decidedBy\": \"Team\", \"why\": \"A mistake\"}")
                .post(path(measure, what + "/withdrawal"))
                .then();
    }

    ValidatableResponse chart(String measure, String query) {
        return chartOf(measure, query).statusCode(200);
    }

    ValidatableResponse chartOf(String measure, String query) {
        return district.call().get(path(measure, "chart?siteId=0019" + query)).then();
    }

    String path(String measure, String rest) {
        return district.path("measures/" + measure + "/" + rest);
    }
}
