package org.inpractice.measurement.observation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.inpractice.measurement.Calls.observation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class ObservationsTest {
    private final Calls district = Calls.ofNewDistrict();

    @Test
    void records_corrects_leaves_unchanged_and_withdraws() {
        String measure = district.measure("outcome", "value", "decrease", "month");
        ValidatableResponse first = district.post(observation(measure, "2025-09", "\"value\": 0.10"))
                .then()
                .statusCode(201)
                .body("status", equalTo("recorded"))
                .header("ETag", "\"1\"");
        String id = first.extract().path("observationId");
        first.header("Location", endsWith(district.path("observations/" + id)));
        district.post(observation(measure, "2025-09", "\"value\": 0.1"))
                .then()
                .statusCode(200)
                .body("status", equalTo("unchanged"));
        assertTrue(district.series(measure, "").asString().contains("\"value\":0.10"));
        district.post(observation(measure, "2025-09", "\"value\": 7"))
                .then()
                .statusCode(200)
                .body("status", equalTo("corrected"))
                .header("ETag", "\"2\"");
        district.call()
                .body("{\"reason\": \"wrong school\"}")
                .post(district.path("observations/" + id + "/withdrawal"))
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        district.series(measure, "").then().statusCode(200).body("items", hasSize(0));
        district.call()
                .get(district.path("observations/" + id))
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true))
                .body("versions.value", contains(0.10f, 7, null))
                .body("versions[2].reason", equalTo("wrong school"));
        district.post(observation(measure, "2025-09", "\"value\": 7"))
                .then()
                .statusCode(200)
                .body("status", equalTo("corrected"));
        district.series(measure, "").then().body("items.version", contains(4));
    }

    @Test
    void answers_an_array_item_by_item_and_lets_no_bad_one_hurt_its_neighbours() {
        String measure = district.measure("outcome", "value", "decrease", "month");
        String array = "["
                + String.join(
                        ",",
                        observation(measure, "2025-09", "\"value\": 1"),
                        observation(measure, "2025-9", "\"value\": 1"),
                        observation(measure, "2025-09", "\"value\": 2"),
                        observation(measure, "2025-09", "\"value\": 2"),
                        observation(measure, "2025-10", "\"valeu\": 2"),
                        observation(measure, "2025-10", "\"value\": \"2\""),
                        observation(UUID.randomUUID().toString(), "2025-10", "\"value\": 2"),
                        "7",
                        observation(measure, "2025-08", "\"status\": \"not_reported\""))
                + "]";
        district.post(array)
                .then()
                .statusCode(207)
                .body("results.index", contains(0, 1, 2, 3, 4, 5, 6, 7, 8))
                .body(
                        "results.status",
                        contains(
                                "recorded",
                                "rejected",
                                "corrected",
                                "unchanged",
                                "rejected",
                                "rejected",
                                "rejected",
                                "rejected",
                                "recorded"))
                .body(
                        "results.problem.code",
                        contains(
                                "PERIOD_DOES_NOT_FIT_MEASURE",
                                "UNKNOWN_PROPERTY",
                                "WRONG_TYPE",
                                "MEASURE_UNKNOWN",
                                "WRONG_SHAPE"))
                .body("results[1].problem.field", equalTo("period"))
                .body("counts.recorded", equalTo(2))
                .body("counts.rejected", equalTo(5));
        district.series(measure, "")
                .then()
                .body("items.period", contains("2025-08", "2025-09"))
                .body("items.status", contains("not_reported", "reported"));
    }

    @Test
    void refuses_arrays_that_are_too_long_or_empty() {
        String measure = district.measure("outcome", "value", "decrease", "month");
        String one = observation(measure, "2025-09", "\"value\": 1");
        String many = IntStream.range(0, 1001).mapToObj(i -> one).collect(Collectors.joining(",", "[", "]"));
        district.post(many).then().statusCode(413).contentType("application/problem+json");
        district.post("[]").then().statusCode(400);
    }

    @Test
    void shows_what_was_known_at_an_instant_and_pages_by_period() {
        String measure = district.measure("process", "value", "increase", "month");
        List<String> months = List.of("2025-01", "2025-02", "2025-03");
        for (String month : months) {
            district.post(observation(measure, month, "\"value\": 1")).then().statusCode(201);
        }
        String known = district.series(measure, "").path("items[2].recordedAt");
        district.post(observation(measure, "2025-02", "\"value\": 5")).then().statusCode(200);
        district.series(measure, "").then().body("items.value", contains(1, 5, 1));
        district.series(measure, "&asOf=" + known).then().body("items.value", contains(1, 1, 1));
        Response page = district.series(measure, "&limit=2");
        page.then().body("items.period", contains("2025-01", "2025-02")).body("next", notNullValue());
        district.series(measure, "&limit=2&cursor=" + page.path("next"))
                .then()
                .body("items.period", contains("2025-03"))
                .body("next", nullValue());
        district.series(measure, "&from=2025-02-01&to=2025-02-28").then().body("items.period", contains("2025-02"));
        district.call()
                .get(district.path("measures/" + measure + "/series-keys"))
                .then()
                .body("items.siteId", contains("0019"))
                .body("items.studentGroup", contains("all"));
    }

    @Test
    void answers_each_of_many_at_once_and_refuses_only_the_bad_ones() throws Exception {
        String measure = district.measure("outcome", "value", "decrease", "day");
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                String day = java.time.LocalDate.of(2025, 1, 1).plusDays(i).toString();
                String numbers = i % 10 == 3 ? "\"count\": 1" : "\"value\": " + i;
                answers.add(CompletableFuture.supplyAsync(
                        () -> district.post(observation(measure, day, numbers)).statusCode(), clients));
            }
            Map<Integer, Long> statuses = answers.stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertEquals(Map.of(201, 72L, 400, 8L), statuses);
        }
        district.call().get(district.path("events?limit=1")).then().body("lastSequence", equalTo(73));
    }

    @Test
    void gives_the_first_answer_again_for_the_same_key() {
        String measure = district.measure("outcome", "value", "decrease", "month");
        String key = UUID.randomUUID().toString();
        String body = observation(measure, "2025-09", "\"value\": 1");
        for (int i = 0; i < 2; i++) {
            keyed(key, body)
                    .then()
                    .statusCode(201)
                    .body("status", equalTo("recorded"))
                    .header("ETag", "\"1\"");
        }
        keyed(key, body).then().header("Idempotency-Replayed", "true");
        keyed(key, observation(measure, "2025-09", "\"value\": 2")).then().statusCode(422);
        String arrayKey = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            keyed(arrayKey, "[" + observation(measure, "2025-10", "\"value\": 1") + "]")
                    .then()
                    .statusCode(207)
                    .body("counts.recorded", equalTo(1));
        }
        district.series(measure, "").then().body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"text\"",
                "{",
                "[",
                "[1,",
                "{}",
                "{\"measureId\": \"x\"}",
                "[[]]",
                "[null]",
                "{\"measureId\": \"0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01\", \"siteId\": \"\\u0000\", \"period\": \"2025-09\"}",
                "{\"measureId\": \"0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01\", \"siteId\": \"1\", \"period\": \"2025-09\", \"value\": 1e999999999}",
                "{\"measureId\": null, \"siteId\": null}",
                "{\"a\": 1, \"a\": 2}"
            })
    void answers_rubbish_with_a_problem(String body) {
        int status = district.post(body).statusCode();
        assertTrue(status >= 200 && status < 500, "status " + status);
        assertTrue(status == 207 || status >= 400, "status " + status);
    }

    @Test
    void rebuilds_its_read_models_to_the_same_rows() {
        String measure = district.measure("outcome", "value", "decrease", "month");
        district.post(observation(measure, "2025-09", "\"value\": 1")).then().statusCode(201);
        district.post(observation(measure, "2025-09", "\"value\": 2.50")).then().statusCode(200);
        String before = district.series(measure, "").asString();
        for (String name : List.of("measures", "observations")) {
            district.call()
                    .post("/v1/admin/read-models/" + name + "/rebuild")
                    .then()
                    .statusCode(202);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> district.call()
                            .get("/v1/admin/read-models")
                            .then()
                            .body("rebuilds.find { it.readModel == '" + name + "' }.state", equalTo("done")));
        }
        assertEquals(before, district.series(measure, "").asString());
        district.call().get(district.path("measures/" + measure)).then().statusCode(200);
        district.post(observation(measure, "2025-09", "\"value\": 2.5"))
                .then()
                .statusCode(200)
                .body("status", equalTo("unchanged"));
    }

    private Response keyed(String key, String body) {
        return district.call().header("Idempotency-Key", key).body(body).post(district.path("observations"));
    }
}
