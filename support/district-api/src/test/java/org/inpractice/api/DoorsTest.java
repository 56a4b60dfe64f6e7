package org.inpractice.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.inpractice.api.NoticeCalls.DISTRICT;
import static org.inpractice.api.NoticeCalls.NOTICES;
import static org.inpractice.api.NoticeCalls.TOKENS;
import static org.inpractice.api.NoticeCalls.as;
import static org.inpractice.api.NoticeCalls.post;
import static org.inpractice.api.NoticeCalls.put;
import static org.inpractice.api.NoticeCalls.withKey;
import static org.inpractice.api.NoticeCalls.withKeyAs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
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
}
