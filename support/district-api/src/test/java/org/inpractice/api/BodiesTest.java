package org.inpractice.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.inpractice.api.NoticeCalls.DISTRICT;
import static org.inpractice.api.NoticeCalls.NOTICES;
import static org.inpractice.api.NoticeCalls.TOKENS;
import static org.inpractice.api.NoticeCalls.as;
import static org.inpractice.api.NoticeCalls.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service says of a body that it cannot take. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "notice_board"))
class BodiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"txt\":\"a\"} | UNKNOWN_PROPERTY | txt",
                "{\"text\":5} | WRONG_TYPE | text",
                "{\"text\":\"a\",\"size\":\"5\"} | WRONG_TYPE | size",
                "{\"text\":\"a\",\"until\":\"tomorrow\"} | WRONG_TYPE | until",
                "{\"text\":\"a\",\"until\":20261124} | WRONG_TYPE | until",
                "{\"text\":\"a\",\"occurredAt\":1790000000} | WRONG_TYPE | occurredAt",
                "{\"text\":\"a\",\"occurredAt\":1790000000.5} | WRONG_TYPE | occurredAt",
                "{\"text\":\"a\",\"occurredAt\":\"1790000000\"} | WRONG_TYPE | occurredAt",
                "{\"text\":\"a\",\"tags\":{}} | WRONG_TYPE | tags",
                "{\"text\":\"a\",\"size\":NaN} | NOT_JSON |",
                "{\"text\":\"a\",\"text\":\"b\"} | NOT_JSON |",
                "{\"text\":\"a\" | NOT_JSON |",
                "{\"text\":\"a\"} {} | WRONG_SHAPE |",
                "[] | WRONG_SHAPE |",
            })
    void names_the_field_of_a_body_it_cannot_read(String body, String code, String field) {
        ValidatableResponse response = post(body).then().statusCode(400).contentType("application/problem+json");
        response.body("code", equalTo(code)).body("detail", notNullValue());
        if (field != null) {
            response.body("field", equalTo(field));
        }
    }

    @Test
    void refuses_endless_numbers_and_depths_and_texts() {
        post("{\"text\":\"a\",\"size\":" + "9".repeat(100_000) + "}")
                .then()
                .statusCode(400)
                .body("code", equalTo("JSON_LIMIT"));
        post("{\"text\":\"a\",\"tags\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}")
                .then()
                .statusCode(400);
        post("{\"text\":\"" + "a".repeat(300_000) + "\"}")
                .then()
                .statusCode(400)
                .body("code", equalTo("JSON_LIMIT"));
    }

    @Test
    void refuses_an_empty_body_and_bytes_that_are_not_utf_8() {
        post("").then().statusCode(400).contentType("application/problem+json");
        as("ana")
                .contentType("application/json")
                .body(new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'})
                .post(NOTICES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void answers_413_for_a_body_over_the_limit_and_411_for_one_that_does_not_say_how_long_it_is() throws Exception {
        String large = "{\"text\":\"a\",\"tags\":[" + "\"tag\",".repeat(500_000) + "\"tag\"]}";
        post(large)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_TOO_LARGE"));
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                        io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port + NOTICES))
                .header("Authorization", "Bearer " + TOKENS.token("ana", DISTRICT))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .build();
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var answer = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
            assertEquals(411, answer.statusCode());
            assertTrue(answer.body().contains("Content-Length"), answer.body());
        }
    }

    @Test
    void names_every_field_that_breaks_a_bound_and_never_repeats_its_value() {
        String secret = "x".repeat(201);
        post("{\"text\":\"" + secret + "\"}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1))
                .body("violations[0].field", endsWith("text"))
                .body("violations[0].message", equalTo("Say it in 200 characters."))
                .body(not(containsString(secret)));
    }

    @Test
    void refuses_a_time_in_the_future() {
        post("{\"text\":\"a\",\"occurredAt\":\"2999-01-01T00:00:00Z\"}")
                .then()
                .statusCode(400)
                .body("field", equalTo("occurredAt"));
    }
}
