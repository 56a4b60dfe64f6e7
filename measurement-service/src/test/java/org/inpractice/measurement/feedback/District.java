package org.inpractice.measurement.feedback;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.RecordedEvent;

/** A district of its own: posts measures over REST and lets the other two services' events arrive over Kafka. */
final class District {
    private static final String CYCLES = "improvement-cycles-service";
    private static final String LEARNING = "learning-log-service";

    private final String id;
    private final String token;
    private final List<ProducerRecord<String, byte[]>> sent = new ArrayList<>();
    private long cyclesSequence;
    private UUID lastSentId;
    private long learningSequence;
    private Instant recordedAt = Instant.parse("2024-09-01T08:00:00Z");

    District() {
        this("D" + UUID.randomUUID(), null);
    }

    private District(String id, String token) {
        this.id = id;
        this.token = token == null ? LocalStackResource.tokens().token("ana", id) : token;
    }

    String id() {
        return id;
    }

    /** Of the event that was sent last. */
    UUID lastSentId() {
        return lastSentId;
    }

    District withoutSmallCells() {
        return new District(
                id, LocalStackResource.tokens().token("ben", List.of(id), List.of("read"), Duration.ofHours(1)));
    }

    UUID defineRate(String name, String direction) {
        String body = """
                {"name": "%s", "kind": "outcome", "valueType": "rate", "unit": "percent", "direction": "%s",
                 "period": "month", "owner": "Ana"}""".formatted(name, direction);
        String measureId = request()
                .body(body)
                .post(path("measures"))
                .then()
                .statusCode(201)
                .extract()
                .path("measureId");
        return UUID.fromString(measureId);
    }

    /** Months up to August 2024, then from September 2024 on, in one array. */
    void postMonths(UUID measure, String site, int denominator, int[] before, int[] since) {
        StringJoiner array = new StringJoiner(",", "[", "]");
        YearMonth month = YearMonth.of(2024, 9).minusMonths(before.length);
        for (int[] part : List.of(before, since)) {
            for (int numerator : part) {
                array.add(observation(measure, site, month.toString(), numerator, denominator));
                month = month.plusMonths(1);
            }
        }
        request().body(array.toString()).post(path("observations")).then().statusCode(207);
    }

    void postMonth(UUID measure, String site, String month, int numerator, int denominator) {
        int status = request()
                .body(observation(measure, site, month, numerator, denominator))
                .post(path("observations"))
                .statusCode();
        if (status != 201 && status != 200) {
            throw new AssertionError("an observation was answered with " + status);
        }
    }

    private static String observation(UUID measure, String site, String month, int numerator, int denominator) {
        return """
                {"measureId": "%s", "siteId": "%s", "period": "%s", "numerator": %d, "denominator": %d}""".formatted(measure, site, month, numerator, denominator);
    }

    String lastRecordedAt(UUID measure, String site) {
        List<String> instants = get("measures/" + measure + "/series?limit=500&siteId=" + site)
                .statusCode(200)
                .extract()
                .path("items.recordedAt");
        return instants.get(instants.size() - 1);
    }

    /** What is sent from here on was recorded at this instant. */
    void recordAt(Instant instant) {
        recordedAt = instant;
    }

    /** Takes back what was told of the last period. */
    void withdrawLast(UUID measure, String site) {
        List<String> ids = get("measures/" + measure + "/series?limit=500&siteId=" + site)
                .extract()
                .path("items.observationId");
        request()
                .body("{\"reason\": \"Counted twice\"}")
                .post(path("observations/" + ids.getLast() + "/withdrawal"))
                .then()
                .statusCode(200);
    }

    void plan(UUID cycle) {
        send("cycles", cycle, "planned", """
                {"cycleId": "%s", "changeIdea": "Call home early", "rung": 1, "measures": [], "owner": "Ana"}""".formatted(cycle));
    }

    /** Serving an aim, as a test of a change idea. */
    void plan(UUID cycle, UUID aim, UUID changeIdea) {
        plan("planned", cycle, aim, changeIdea);
    }

    void revisePlan(UUID cycle, UUID aim, UUID changeIdea) {
        plan("plan-revised", cycle, aim, changeIdea);
    }

    private void plan(String step, UUID cycle, UUID aim, UUID changeIdea) {
        send("cycles", cycle, step, """
                {"cycleId": "%s", "aimId": "%s", "changeIdeaId": "%s", "changeIdea": "Call home early", "rung": 1,
                 "measures": [], "owner": "Ana"}""".formatted(cycle, aim, changeIdea));
    }

    void start(UUID cycle, String startedOn, UUID measure, String site) {
        start(cycle, startedOn, measure, site, Map.of());
    }

