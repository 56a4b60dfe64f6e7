package org.inpractice.cycles.hindsight;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.inpractice.cycles.District;
import org.inpractice.cycles.MeasurementService;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** A decision that looked right is found again when the data say otherwise. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class HindsightResourceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SITE = "19647330112536";
    private static final String ADOPT =
            "{\"decision\":\"adopt\",\"rationale\":\"It works\",\"decidedOn\":\"2026-02-10\"}";

    @Inject
    Clock clock;

    private final District district = District.any();
    private final MeasurementService measurement = new MeasurementService(district);

    private void awaitVerdict(String cycle, String verdict) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> district.get("cycles/" + cycle + "/verdicts").body("items[0].verdict", equalTo(verdict)));
    }

    @Test
    void an_adopted_change_that_has_worsened_since_is_listed_with_what_was_known_then() {
        // given
        String cycle = district.started();
        measurement.defines(District.MEASURE);
        measurement.observes("2025-09-03T08:00:00Z", District.MEASURE, SITE, "2025-08", 24);
        measurement.observes("2025-11-03T08:00:00Z", District.MEASURE, SITE, "2025-10", 18);
        measurement.observes("2025-12-03T08:00:00Z", District.MEASURE, SITE, "2025-11", 18);
        measurement.judges("2026-01-03T08:00:00Z", cycle, "improved", District.MEASURE, -6);
        measurement.send();
        awaitVerdict(cycle, "improved");
        district.post("cycles/" + cycle + "/study", District.STUDY).then().statusCode(200);
        district.post("cycles/" + cycle + "/decision", ADOPT).then().statusCode(200);
        Instant decidedAt =
                Instant.parse(district.get("cycles/" + cycle).extract().path("changedAt"));
        district.get("cycles/" + cycle + "/hindsight").body("standing", equalTo("stands"));
        district.get("decisions?standing=contradicted").body("items", empty());
        // when
        String later =
                clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS).toString();
        measurement.observes(later, District.MEASURE, SITE, "2025-12", 33);
        measurement.observes(later, District.MEASURE, SITE, "2026-01", 33);
        measurement.judges(later, cycle, "worsened", District.MEASURE, 9);
        measurement.send();
        // then
        awaitVerdict(cycle, "worsened");
        district.get("cycles/" + cycle + "/hindsight")
                .body("standing", equalTo("contradicted"))
                .body("then.verdict", equalTo("improved"))
                .body("today.verdict", equalTo("worsened"))
                .body("completeness[0].expected", equalTo(4))
                .body("completeness[0].toldThen", equalTo(2))
                .body("completeness[0].toldToday", equalTo(4))
                .body("completeness[0].shareThen", equalTo(0.5f))
                .body("completeness[0].daysBehind", equalTo(74))
                .body("completeness[0].changeThen", equalTo(-6))
                .body("completeness[0].changedSince", equalTo(true));
        district.get("decisions?standing=contradicted").body("items.cycleId", contains(cycle));
        district.get("decisions?standing=stands").body("items", empty());
        district.get("decisions?decidedFrom=2026-02-10&aimId=0198c310-0000-7000-8000-000000000000")
                .body("items", empty());
        district.get("decisions?standing=contradicted&asOf=" + decidedAt).body("items", empty());
        district.get("decisions?asOf=" + decidedAt).body("items.standing", contains("stands"));
    }

    @Test
    void decisions_are_paged_and_those_without_any_verdict_say_so() {
        district.decided(District.ADOPT);
        district.decided(District.ADOPT);
        String next = district.get("decisions?limit=1&standing=cannot_tell")
                .body("items", hasSize(1))
                .body("items[0].today", nullValue())
                .body("items[0].then.statement", notNullValue())
                .extract()
                .path("next");
        district.get("decisions?limit=1&standing=cannot_tell&cursor=" + next)
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void what_is_not_decided_or_not_here_is_not_found() {
        String open = district.started();
        String decided = district.decided(District.ADOPT);
        District other = District.any();
        district.as("ana")
                .get(district.path("cycles/" + open + "/hindsight"))
                .then()
                .statusCode(404);
        other.as("ana")
                .get(other.path("cycles/" + decided + "/hindsight"))
                .then()
                .statusCode(404);
        district.as("ana").get(district.path("decisions?standing=wrong")).then().statusCode(400);
    }
}
