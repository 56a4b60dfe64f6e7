package org.inpractice.measurement.controlchart;

import static org.hamcrest.Matchers.closeTo;
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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.Topics;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class StoredChartTest {
    private static final String WHO = "\"siteId\": \"0019\", \"decidedBy\": \"Team\", \"why\": \"They agreed\"";
    private static final String YES =
            "\"answers\": {\"differentBehaviour\": true, \"reasonKnown\": true, \"desirable\": true, \"expectedToContinue\": true}";

    private final Calls district = Calls.ofNewDistrict();

    private long cyclesSequence;

    @Test
    void charts_a_value_as_individuals_with_the_measures_direction() {
        String measure = values(1, 2, 1, 2, 9);
        chart(measure, "&target=3")
                .body("type", equalTo("i"))
                .body("rules.id", equalTo("anhoej-v1"))
                .body("direction", equalTo("decrease"))
                .body("unit", equalTo("units"))
                .body("target", equalTo(3.0f))
                .body("title", equalTo("Measure, site 0019"))
                .body("points.label", contains("2024-01", "2024-02", "2024-03", "2024-04", "2024-05"))
                .body("points[0].centre", equalTo(3.0f))
                .body("points[0].upper", equalTo(9.65f))
                .body("companion.type", equalTo("moving_range"))
                .body("decisions", empty())
                .body("cycles", empty())
                .body("toSequence", equalTo(6))
                .body("marks", nullValue());
        chart(measure, "&type=run&ruleSet=perla").body("type", equalTo("run")).body("points[0].centre", equalTo(2.0f));
        chart(measure, "&ruleSet=making-data-count").body("screening", equalTo("moving_ranges_once"));
    }

    @Test
    void charts_a_rate_as_proportions_and_a_count_as_counts() {
        String rate = district.measure("outcome", "rate", "increase", "month");
        post(observation(rate, "2025-01", "\"numerator\": 20, \"denominator\": 100"));
        post(observation(rate, "2025-02", "\"numerator\": 40, \"denominator\": 100"));
        chart(rate, "")
                .body("type", equalTo("p"))
                .body("points[0].centre", equalTo(0.3f))
                .body("direction", equalTo("increase"));
        chart(rate, "&type=u_prime").body("type", equalTo("u_prime"));
        String count = district.measure("process", "count", "increase", "month");
        post(observation(count, "2025-01", "\"count\": 25"));
        chart(count, "").body("type", equalTo("c")).body("points[0].upper", equalTo(40.0f));
        chart(count, "&type=g").body("centreLine", equalTo("median"));
    }

    @Test
    void answers_the_picture_that_is_accepted() {
        String measure = values(1, 2, 1, 2);
        district.call()
                .accept("image/svg+xml")
                .get(path(measure, "chart?siteId=0019"))
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body("svg.title", equalTo("Measure, site 0019"));
        district.call()
                .accept("image/png")
                .get(path(measure, "chart?siteId=0019"))
                .then()
                .statusCode(200)
                .contentType("image/png");
        district.call()
                .accept("image/svg+xml")
                .get(path(measure, "chart?siteId=nowhere"))
                .then()
                .statusCode(200)
                .body(containsString("No points yet"));
    }

    @Test
    void keeps_small_groups_out_of_points_limits_and_pictures() {
        // given
        String measure = district.measure("outcome", "rate", "decrease", "month");
        post(observation(measure, "2025-01", "\"numerator\": 50, \"denominator\": 100"));
        post(observation(measure, "2025-02", "\"numerator\": 7, \"denominator\": 7"));
        post(observation(measure, "2025-03", "\"numerator\": 50, \"denominator\": 100"));
        post(observation(measure, "2025-04", "\"status\": \"suppressed\""));

        // then
        chart(measure, "")
                .body("points.status", contains("reported", "suppressed", "reported", "suppressed"))
                .body("points[1].value", nullValue())
                .body("points[1].numerator", nullValue())
                .body("points[1].denominator", nullValue())
                .body("points[1].lower", nullValue())
                .body("points[1].upper", nullValue())
                .body("points[1].centre", equalTo(0.5f))
                .body("phases[0].statistics.n", equalTo(2));
        for (String type : List.of("run", "i", "u", "p_prime", "u_prime", "moving_range")) {
            chart(measure, "&type=" + type)
                    .body("points[1].value", nullValue())
                    .body("points[1].denominator", nullValue())
                    .body("phases[0].statistics.n", equalTo(type.equals("moving_range") ? 0 : 2));
        }
        String picture = district.call()
                .accept("image/svg+xml")
                .get(path(measure, "chart?siteId=0019"))
                .asString();
        assertFalse(picture.contains("data-point=\"2\""));
        district.with(List.of("read", "small-cells"))
                .get(path(measure, "chart?siteId=0019"))
                .then()
                .body("points[1].denominator", equalTo(7.0f))
                .body("points[0].centre", closeTo0(107 / 207.0))
                .body("points[3].status", equalTo("suppressed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "p_prime", "u", "u_prime", "i", "run", "moving_range"})
    void answers_the_same_whatever_a_small_group_holds(String type) {
        // given
        List<String> hidden = List.of(
                "\"numerator\": 0, \"denominator\": 3",
                "\"numerator\": 10, \"denominator\": 10",
                "\"numerator\": 90, \"denominator\": 100, \"groupSize\": 4",
                "\"status\": \"suppressed\"");

        // when
        List<String> answers = hidden.stream()
                .map(numbers -> chartWith(numbers, type))
                .distinct()
                .toList();

        // then
        assertEquals(1, answers.size(), answers.toString());
    }

    /** A chart of which one point is hidden, without what is of the district alone; and its picture. */
    private static String chartWith(String hidden, String type) {
        StoredChartTest other = new StoredChartTest();
        String measure = other.district.measure("outcome", "rate", "decrease", "month");
        int[] numerators = {40, 45, 50, 38, 44, 47};
        for (int i = 0; i < numerators.length; i++) {
            other.post(observation(
                    measure,
                    YearMonth.of(2025, 1).plusMonths(i).toString(),
                    i == 2 ? hidden : "\"numerator\": " + numerators[i] + ", \"denominator\": " + (90 + 7 * i)));
        }
        String json = other.chart(measure, "&type=" + type).extract().asString();
        String picture = other.district
                .call()
                .accept("image/svg+xml")
                .get(other.path(measure, "chart?siteId=0019&type=" + type))
                .asString();
        return json.replaceAll("\"(chartId|measureId)\":\"[^\"]*\"", "") + picture;
    }

    @Test
    void leaves_a_gap_where_nobody_told_of_a_period() {
        // given
        String measure = district.measure("outcome", "value", "decrease", "month");
        for (String month : List.of("2025-01", "2025-02", "2025-05", "2025-06")) {
            post(observation(measure, month, "\"value\": " + (month.compareTo("2025-03") < 0 ? 1 : 9)));
        }
        String daily = district.measure("outcome", "value", "decrease", "day");
        post(observation(daily, "2025-09-12", "\"value\": 1"));
        post(observation(daily, "2025-09-15", "\"value\": 2"));

        // then
        chart(measure, "")
                .body("points.label", contains("2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"))
                .body("points[2].status", equalTo("not_reported"))
                .body("phases[0].statistics.meanMovingRange", equalTo(0.0f));
        chart(daily, "").body("points.label", contains("2025-09-12", "2025-09-15"));
    }

    @Test
    void shows_the_cycles_of_the_measure_as_they_were_known() throws Exception {
        // given
        String measure = values(1, 2, 1, 2, 9);
        UUID cycle = UUID.randomUUID();
        followed(UUID.randomUUID(), "started", started(measure, "Elsewhere", "0020"));
        followed(cycle, "started", started(measure, "Call home", "0019"));
        followed(cycle, "decided", "{\"decision\": \"adopt\", \"decidedOn\": \"2024-05-20\"}");

        // then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> chart(measure, "")
                        .body("cycles.changeIdea", contains("Call home"))
                        .body("cycles[0].cycleId", equalTo(cycle.toString()))
                        .body("cycles[0].decision", equalTo("adopt")));
        chart(measure, "&asOf=2020-01-01T00:00:00Z").body("cycles", empty()).body("points", empty());
        String picture = district.call()
                .accept("image/svg+xml")
                .get(path(measure, "chart?siteId=0019"))
                .asString();
        assertTrue(picture.contains(">2024-02-15 cycle started: Call home</text>"), picture);
        assertTrue(picture.contains(">2024-05-20 decided: adopt</text>"), picture);
    }

    private static String started(String measure, String idea, String site) {
        return """
                {"startedOn": "2024-02-15", "changeIdea": "%s", "siteId": "%s",
                 "measures": [{"measureId": "%s", "role": "outcome"}]}""".formatted(idea, site, measure);
    }

    /** As improvement-cycles-service publishes it. */
    private void followed(UUID cycle, String step, String data) throws Exception {
        Instant then = Instant.parse("2025-01-01T00:00:00Z");
        RecordedEvent event = new RecordedEvent(
                "improvement-cycles-service",
                district.district(),
                ++cyclesSequence,
                UUID.randomUUID(),
                "cycle",
                cycle,
                1,
                "improvement.cycle." + step,
                1,
                then,
                then,
                "team",
                null,
                null,
                data.replaceFirst("\\{", "{\"cycleId\": \"" + cycle + "\", "));
        Map<String, Object> settings =
                Map.of("bootstrap.servers", LocalStackResource.kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(CloudEvents.toRecord(Topics.CYCLES, event)).get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void freezes_limits_and_tells_who_and_why_and_what_was_known_before() {
        // given
        String measure = values(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 9, 9);
        String known = lastRecordedAt(measure);

        // when
        String baseline = district.call()
                .body("{%s, \"from\": \"2024-01\", \"to\": \"2024-12\"}".formatted(WHO))
                .post(path(measure, "baselines"))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/chart?siteId=0019&studentGroup=all"))
                .extract()
                .path("baselineId");

        // then
        chart(measure, "")
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
        chart(measure, "&asOf=" + known).body("decisions", empty()).body("phases[0].frozen", equalTo(false));
        refused(
                measure,
                "baselines",
                "{%s, \"from\": \"2024-01\", \"to\": \"2025-02\"}".formatted(WHO),
                "BASELINE_IS_LOCKED");
        withdraw(measure, "baselines/" + baseline).statusCode(200);
        chart(measure, "")
                .body("phases[0].frozen", equalTo(false))
                .body("decisions.kind", contains("baseline_frozen", "baseline_withdrawn"));
        withdraw(measure, "baselines/" + baseline).statusCode(404);
    }

    @Test
    void counts_only_what_everybody_may_see_into_a_baseline() {
        String measure = district.measure("outcome", "rate", "decrease", "month");
        for (int month = 1; month <= 12; month++) {
            post(observation(
                    measure,
                    YearMonth.of(2024, month).toString(),
                    "\"numerator\": 5, \"denominator\": " + (month == 12 ? 9 : 50)));
        }
        String body = "{%s, \"from\": \"2024-01\", \"to\": \"2024-12\"%s}";
        district.with(List.of("measures:write", "small-cells"))
                .body(body.formatted(WHO, ""))
                .post(path(measure, "baselines"))
                .then()
                .statusCode(409)
                .body("code", equalTo("BASELINE_IS_SHORT"))
                .body("field", equalTo("trial"));
        district.call()
                .body(body.formatted(WHO, ", \"trial\": true"))
                .post(path(measure, "baselines"))
                .then()
                .statusCode(201);
        chart(measure, "").body("decisions[0].points", equalTo(11)).body("phases[0].limits", equalTo("trial"));
    }

    @Test
    void begins_a_phase_judges_assurance_by_it_and_takes_it_back() {
        // given
        String measure = values(10, 11, 10, 11, 1, 2, 1, 2);

        // when
        refused(
                measure,
                "phases",
                "{%s, \"from\": \"2024-05\", %s}"
                        .formatted(WHO, YES.replace("\"desirable\": true", "\"desirable\": false")),
                "PHASE_IS_NOT_DUE");
        String phase = district.call()
                .body("{%s, \"from\": \"2024-05\", \"name\": \"Since\", %s}".formatted(WHO, YES))
                .post(path(measure, "phases"))
                .then()
                .statusCode(201)
                .extract()
                .path("phaseId");
        district.call()
                .body("{%s, \"from\": \"2024-05\", \"to\": \"2024-06\", \"trial\": true}".formatted(WHO))
                .post(path(measure, "baselines"))
                .then()
                .statusCode(201);

        // then
        chart(measure, "&ruleSet=making-data-count&target=6")
                .body("points.phase", contains(1, 1, 1, 1, 2, 2, 2, 2))
                .body("phases.name", contains(null, "Since"))
                .body("phases[1].centre", equalTo(1.5f))
                .body("phases[1].baselineTo", equalTo(6))
                .body("icons.assurance", equalTo("consistent_pass"))
                .body("decisions[0].answers.reasonKnown", equalTo(true))
                .body("decisions[1].phaseId", equalTo(phase));
        chart(measure, "&ruleSet=making-data-count&target=6&to=2024-04-30")
                .body("points", hasSize(4))
                .body("phases", hasSize(1))
                .body("icons", nullValue());
        withdraw(measure, "phases/" + phase).statusCode(200);
        chart(measure, "").body("phases", hasSize(1)).body("phases[0].frozen", equalTo(false));
        withdraw(measure, "phases/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void shows_a_part_with_the_limits_of_the_whole() {
        String measure = values(1, 2, 1, 2, 9);
        chart(measure, "&from=2024-03-01&to=2024-04-01")
                .body("points.label", contains("2024-03", "2024-04"))
                .body("points.index", contains(3, 4))
                .body("points[0].centre", equalTo(3.0f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "siteId | type=i",
                "type | siteId=0019&type=p",
                "type | siteId=0019&type=pie",
                "ruleSet | siteId=0019&ruleSet=nelson",
                "ruleSet | siteId=0019&type=run&ruleSet=shewhart",
                "target | siteId=0019&target=NaN",
                "target | siteId=0019&target=1e999999999",
                "from | siteId=0019&from=yesterday",
                "asOf | siteId=0019&asOf=yesterday",
            })
    void refuses_a_parameter_by_name(String field, String query) {
        String measure = district.measure("outcome", "value", "decrease", "month");
        district.call()
                .get(path(measure, "chart?" + query))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
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
        String measure = values(1, 2);
        district.call()
                .body(body)
                .post(path(measure, what))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", not(empty()));
    }

    @Test
    void knows_no_other_measure_and_needs_the_right_to_write() {
        chartOf(UUID.randomUUID().toString(), "").statusCode(404);
        district.call()
                .body("{%s, \"from\": \"2024-01\", \"to\": \"2024-12\"}".formatted(WHO))
                .post(path(UUID.randomUUID().toString(), "baselines"))
                .then()
                .statusCode(404);
        district.with(List.of("read"))
                .body("{}")
                .post(path(UUID.randomUUID().toString(), "phases"))
                .then()
                .statusCode(403);
        district.call().get("/openapi").then().statusCode(200).body(containsString("/chart"));
    }

    @Test
    void rebuilds_what_was_decided_to_the_same_chart() {
        // given
        String measure = values(1, 2, 1, 2, 9);
        district.call()
                .body("{%s, \"from\": \"2024-01\", \"to\": \"2024-03\", \"trial\": true}".formatted(WHO))
                .post(path(measure, "baselines"))
                .then()
                .statusCode(201);
        district.call()
                .body("{%s, \"from\": \"2024-04\", %s}".formatted(WHO, YES))
                .post(path(measure, "phases"))
                .then()
                .statusCode(201);
        String before = chart(measure, "").extract().asString();

        // when
        district.call().post("/v1/admin/read-models/charts/rebuild").then().statusCode(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> district.call()
                        .get("/v1/admin/read-models")
                        .then()
                        .body("rebuilds.find { it.readModel == 'charts' }.state", equalTo("done")));

        // then
        assertEquals(before, chart(measure, "").extract().asString());
    }

    private static org.hamcrest.Matcher<Float> closeTo0(double expected) {
        return new org.hamcrest.CustomTypeSafeMatcher<>("about " + expected) {
            @Override
            protected boolean matchesSafely(Float actual) {
                return closeTo(expected, 1e-6).matches(actual.doubleValue());
            }
        };
    }

    private String values(int... values) {
        String measure = district.measure("outcome", "value", "decrease", "month");
        StringJoiner array = new StringJoiner(",", "[", "]");
        for (int i = 0; i < values.length; i++) {
            array.add(observation(measure, YearMonth.of(2024, 1).plusMonths(i).toString(), "\"value\": " + values[i]));
        }
        district.post(array.toString()).then().statusCode(207);
        return measure;
    }

    private void post(String observation) {
        district.post(observation).then().statusCode(201);
    }

    private String lastRecordedAt(String measure) {
        List<String> instants = district.series(measure, "").path("items.recordedAt");
        return instants.getLast();
    }

    private void refused(String measure, String what, String body, String code) {
        district.call()
                .body(body)
                .post(path(measure, what))
                .then()
                .statusCode(409)
                .body("code", equalTo(code));
    }

    private ValidatableResponse withdraw(String measure, String what) {
        return district.call()
                .body("{\"decidedBy\": \"Team\", \"why\": \"A mistake\"}")
                .post(path(measure, what + "/withdrawal"))
                .then();
    }

    private ValidatableResponse chart(String measure, String query) {
        return chartOf(measure, query).statusCode(200);
    }

    private ValidatableResponse chartOf(String measure, String query) {
        return district.call().get(path(measure, "chart?siteId=0019" + query)).then();
    }

    private String path(String measure, String rest) {
        return district.path("measures/" + measure + "/" + rest);
    }
}
