package org.inpractice.cycles.fidelity;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.inpractice.cycles.District;
import org.inpractice.cycles.MeasurementService;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** Fidelity over REST, from events that really happened. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class FidelityResourceTest {
    private static final String SITE = "19647330112536";

    private final District district = District.any();

    private String point(Feature feature) {
        return "fidelity.points[" + List.of(Feature.values()).indexOf(feature) + "].";
    }

    @Test
    void a_cycle_is_judged_from_what_happened_to_it_and_as_of_any_instant() {
        // given
        String cycle = district.post("cycles", District.plan("\"occurredAt\":\"2025-09-12T15:00:00Z\","))
                .then()
                .statusCode(201)
                .extract()
                .path("cycleId");
        district.post("cycles/" + cycle + "/start", District.STARTED).then().statusCode(200);
        Instant startedAt =
                Instant.parse(district.get("cycles/" + cycle).extract().path("changedAt"));
        MeasurementService measurement = new MeasurementService(district);
        measurement.defines(District.MEASURE);
        for (String month : new String[] {"2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"}) {
            measurement.observes("2026-04-02T08:00:00Z", District.MEASURE, SITE, month, 18);
        }
        measurement.judges("2026-04-02T08:00:01Z", cycle, "improved", District.MEASURE, -4);
        measurement.send();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> district.get("cycles/" + cycle + "/verdicts"));
        district.post("cycles/" + cycle + "/study", District.STUDY.replace("2025-11-17", "2026-04-10"))
                .then()
                .statusCode(200);
        district.post("cycles/" + cycle + "/decision", District.ADAPT).then().statusCode(200);
        // then
        district.get("cycles/" + cycle + "/fidelity")
                .body("fidelity.met", equalTo(7))
                .body("fidelity.complete", equalTo(true))
                .body(
                        point(Feature.DECISION_FITS_STUDY) + "evidence.source",
                        contains("measurement-service", "improvement-cycles-service"))
                .body(point(Feature.PREDICTION_BEFORE_TEST) + "evidence[0].eventId", notNullValue());
        district.get("cycles/" + cycle + "/fidelity?asOf=" + startedAt)
                .body("fidelity.complete", nullValue())
                .body(point(Feature.PREDICTION_BEFORE_TEST) + "outcome", equalTo("met"))
                .body(point(Feature.DATA_OVER_TIME) + "outcome", equalTo("not_yet_knowable"));
        district.get("fidelity?decidedFrom=2020-01-01&by=school_year")
                .body("fidelity.complete", equalTo(1))
                .body("groups", hasSize(1));
        district.get("fidelity?by=owner")
                .body("groups.key", contains("Attendance team"))
                .body("groups[0].fidelity.cycles", equalTo(2));
        district.get("fidelity/cycles?limit=1").body("items", hasSize(1)).body("next", notNullValue());
        district.get("fidelity/cycles?state=decided").body("items.cycleId", contains(cycle));
    }

    @Test
    void a_prediction_told_after_the_start_is_found_out() {
        String cycle = district.post("cycles", District.plan("\"occurredAt\":\"2025-10-12T15:00:00Z\","))
                .then()
                .statusCode(201)
                .extract()
                .path("cycleId");
        district.post("cycles/" + cycle + "/start", District.STARTED).then().statusCode(200);
        district.get("cycles/" + cycle + "/fidelity")
                .body(point(Feature.PREDICTION_BEFORE_TEST) + "outcome", equalTo("not_met"));
    }

    @Test
    void what_is_not_there_or_cannot_be_asked_is_said() {
        String cycle = district.planned();
        District other = District.any();
        other.as("ana").get(other.path("cycles/" + cycle + "/fidelity")).then().statusCode(404);
        for (String query : new String[] {"by=colour", "teamId=x", "asOf=yesterday"}) {
            district.as("ana").get(district.path("fidelity?" + query)).then().statusCode(400);
        }
        District.any()
                .get("fidelity?by=team")
                .body("fidelity.cycles", equalTo(0))
                .body("groups", hasSize(0));
    }
}
