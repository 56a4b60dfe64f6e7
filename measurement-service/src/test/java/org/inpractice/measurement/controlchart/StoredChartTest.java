package org.inpractice.measurement.controlchart;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.inpractice.measurement.Calls.observation;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.Topics;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class StoredChartTest {
    private final ChartCalls calls = ChartCalls.ofNewDistrict();
    private long cyclesSequence;

    @Test
    void charts_a_value_as_individuals_with_the_measures_direction() {
        String measure = calls.values(1, 2, 1, 2, 9);
        calls.chart(measure, "&target=3")
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
        calls.chart(measure, "&type=run&ruleSet=perla")
                .body("type", equalTo("run"))
                .body("points[0].centre", equalTo(2.0f));
        calls.chart(measure, "&ruleSet=making-data-count").body("screening", equalTo("moving_ranges_once"));
    }

    @Test
    void charts_a_rate_as_proportions_and_a_count_as_counts() {
        String rate = calls.district().measure("outcome", "rate", "increase", "month");
        calls.post(observation(rate, "2025-01", "\"numerator\": 20, \"denominator\": 100"));
        calls.post(observation(rate, "2025-02", "\"numerator\": 40, \"denominator\": 100"));
        calls.chart(rate, "")
                .body("type", equalTo("p"))
                .body("points[0].centre", equalTo(0.3f))
                .body("direction", equalTo("increase"));
        calls.chart(rate, "&type=u_prime").body("type", equalTo("u_prime"));
        String count = calls.district().measure("process", "count", "increase", "month");
        calls.post(observation(count, "2025-01", "\"count\": 25"));
        calls.chart(count, "").body("type", equalTo("c")).body("points[0].upper", equalTo(40.0f));
        calls.chart(count, "&type=g").body("centreLine", equalTo("median"));
    }

    @Test
    void answers_the_picture_that_is_accepted() {
        String measure = calls.values(1, 2, 1, 2);
        calls.district()
                .call()
                .accept("image/svg+xml")
                .get(calls.path(measure, "chart?siteId=0019"))
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body("svg.title", equalTo("Measure, site 0019"));
        calls.district()
                .call()
                .accept("image/png")
                .get(calls.path(measure, "chart?siteId=0019"))
                .then()
                .statusCode(200)
                .contentType("image/png");
        calls.district()
                .call()
                .accept("image/svg+xml")
                .get(calls.path(measure, "chart?siteId=nowhere"))
                .then()
                .statusCode(200)
                .body(containsString("No points yet"));
    }

    @Test
    void leaves_a_gap_where_nobody_told_of_a_period() {
        // given
        String measure = calls.district().measure("outcome", "value", "decrease", "month");
        for (String month : List.of("2025-01", "2025-02", "2025-05", "2025-06")) {
            calls.post(observation(measure, month, "\"value\": " + (month.compareTo("2025-03") < 0 ? 1 : 9)));
        }
        String daily = calls.district().measure("outcome", "value", "decrease", "day");
        calls.post(observation(daily, "2025-09-12", "\"value\": 1"));
        calls.post(observation(daily, "2025-09-15", "\"value\": 2"));

        // then
        calls.chart(measure, "")
                .body("points.label", contains("2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"))
                .body("points[2].status", equalTo("not_reported"))
                .body("phases[0].statistics.meanMovingRange", equalTo(0.0f));
        calls.chart(daily, "").body("points.label", contains("2025-09-12", "2025-09-15"));
    }

    @Test
    void shows_the_cycles_of_the_measure_as_they_were_known() throws Exception {
        // given
        String measure = calls.values(1, 2, 1, 2, 9);
        UUID cycle = UUID.randomUUID();
        followed(UUID.randomUUID(), "started", started(measure, "Elsewhere", "0020"));
        followed(cycle, "started", started(measure, "Call home", "0019"));
        followed(cycle, "decided", "{\"decision\": \"adopt\", \"decidedOn\": \"2024-05-20\"}");

        // then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> calls.chart(measure, "")
                        .body("cycles.changeIdea", contains("Call home"))
                        .body("cycles[0].cycleId", equalTo(cycle.toString()))
                        .body("cycles[0].decision", equalTo("adopt")));
        calls.chart(measure, "&asOf=2020-01-01T00:00:00Z")
                .body("cycles", empty())
                .body("points", empty());
        String picture = calls.district()
                .call()
                .accept("image/svg+xml")
                .get(calls.path(measure, "chart?siteId=0019"))
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
                calls.district().district(),
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
    void shows_a_part_with_the_limits_of_the_whole() {
        String measure = calls.values(1, 2, 1, 2, 9);
        calls.chart(measure, "&from=2024-03-01&to=2024-04-01")
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
        String measure = calls.district().measure("outcome", "value", "decrease", "month");
        calls.district()
                .call()
                .get(calls.path(measure, "chart?" + query))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
    }

    @Test
    void knows_no_other_measure_and_needs_the_right_to_write() {
        calls.chartOf(UUID.randomUUID().toString(), "").statusCode(404);
        calls.district()
                .call()
                .body("{%s, \"from\": \"2024-01\", \"to\": \"2024-12\"}".formatted(ChartCalls.WHO))
                .post(calls.path(UUID.randomUUID().toString(), "baselines"))
                .then()
                .statusCode(404);
        calls.district()
                .with(List.of("read"))
                .body("{}")
                .post(calls.path(UUID.randomUUID().toString(), "phases"))
                .then()
                .statusCode(403);
        calls.district().call().get("/openapi").then().statusCode(200).body(containsString("/chart"));
    }
}
