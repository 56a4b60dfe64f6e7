package org.inpractice.cycles.calibration;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.inpractice.cycles.District;
import org.inpractice.cycles.MeasurementService;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** Predictions against what came, over REST. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class CalibrationResourceTest {
    private static final String SITE = "19647330112536";
    private static final String[] MONTHS = {"2025-10", "2025-11", "2025-12", "2026-01", "2026-02"};

    private final District district = District.any();

    private String studied(int percentSince) {
        MeasurementService measurement = new MeasurementService(district);
        String plan = District.plan("").replace("\"by\":", "\"probability\":0.8,\"by\":");
        String cycle =
                district.post("cycles", plan).then().statusCode(201).extract().path("cycleId");
        district.post("cycles/" + cycle + "/start", District.STARTED).then().statusCode(200);
        measurement.defines(District.MEASURE);
        measurement.observes("2025-09-03T08:00:00Z", District.MEASURE, SITE, "2025-08", 24);
        for (String month : MONTHS) {
            measurement.observes("2026-03-03T08:00:00Z", District.MEASURE, SITE, month, percentSince);
        }
        measurement.judges("2026-03-03T08:00:01Z", cycle, "no_signal_yet", District.MEASURE, 0);
        measurement.send();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> district.get("cycles/" + cycle + "/verdicts"));
        district.post("cycles/" + cycle + "/study", District.STUDY.replace("2025-11-17", "2026-03-10"))
                .then()
                .statusCode(200);
        return cycle;
    }

    @Test
    void what_was_predicted_stands_beside_what_came_with_the_counts() {
        String cycle = studied(21);
        district.get("calibration?by=owner")
                .body("calibration.judged", equalTo(1))
                .body("calibration.hitRate", equalTo(1.0f))
                .body("calibration.bias", equalTo(0.5f))
                .body("calibration.brier", equalTo(0.04f))
                .body("calibration.few", equalTo(true))
                .body("calibration.reliability[4].count", equalTo(1))
                .body("groups.key", contains("Attendance team"));
        district.get("calibration/cycles")
                .body("items.cycleId", contains(cycle))
                .body("items[0].predictions[0].observed", equalTo(-3))
                .body("items[0].predictions[0].cameTrue", equalTo(true));
        district.get("calibration?asOf=2025-01-01T00:00:00Z").body("calibration.predictions", equalTo(0));
        district.get("calibration?owner=Nobody").body("calibration.predictions", equalTo(0));
    }

    @Test
    void the_reliability_is_drawn_for_those_who_ask_for_a_picture() {
        district.as("ana")
                .accept("image/svg+xml")
                .get(district.path("calibration"))
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(containsString("No prediction can be judged yet."));
        district.as("ana")
                .accept("*/*")
                .get(district.path("calibration"))
                .then()
                .statusCode(200)
                .contentType(containsString("json"))
                .body("calibration.hitRate", nullValue())
                .body("calibration.reliability", hasSize(5));
        district.as("ana").get(district.path("calibration?by=mood")).then().statusCode(400);
    }
}
