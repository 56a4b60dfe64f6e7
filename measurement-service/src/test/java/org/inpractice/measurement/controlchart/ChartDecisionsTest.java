package org.inpractice.measurement.controlchart;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.inpractice.measurement.Calls.observation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class ChartDecisionsTest {
    private final ChartCalls calls = ChartCalls.ofNewDistrict();

    @Test
    void freezes_limits_and_tells_who_and_why_and_what_was_known_before() {
        // given
        String measure = calls.values(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9, 9);
        String known = calls.lastRecordedAt(measure);

        // when
        String baseline = calls.district()
                .call()
                .body("{%s, \"from\": \"2024-01\", \"to\": \"2024-12\"}".formatted(ChartCalls.WHO))
                .post(calls.path(measure, "baselines"))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/chart?siteId=0019&studentGroup=all"))
                .extract()
                .path("baselineId");

        // then
        calls.chart(measure, "")
                .body("points[0].centre", equalTo(1.5f))
                .body("phases[0].frozen", equalTo(true))
                .body("phases[0].baselineTo", equalTo(12))
                .body("phases[0].limits", equalTo("locked"))
                .body("points[13].outside", equalTo(true))
                .body("decisions", hasSize(1))
                .body("decisions[0].kind", equalTo("baseline_frozen"))
                .body("decisions[0].baselineId", equalTo(baseline))
                .body("decisions[0].points", equalTo(12))
                .body("decisions[0].trial", equalTo(false))
                .body("decisions[0].decidedBy", equalTo("Team"))
                .body("decisions[0].why", equalTo("They agreed"))
                .body("decisions[0].actor", equalTo("ana"))
                .body("decisions[0].eventId", notNullValue())
                .body("decisions[0].event", nullValue());
        calls.chart(measure, "&asOf=" + known).body("decisions", empty()).body("phases[0].frozen", equalTo(false));
        calls.refused(
                measure,
                "baselines",
                "{%s, \"from\": \"2024-01\", \"to\": \"2025-02\"}".formatted(ChartCalls.WHO),
                "BASELINE_IS_LOCKED");
        calls.withdraw(measure, "baselines/" + baseline).statusCode(200);
        calls.chart(measure, "")
                .body("phases[0].frozen", equalTo(false))
                .body("decisions.kind", contains("baseline_frozen", "baseline_withdrawn"));
        calls.withdraw(measure, "baselines/" + baseline).statusCode(404);
    }

    @Test
    void counts_only_what_everybody_may_see_into_a_baseline() {
        String measure = calls.district().measure("outcome", "rate", "decrease", "month");
        for (int month = 1; month <= 12; month++) {
            calls.post(observation(
                    measure,
                    YearMonth.of(2024, month).toString(),
                    "\"numerator\": 5, \"denominator\": " + (month == 12 ? 9 : 50)));
        }
        String body = "{%s, \"from\": \"2024-01\", \"to\": \"2024-12\"%s}";
        calls.district()
                .with(List.of("measures:write", "small-cells"))
                .body(body.formatted(ChartCalls.WHO, ""))
                .post(calls.path(measure, "baselines"))
                .then()
                .statusCode(409)
                .body("code", equalTo("BASELINE_IS_SHORT"))
                .body("field", equalTo("trial"));
        calls.district()
                .call()
                .body(body.formatted(ChartCalls.WHO, ", \"trial\": true"))
                .post(calls.path(measure, "baselines"))
                .then()
                .statusCode(201);
        calls.chart(measure, "").body("decisions[0].points", equalTo(11)).body("phases[0].limits", equalTo("trial"));
    }

    @Test
    void begins_a_phase_judges_assurance_by_it_and_takes_it_back() {
        // given
        String measure = calls.values(10, 11, 10, 11, 1, 2, 1, 2);

        // when
        calls.refused(
                measure,
                "phases",
                "{%s, \"from\": \"2024-05\", %s}"
                        .formatted(
                                ChartCalls.WHO, ChartCalls.YES.replace("\"desirable\": true", "\"desirable\": false")),
                "PHASE_IS_NOT_DUE");
        String phase = calls.district()
                .call()
                .body("{%s, \"from\": \"2024-05\", \"name\": \"Since\", %s}".formatted(ChartCalls.WHO, ChartCalls.YES))
                .post(calls.path(measure, "phases"))
                .then()
                .statusCode(201)
                .extract()
                .path("phaseId");
        calls.district()
                .call()
                .body("{%s, \"from\": \"2024-05\", \"to\": \"2024-06\", \"trial\": true}".formatted(ChartCalls.WHO))
                .post(calls.path(measure, "baselines"))
                .then()
                .statusCode(201);

        // then
        calls.chart(measure, "&ruleSet=making-data-count&target=6")
                .body("points.phase", contains(1, 1, 1, 1, 2, 2, 2, 2))
                .body("phases.name", contains(null, "Since"))
                .body("phases[1].centre", equalTo(1.5f))
                .body("phases[1].baselineTo", equalTo(6))
                .body("icons.assurance", equalTo("consistent_pass"))
                .body("decisions[0].answers.reasonKnown", equalTo(true))
                .body("decisions[1].phaseId", equalTo(phase));
        calls.chart(measure, "&ruleSet=making-data-count&target=6&to=2024-04-30")
                .body("points", hasSize(4))
                .body("phases", hasSize(1))
                .body("icons", nullValue());
        calls.withdraw(measure, "phases/" + phase).statusCode(200);
        calls.chart(measure, "").body("phases", hasSize(1)).body("phases[0].frozen", equalTo(false));
        calls.withdraw(measure, "phases/" + UUID.randomUUID()).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "baselines | {}",
                "baselines | {\"siteId\": \"0019\", \"from\": \"2024-01\", \"to\": \"2024-02\", \"trial\": true, \"why\": \"x\"}",
                "baselines | {\"siteId\": \"0019\", \"from\": \"2024-01\", \"to\": \"2024-02\", \"trial\": true, \"decidedBy\": \"x\"}",
                "baselines | {\"siteId\": \"0019\", \"from\": \"2024-02\", \"to\": \"2024-01\", \"trial\": true, \"decidedBy\": \"x\", \"why\": \"x\"}",
                "baselines | {\"siteId\": \"0019\", \"from\": \"2024-W1\", \"to\": \"2024-02\", \"trial\": true, \"decidedBy\": \"x\", \"why\": \"x\"}",
                "phases | {\"siteId\": \"0019\", \"from\": \"2024-02\", \"decidedBy\": \"x\", \"why\": \"x\"}",
                "phases | {\"siteId\": \"0019\", \"from\": \"2024-02\", \"decidedBy\": \"x\", \"why\": \"x\", \"answers\": {\"reasonKnown\": true}}",
            })
    void refuses_a_decision_that_lacks_something(String what, String body) {
        String measure = calls.values(1, 2);
        calls.district()
                .call()
                .body(body)
                .post(calls.path(measure, what))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", not(empty()));
    }

    @Test
    void rebuilds_what_was_decided_to_the_same_chart() {
        // given
        String measure = calls.values(1, 2, 1, 2, 9);
        calls.district()
                .call()
                .body("{%s, \"from\": \"2024-01\", \"to\": \"2024-03\", \"trial\": true}".formatted(ChartCalls.WHO))
                .post(calls.path(measure, "baselines"))
                .then()
                .statusCode(201);
        calls.district()
                .call()
                .body("{%s, \"from\": \"2024-04\", %s}".formatted(ChartCalls.WHO, ChartCalls.YES))
                .post(calls.path(measure, "phases"))
                .then()
                .statusCode(201);
        String before = calls.chart(measure, "").extract().asString();

        // when
        calls.district()
                .call()
                .post("/v1/admin/read-models/charts/rebuild")
                .then()
                .statusCode(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> calls.district()
                        .call()
                        .get("/v1/admin/read-models")
                        .then()
                        .body("rebuilds.find { it.readModel == 'charts' }.state", equalTo("done")));

        // then
        assertEquals(before, calls.chart(measure, "").extract().asString());
    }
}
