package org.inpractice.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "notice_board"))
class DoorsTest {
    private static final String DISTRICT = "0019647";
    private static final String NOTICES = "/v1/districts/" + DISTRICT + "/notices";
    private static final DevelopmentTokens TOKENS = LocalStackResource.tokens();

    @Test
    void answers_401_with_a_problem_without_a_token_and_with_a_forged_or_expired_one() {
        String expired = TOKENS.token("ana", List.of(DISTRICT), DevelopmentTokens.ALL_SCOPES, Duration.ofMinutes(-5));
        String forged = DevelopmentTokens.generate().token("ana", DISTRICT);
        given().get(NOTICES + "/" + UUID.randomUUID()).then().statusCode(401).contentType("application/problem+json");
        for (String token : List.of(expired, forged, "rubbish")) {
            ValidatableResponse response = given().auth()
                    .oauth2(token)
                    .get("/v1/districts/" + DISTRICT + "/events")
                    .then();
            response.statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
            response.contentType("application/problem+json");
        }
    }

    @Test
    void answers_404_for_a_district_the_token_does_not_cover() {
        as("ana")
                .get("/v1/districts/1964733/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("DISTRICT_NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource({"read, POST, learning:write", "learning:write, GET, read", "cycles:write, POST, learning:write"})
    void answers_403_and_names_the_missing_scope(String has, String method, String needs) {
        String token = TOKENS.token("ana", List.of(DISTRICT), List.of(has), Duration.ofMinutes(5));
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(method.equals("POST") ? "{\"text\":\"a\"}" : "")
                .request(method, method.equals("GET") ? "/v1/districts/" + DISTRICT + "/events" : NOTICES)
                .then()
                .statusCode(403)
                .body("detail", containsString(needs));
    }

    @Test
    void keeps_the_admin_paths_for_the_admin_scope() {
        String token = TOKENS.token("ana", List.of(DISTRICT), List.of("read", "learning:write"), Duration.ofMinutes(5));
        given().auth().oauth2(token).get("/v1/admin/parked").then().statusCode(403);
        as("ana").get("/v1/admin/parked").then().statusCode(200);
        as("ana").get("/v1/admin/relay").then().statusCode(200).body("events", notNullValue());
        as("ana").get("/v1/admin/read-models").then().statusCode(200).body("readModels", hasItem("notices"));
        as("ana").post("/v1/admin/read-models/notices/rebuild").then().statusCode(202);
        as("ana").post("/v1/admin/read-models/nothing/rebuild").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"read, 200", "learning:write, 403", "admin, 403"})
    void lets_whoever_may_read_post_to_an_analysis_which_stores_nothing(String has, int status) {
        String token = TOKENS.token("ana", List.of(DISTRICT), List.of(has), Duration.ofMinutes(5));
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("[1, 2]")
                .post("/v1/analyses/sum")
                .then()
                .statusCode(status);
    }

    @Test
    void creates_with_location_and_version_and_replays_the_event() {
        ValidatableResponse created = post("{\"text\":\"first\"}").then().statusCode(201);
        String id = created.extract().path("noticeId");
        created.header("Location", endsWith(NOTICES + "/" + id)).header("ETag", equalTo("\"1\""));
        as("ana")
                .queryParam("limit", 500)
                .get("/v1/districts/" + DISTRICT + "/events")
                .then()
                .statusCode(200)
                .body("events.find { it.subject == 'notice/" + id + "' }.type", equalTo("test.notice.posted.v1"))
                .body("events.find { it.subject == 'notice/" + id + "' }.data.text", equalTo("first"))
                .body("events.find { it.subject == 'notice/" + id + "' }.traceparent", startsWith("00-"));
    }

    @Test
    void gives_the_first_answer_again_for_the_same_key_and_refuses_the_key_for_another_body() {
        String key = UUID.randomUUID().toString();
        ValidatableResponse first = withKey(key, "{\"text\":\"once\"}").then().statusCode(201);
        ValidatableResponse second =
                withKey(key, "{ \"text\" : \"once\" }").then().statusCode(201);
        assertEquals(first.extract().asString(), second.extract().asString());
        assertEquals(first.extract().header("Location"), second.extract().header("Location"));
        second.header("Idempotency-Replayed", "true");
        withKey(key, "{\"text\":\"twice\"}").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        String other = withKeyAs("ben", key, "{\"text\":\"twice\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("noticeId");
        assertNotEquals(first.extract().path("noticeId"), other);
    }

    @Test
    void does_not_remember_a_refused_request_under_its_key() {
        String key = UUID.randomUUID().toString();
        withKey(key, "{\"text\":\"damn\"}").then().statusCode(409).body("code", equalTo("NOTICE_IS_RUDE"));
        withKey(key, "{\"text\":\"kind\"}").then().statusCode(201);
    }

    @Test
    void guards_a_change_with_the_version_the_caller_has_seen() {
        String id =
                post("{\"text\":\"first\"}").then().statusCode(201).extract().path("noticeId");
        put(id, null).then().statusCode(428).body("code", equalTo("IF_MATCH_REQUIRED"));
        put(id, "\"7\"").then().statusCode(412).body("code", equalTo("VERSION_IS_STALE"));
        put(id, "seven").then().statusCode(400).body("field", equalTo("If-Match"));
        put(id, "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
        put(id, "\"1\"").then().statusCode(412);
    }

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
    void answers_413_for_a_body_over_the_limit_with_and_without_a_length() throws Exception {
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
            assertEquals(
                    413,
                    client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString())
                            .statusCode());
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

    @ParameterizedTest
    @ValueSource(strings = {"after=-1", "after=x", "limit=0", "limit=501", "limit=many"})
    void refuses_a_bad_parameter_by_name(String query) {
        as("ana")
                .get("/v1/districts/" + DISTRICT + "/events?" + query)
                .then()
                .statusCode(400)
                .body("field", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void answers_unknown_paths_methods_and_formats_with_problems() {
        as("ana").get("/v1/nothing").then().statusCode(404);
        as("ana").delete(NOTICES).then().statusCode(405).contentType("application/problem+json");
        as("ana")
                .contentType("text/plain")
                .body("a")
                .post(NOTICES)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        as("ana")
                .get(NOTICES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("detail", containsString("notice"));
        as("ana").get(NOTICES + "/not-an-id").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void describes_itself_and_its_health_and_its_metrics_without_a_token() {
        given().get("/openapi")
                .then()
                .statusCode(200)
                .body(allOf(containsString("openapi: 3.1"), containsString("bearer")));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("inpractice_relay_lag_events"));
        given().redirects().follow(true).get("/swagger-ui").then().statusCode(200);
    }

    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(TOKENS.token(subject, DISTRICT));
    }

    private static io.restassured.response.Response post(String body) {
        return as("ana").contentType(ContentType.JSON).body(body).post(NOTICES);
    }

    private static io.restassured.response.Response withKey(String key, String body) {
        return withKeyAs("ana", key, body);
    }

    private static io.restassured.response.Response withKeyAs(String subject, String key, String body) {
        return as(subject)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(NOTICES);
    }

    private static io.restassured.response.Response put(String id, String ifMatch) {
        RequestSpecification request = as("ana").contentType(ContentType.JSON).body("{\"text\":\"changed\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(NOTICES + "/" + id);
    }
}
