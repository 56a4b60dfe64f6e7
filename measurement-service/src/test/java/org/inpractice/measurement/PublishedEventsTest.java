package org.inpractice.measurement;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.inpractice.measurement.controlchart.ChartEvent;
import org.inpractice.measurement.disclosure.ThresholdEvent;
import org.inpractice.measurement.feed.DeliveryEvent;
import org.inpractice.measurement.feed.FeedClock;
import org.inpractice.measurement.feed.FeedEvent;
import org.inpractice.measurement.feedback.FeedbackEvent;
import org.inpractice.measurement.measure.MeasureEvent;
import org.inpractice.measurement.observation.ObservationEvent;
import org.inpractice.measurement.site.RegisterEvent;
import org.inpractice.measurement.site.SiteEvent;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.EventJson;
import org.junit.jupiter.api.Test;

/** What this service really sends, against what {@code docs/events} promises. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class PublishedEventsTest {
    private static final List<String> NUMBERS = List.of("value", "numerator", "denominator", "count", "groupSize");

    @Inject
    FeedClock feedClock;

    @Inject
    Clock clock;

    /** Nobody posts them: FeedbackEventsTest checks them against the same contract. */
    private static final Set<String> FEEDBACK = new TreeSet<>(new EventCodec<>(FeedbackEvent.class).wireTypes());

    private final EventContract contract = EventContract.ofThisRepository();
    private final String district = "published-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void every_event_of_the_code_is_in_the_contract_and_no_other() {
        // when
        Set<String> types = new TreeSet<>(new EventCodec<>(MeasureEvent.class).wireTypes());
        types.addAll(new EventCodec<>(ObservationEvent.class).wireTypes());
        types.addAll(new EventCodec<>(ChartEvent.class).wireTypes());
        types.addAll(new EventCodec<>(FeedEvent.class).wireTypes());
        types.addAll(new EventCodec<>(DeliveryEvent.class).wireTypes());
        types.addAll(FEEDBACK);
        types.addAll(new EventCodec<>(ThresholdEvent.class).wireTypes());
        types.addAll(new EventCodec<>(SiteEvent.class).wireTypes());
        types.addAll(new EventCodec<>(RegisterEvent.class).wireTypes());

        // then
        assertEquals(contract.wireTypes(Topics.MEASURES), types);
    }

    @Test
    void what_arrives_on_the_topic_is_as_promised_in_every_form() throws SQLException {
        // given
        String rate = define("rate", ", \"description\": \"Of all students enrolled\"");
        String count = define("count", "");
        String value = define("value", "");
        rename(rate);
        String observation = record(rate, "\"numerator\": 41, \"denominator\": 512, \"groupSize\": 512");
        record(rate, "\"numerator\": 39, \"denominator\": 512");
        record(count, "\"count\": 0");
        record(value, "\"value\": -0.10");
        record(rate, "\"status\": \"not_reported\", \"studentGroup\": \"english_learners\"");
        record(rate, "\"status\": \"suppressed\", \"studentGroup\": \"foster_youth\"");
        withdraw(observation);
        decideOnTheChartOf(value);
        feedFromBeginningToEnd(rate);
        setThreshold(20);
        registerSites();

        // when
        List<ConsumerRecord<String, byte[]>> published = PublishedRecords.of(Topics.MEASURES, district, 28);

        // then
        Set<String> types = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> event : published) {
            String type = PublishedRecords.header(event, "ce_type");
            types.add(type);
            assertEquals(new ArrayList<>(), contract.violations(type, data(event)));
        }
        types.addAll(FEEDBACK);
        assertEquals(contract.wireTypes(Topics.MEASURES), types);
    }

    @Test
    void a_small_group_keeps_its_number_in_the_order_and_none_of_its_numbers() throws IOException {
        // given
        String rate = define("rate", "");
        record(rate, "\"numerator\": 3, \"denominator\": 10");

        // when
        ConsumerRecord<String, byte[]> event =
                PublishedRecords.of(Topics.MEASURES, district, 2).get(1);

        // then
        JsonNode data = EventJson.mapper().readTree(data(event));
        assertEquals("suppressed", data.path("status").asText());
        NUMBERS.forEach(number -> assertFalse(data.has(number), number));
        assertEquals("2", PublishedRecords.header(event, "ce_districtseq"));
        assertEquals(new ArrayList<>(), contract.violations(PublishedRecords.header(event, "ce_type"), data(event)));
    }

    private String define(String valueType, String more) {
        return ana().body("""
                        {"name": "Chronic absence", "kind": "outcome", "valueType": "%s", "unit": "percent",
                         "direction": "decrease", "period": "month", "owner": "Attendance team"%s}
                        """.formatted(valueType, more))
                .post(path("measures"))
                .then()
                .statusCode(201)
                .extract()
                .path("measureId");
    }

    private void registerSites() {
        put("sites/0019", 0, "{\"name\": \"Alder Elementary\"}");
        put("sites/0019", 1, "{\"name\": \"Alder Elementary\", \"closedOn\": \"2025-06-12\"}");
        put("site-register", 0, "{\"complete\": true}");
        put("site-register", 1, "{\"complete\": false}");
    }

    private void put(String path, int seen, String body) {
        ana().header("If-Match", "\"" + seen + "\"")
                .body(body)
                .put(path(path))
                .then()
                .statusCode(200);
    }

    private void rename(String measure) {
        ana().header("If-Match", "\"1\"")
                .body("{\"name\": \"Chronic absence, K-12\", \"owner\": \"Director\"}")
                .put(path("measures/" + measure))
                .then()
                .statusCode(200);
    }

    private String record(String measure, String numbers) {
        return ana().body("{\"measureId\": \"%s\", \"siteId\": \"19647330112536\", \"period\": \"2025-09\", %s}"
                        .formatted(measure, numbers))
                .post(path("observations"))
                .then()
                .extract()
                .path("observationId");
    }

    /** Seven events: registered, revised, two late ones, the observation of one, caught up, retired. */
    private void feedFromBeginningToEnd(String measure) throws SQLException {
        String agreement = """
                {"name": "%%s", "supplier": "Student system", "owner": "Data office", "measureIds": ["%s"],
                 "siteIds": ["19647330112536"], "graceDays": 10, "since": "2025-09-01",
                 "pauses": [{"from": "2025-11-20", "to": "2199-12-31"}]%%s}""".formatted(measure);
        String feed = ana().body(agreement.formatted("Monthly absence", ", \"contact\": \"help desk\""))
                .post(path("feeds"))
                .then()
                .statusCode(201)
                .extract()
                .path("feedId");
        ana().header("If-Match", "\"1\"")
                .body(agreement.formatted("Absence", ""))
                .put(path("feeds/" + feed))
                .then()
                .statusCode(200);
        feedClock.run(clock.instant());
        ana().body("""
                        {"measureId": "%s", "siteId": "19647330112536", "period": "2025-10", "status": "not_reported"}
                        """.formatted(measure)).post(path("observations")).then().statusCode(201);
        feedClock.run(clock.instant());
        ana().body("{\"reason\": \"The system was replaced\"}")
                .post(path("feeds/" + feed + "/retirement"))
                .then()
                .statusCode(200);
    }

    private void withdraw(String observation) {
        ana().body("{\"reason\": \"Counted another school\"}")
                .post(path("observations/" + observation + "/withdrawal"))
                .then()
                .statusCode(200);
    }

    private void decideOnTheChartOf(String measure) {
        ana().body("{\"measureId\": \"%s\", \"siteId\": \"19647330112536\", \"period\": \"2025-08\", \"value\": 4}"
                        .formatted(measure))
                .post(path("observations"));
        String where = "\"siteId\": \"19647330112536\", \"decidedBy\": \"Team\", \"why\": \"They agreed\"";
        String charts = "measures/" + measure + "/";
        String baseline = decide(
                charts + "baselines",
                "{%s, \"from\": \"2025-08\", \"to\": \"2025-08\", \"trial\": true}".formatted(where),
                "baselineId");
        String phase = decide(charts + "phases", """
                {%s, "from": "2025-09", "name": "Since", "despite": "We know the reason soon", "answers":
                 {"differentBehaviour": true, "reasonKnown": false, "desirable": true, "expectedToContinue": true}}""".formatted(where), "phaseId");
        String back = "{\"decidedBy\": \"Team\", \"why\": \"A mistake\"}";
        ana().body(back)
                .post(path(charts + "baselines/" + baseline + "/withdrawal"))
                .then()
                .statusCode(200);
        ana().body(back)
                .post(path(charts + "phases/" + phase + "/withdrawal"))
                .then()
                .statusCode(200);
    }

    private void setThreshold(int fewerThan) {
        ana().header("If-Match", "\"0\"")
                .body("{\"fewerThan\": %d, \"reason\": \"Board policy\"}".formatted(fewerThan))
                .put(path("suppression-threshold"))
                .then()
                .statusCode(200);
    }

    private String decide(String route, String body, String id) {
        return ana().body(body)
                .post(path(route))
                .then()
                .statusCode(201)
                .extract()
                .path(id);
    }

    private RequestSpecification ana() {
        String token = LocalStackResource.tokens()
                .token("ana", List.of(district), DevelopmentTokens.ALL_SCOPES, Duration.ofMinutes(10));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String path(String relative) {
        return "/v1/districts/" + district + "/" + relative;
    }

    private static String data(ConsumerRecord<String, byte[]> event) {
        return new String(event.value(), StandardCharsets.UTF_8);
    }
}
