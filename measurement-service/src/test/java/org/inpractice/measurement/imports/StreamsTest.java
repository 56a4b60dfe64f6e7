package org.inpractice.measurement.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** Streams of observations in their own property names. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class StreamsTest {
    private final Calls district = Calls.ofNewDistrict();
    private final StreamCalls streams = new StreamCalls(district);

    @Test
    void every_line_of_a_stream_is_recorded_once_however_often_it_is_sent() {
        // given
        String measure = district.measure("outcome", "value", "increase", "day");
        String lines = StreamCalls.days(measure, 2_500);
        // when
        streams.ndjson(lines)
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("counts.recorded", equalTo(2_500))
                .body("counts.lines", equalTo(2_500));
        streams.ndjson(lines)
                .statusCode(200)
                .body("counts.recorded", equalTo(0))
                .body("counts.unchanged", equalTo(2_500));
        // then
        district.series(measure, "&from=2010-01-01&limit=500")
                .then()
                .body("items", hasSize(500))
                .body("items[0].value", equalTo(0));
    }

    @Test
    void csv_has_the_property_names_as_header_in_any_order() {
        // given
        String measure = district.measure("outcome", "rate", "increase", "month");
        String rows = """
                period,siteId,measureId,denominator,numerator,status,studentGroup
                2025-09,0019,%1$s,100,90,,all
                2025-10,0019,%1$s,,,suppressed,all
                "2025-11","0019",%1$s,100,"9,0",,all
                2025-12,0019,%1$s,100
                """.formatted(measure);
        // when
        streams.csv(rows).statusCode(200).body("counts.recorded", equalTo(2)).body("counts.rejected", equalTo(2));
        // then
        district.series(measure, "")
                .then()
                .body("items.period", contains("2025-09", "2025-10"))
                .body("items.status", contains("reported", "suppressed"));
    }

    @Test
    void a_dry_run_says_what_would_become_of_the_rows_and_stores_nothing() {
        // given
        String measure = district.measure("outcome", "value", "increase", "day");
        // when
        district.call()
                .contentType("application/x-ndjson")
                .body(StreamCalls.days(measure, 20).getBytes(StandardCharsets.UTF_8))
                .post(district.path("observations?dryRun=true"))
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("counts.recorded", equalTo(20));
        // then
        district.series(measure, "").then().body("items", hasSize(0));
    }

    @Test
    void an_upload_that_is_not_waited_for_is_worked_on_after_it_was_acknowledged() {
        // given
        String measure = district.measure("outcome", "value", "increase", "day");
        // when
        String location = district.call()
                .contentType("application/x-ndjson")
                .header("Prefer", "respond-async")
                .body(StreamCalls.days(measure, 1_500).getBytes(StandardCharsets.UTF_8))
                .post(district.path("observations"))
                .then()
                .statusCode(202)
                .header("Preference-Applied", equalTo("respond-async"))
                .extract()
                .header("Location");
        // then
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> district.call()
                        .get(location)
                        .then()
                        .body("state", equalTo("done"))
                        .body("counts.recorded", equalTo(1_500)));
        district.call().post(location + "/cancellation").then().statusCode(409);
    }

    @Test
    void another_districts_imports_look_as_if_they_did_not_exist() {
        // given
        String measure = district.measure("outcome", "value", "increase", "day");
        String id = streams.ndjson(StreamCalls.days(measure, 1)).extract().path("importId");
        Calls other = Calls.ofNewDistrict();
        // when then
        other.call().get(other.path("imports/" + id)).then().statusCode(404);
        other.call().get("/v1/imports/" + id).then().statusCode(404);
        assertEquals(
                404,
                other.call().get(other.path("imports/" + id + "/rejections")).statusCode());
    }

    @Test
    void a_sender_who_pauses_for_longer_than_a_lease_is_not_given_up() throws Exception {
        // given
        String measure = district.measure("outcome", "value", "increase", "day");
        byte[] first = StreamCalls.days(measure, 1_200).getBytes(StandardCharsets.UTF_8);
        byte[] second =
                ("\n" + StreamCalls.row(measure, "2024-01-01", "\"value\": 1")).getBytes(StandardCharsets.UTF_8);
        PipedOutputStream sender = new PipedOutputStream();
        PipedInputStream body = new PipedInputStream(sender, first.length + second.length);
        URI uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + district.path("observations"));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + district.token())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                .build();
        // when
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
            sender.write(first);
            sender.flush();
            Instant paused = Instant.now();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Duration.between(paused, Instant.now()).toSeconds() >= 6);
            sender.write(second);
            sender.close();
            // then
            assertEquals(200, answer.get().statusCode(), answer.get().body());
        }
        district.call()
                .get(district.path("imports"))
                .then()
                .body("items[0].state", equalTo("done"))
                .body("items[0].counts.recorded", equalTo(1_201));
    }
}
