package org.inpractice.measurement.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
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

    @Test
    void every_line_of_a_stream_is_recorded_once_however_often_it_is_sent() {
        // given
        String measure = district.measure("outcome", "value", "increase", "day");
        String lines = days(measure, 2_500);
        // when
        ndjson(lines)
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("counts.recorded", equalTo(2_500))
                .body("counts.lines", equalTo(2_500));
        ndjson(lines).statusCode(200).body("counts.recorded", equalTo(0)).body("counts.unchanged", equalTo(2_500));
        // then
        district.series(measure, "&from=2010-01-01&limit=500")
                .then()
                .body("items", hasSize(500))
                .body("items[0].value", equalTo(0));
    }

    @Test
    void a_refused_line_is_listed_with_line_field_and_remedy_and_touches_no_neighbour() {
        // given
        String measure = district.measure("outcome", "rate", "increase", "day");
        String lines = String.join(
                "\r\n",
                "\ufeff" + row(measure, "2025-09-01", "\"numerator\": 90, \"denominator\": 100"),
                "",
                row(measure, "2025-09-02", "\"numerator\": 101, \"denominator\": 100"),
                row(measure, "2025-09-03", "\"numerator\": 90, \"denomiator\": 100"),
                row(measure, "2025-09-04", "\"numerator\": NaN, \"denominator\": 100"),
                row(measure, "2025-09-05", "\"numerator\": 1" + "0".repeat(100) + ", \"denominator\": 100"),
                "[1, 2]",
                row(measure, "2025-09-07", "\"numerator\": 70, \"denominator\": 100"),
                row(measure, "2025-09-07", "\"numerator\": 70, \"denominator\": 100"),
                row(measure, "2025-09-07", "\"numerator\": 71, \"denominator\": 100"));
        // when
        ValidatableResponse answer = ndjson(lines)
                .statusCode(200)
                .body("counts.recorded", equalTo(2))
                .body("counts.unchanged", equalTo(1))
                .body("counts.rejected", equalTo(6));
        // then
        String rejections = answer.extract().path("rejections");
        district.call()
                .get(rejections)
                .then()
                .statusCode(200)
                .body("items.line", contains(3, 4, 5, 6, 7, 10))
                .body("items[0].code", equalTo("NUMERATOR_ABOVE_DENOMINATOR"))
                .body("items[0].field", equalTo("numerator"))
                .body("items[1].code", equalTo("UNKNOWN_PROPERTY"))
                .body("items[2].code", equalTo("NOT_JSON"))
                .body("items[5].code", equalTo("ROW_REPEATED"))
                .body("items[0].remedy", notNullValue())
                .body("items[0].original", nullValue());
        district.with(List.of("read", "small-cells"))
                .get(rejections)
                .then()
                .body("items[0].original", containsString("\"numerator\": 101"));
        district.call()
                .accept("text/csv")
                .get(rejections)
                .then()
                .statusCode(200)
                .body(containsString("NUMERATOR_ABOVE_DENOMINATOR"), not(containsString("101")));
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
        csv(rows).statusCode(200).body("counts.recorded", equalTo(2)).body("counts.rejected", equalTo(2));
        // then
        district.series(measure, "")
                .then()
                .body("items.period", contains("2025-09", "2025-10"))
                .body("items.status", contains("reported", "suppressed"));
    }

    @Test
    void a_renamed_column_is_refused_by_name_before_any_row_is_taken() {
        csv("measureId,siteId,periode\n")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_COLUMN"))
                .body("field", equalTo("periode"));
        csv("measureId,siteId\n").statusCode(400).body("code", equalTo("COLUMN_MISSING"));
        csv("").statusCode(400).body("code", equalTo("UPLOAD_EMPTY"));
    }

    @Test
    void bytes_that_are_no_text_and_quotes_that_never_close_are_told_by_line() {
        // given
        String measure = district.measure("outcome", "value", "increase", "month");
        String head = "measureId,siteId,period,value\n";
        byte[] latin = (head + measure + ",Sch\u00fcle,2025-09,1\n" + measure + ",0019,2025-10,2\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        // when then
        post("text/csv", latin)
                .statusCode(200)
                .body("counts.recorded", equalTo(1))
                .body("counts.rejected", equalTo(1));
        csv(head + measure + ",\"0019\n,2025-11,3" + "\nx".repeat(200_000))
                .statusCode(400)
                .body("code", equalTo("UPLOAD_ENDED_EARLY"));
        csv(head + measure + ",00\u000019,2025-12,3\n").statusCode(200).body("counts.rejected", equalTo(1));
    }

    @Test
    void a_compressed_stream_is_read_and_a_truncated_one_keeps_what_came_before() {
        // given
        String measure = district.measure("outcome", "value", "increase", "day");
        byte[] whole = gzip(days(measure, 3_000));
        // when then
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        district.call()
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(half)
                .post(district.path("observations"))
                .then()
                .statusCode(400)
                .body("code", equalTo("UPLOAD_ENDED_EARLY"));
        int recorded = district.call().get(district.path("imports")).path("items[0].counts.recorded");
        district.call()
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(whole)
                .post(district.path("observations"))
                .then()
                .statusCode(200)
                .body("counts.unchanged", equalTo(recorded))
                .body("counts.recorded", equalTo(3_000 - recorded));
    }

    @Test
    void a_dry_run_says_what_would_become_of_the_rows_and_stores_nothing() {
        // given
        String measure = district.measure("outcome", "value", "increase", "day");
        // when
        district.call()
                .contentType("application/x-ndjson")
                .body(days(measure, 20).getBytes(StandardCharsets.UTF_8))
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
                .body(days(measure, 1_500).getBytes(StandardCharsets.UTF_8))
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
        String id = ndjson(days(measure, 1)).extract().path("importId");
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
        byte[] first = days(measure, 1_200).getBytes(StandardCharsets.UTF_8);
        byte[] second = ("\n" + row(measure, "2024-01-01", "\"value\": 1")).getBytes(StandardCharsets.UTF_8);
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

    @Test
    void an_unknown_compression_is_refused() {
        district.call()
                .header("Content-Encoding", "br")
                .contentType("text/csv")
                .body("measureId,siteId,period\n".getBytes(StandardCharsets.UTF_8))
                .post(district.path("observations"))
                .then()
                .statusCode(415)
                .body("code", equalTo("ENCODING_UNKNOWN"));
    }

    private ValidatableResponse ndjson(String lines) {
        return post("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse csv(String rows) {
        return post("text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse post(String type, byte[] body) {
        return district.call()
                .contentType(type)
                .body(body)
                .post(district.path("observations"))
                .then();
    }

    private static String days(String measure, int count) {
        LocalDate first = LocalDate.of(2015, 1, 1);
        return IntStream.range(0, count)
                .mapToObj(day -> row(measure, first.plusDays(day).toString(), "\"value\": " + day))
                .collect(Collectors.joining("\n"));
    }

    private static String row(String measure, String period, String numbers) {
        return Calls.observation(measure, period, numbers);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