    /** With other measures beside the outcome, by their roles. */
    void start(UUID cycle, String startedOn, UUID measure, String site, Map<String, UUID> others) {
        StringBuilder more = new StringBuilder();
        others.forEach(
                (role, other) -> more.append(", {\"measureId\": \"%s\", \"role\": \"%s\"}".formatted(other, role)));
        send("cycles", cycle, "started", """
                {"cycleId": "%s", "startedOn": "%s", "changeIdea": "Call home early", "addedLater": {"new": true},
                 "prediction": {"statement": "It falls by four points", "measureId": "%s", "direction": "decrease",
                  "amount": 4, "unit": "percentage points"},
                 "measures": [{"measureId": "%s", "role": "outcome"}%s], %s "studentGroup": "all"}""".formatted(
                        cycle, startedOn, measure, measure, more, site == null ? "" : "\"siteId\": \"" + site + "\","));
    }

    /** With just what no cycle can be without. */
    void startBarely(UUID cycle) {
        send("cycles", cycle, "started", """
                {"cycleId": "%s", "startedOn": "2024-10-01", "changeIdea": "Prizes", "measures": null}""".formatted(cycle));
    }

    void studyAndDecide(UUID cycle) {
        send("cycles", cycle, "studied", """
                {"cycleId": "%s", "comparedWithPrediction": "No change", "whatHappened": "Assemblies were held",
                 "learned": "Prizes do not help.", "studiedOn": "2025-05-30"}""".formatted(cycle));
        send("cycles", cycle, "decided", """
                {"cycleId": "%s", "decision": "abandon", "rationale": "It does not work", "decidedOn": "2025-06-01"}""".formatted(cycle));
    }

    void decide(UUID cycle, String on) {
        send("cycles", cycle, "decided", """
                {"cycleId": "%s", "decision": "abandon", "rationale": "It does not work", "decidedOn": "%s"}""".formatted(cycle, on));
    }

    void cancel(UUID cycle, String on) {
        send("cycles", cycle, "cancelled", """
                {"cycleId": "%s", "reason": "The school is merged with its neighbour", "on": "%s"}""".formatted(cycle, on));
    }

    void reportAndReviewFailure(UUID failure, UUID cycle) {
        send("learning", failure, "reported", """
                {"failureId": "%s", "kind": "near_failure", "whatHappened": "sealed.1.x",
                 "happenedAt": "2025-05-02T17:15:00Z", "impact": "sealed.1.x", "cycleId": "%s"}""".formatted(failure, cycle));
        send("learning", failure, "reviewed", """
                {"failureId": "%s", "contributingFactors": ["sealed.1.x"], "wentWell": [], "lessons": [],
                 "actions": [], "reviewedOn": "2025-05-09"}""".formatted(failure));
    }

    /** Everything once more, as a relay does that died between acknowledgement and commit. */
    void sendAgain() {
        sent.forEach(District::send);
    }

    private void send(String stream, UUID aggregate, String step, String data) {
        boolean cycles = stream.equals("cycles");
        lastSentId = UUID.randomUUID();
        RecordedEvent event = new RecordedEvent(
                cycles ? CYCLES : LEARNING,
                id,
                cycles ? ++cyclesSequence : ++learningSequence,
                lastSentId,
                cycles ? "cycle" : "failure",
                aggregate,
                1,
                "improvement." + (cycles ? "cycle." : "failure.") + step,
                1,
                recordedAt,
                recordedAt,
                "team",
                null,
                null,
                data);
        ProducerRecord<String, byte[]> one = CloudEvents.toRecord("improvement." + stream + ".v1", event);
        sent.add(one);
        send(one);
    }

    private static void send(ProducerRecord<String, byte[]> one) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalStackResource.kafka().bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(one).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take an event", e);
        }
    }

    ValidatableResponse awaitFeedback(UUID cycle) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("cycles/" + cycle + "/feedback").statusCode(200));
        return feedback(cycle, null);
    }

    ValidatableResponse feedback(UUID cycle, String asOf) {
        return get("cycles/" + cycle + "/feedback" + (asOf == null ? "" : "?asOf=" + asOf))
                .statusCode(200);
    }

    ValidatableResponse changes(UUID cycle, String from, String to) {
        return get("cycles/" + cycle + "/feedback/changes?from=" + from + "&to=" + to);
    }

    ValidatableResponse get(String path) {
        return request().get(path(path)).then();
    }

    ValidatableResponse post(String path) {
        return request().post(path).then();
    }

    private RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String path(String path) {
        return "/v1/districts/" + id + "/" + path;
    }
}
