package org.inpractice.cycles;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** What is refused, as problem documents: by the method, by versions, by the doors. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class RefusalsTest {
    private static final String NOWHERE = "0198c310-0000-7000-8000-000000000000";

    private final District district = District.any();

    private static ValidatableResponse refused(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body(
                        "type",
                        equalTo("urn:inpractice:problem:"
                                + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-')))
                .body("title", notNullValue())
                .body("detail.length()", greaterThan(20));
    }

    @Test
    void a_start_names_the_step_that_is_missing_until_the_plan_is_complete() {
        String cycle = district.post("cycles", District.barePlan())
                .then()
                .statusCode(201)
                .extract()
                .path("cycleId");
        start(cycle, "PREDICTION_MISSING", "prediction");
        revise(cycle, 1, "\"prediction\":{\"statement\":\"Fewer absences\"}");
        start(cycle, "MEASURE_MISSING", "measures");
        String measured = "\"prediction\":{\"statement\":\"Fewer absences\"},\"measures\":[{\"measureId\":\""
                + District.MEASURE + "\",\"role\":\"outcome\"}]";
        revise(cycle, 2, measured);
        start(cycle, "SCOPE_MISSING", "siteId");
        revise(cycle, 3, measured + ",\"siteId\":\"1\"");
        start(cycle, "END_MISSING", "plannedEnd");
        revise(cycle, 4, measured + ",\"siteId\":\"1\",\"plannedEnd\":\"2025-12-01\"");
        district.post("cycles/" + cycle + "/start", District.STARTED).then().statusCode(200);
    }

    private void start(String cycle, String code, String field) {
        refused(district.post("cycles/" + cycle + "/start", District.STARTED), 409, code)
                .body("field", equalTo(field))
                .body("detail", containsString("Revise the plan"));
    }

    private void revise(String cycle, int version, String more) {
        String body = "{\"changeIdea\":\"Call home early\",\"owner\":\"Attendance team\"," + more + "}";
        district.put("cycles/" + cycle + "/plan", "\"" + version + "\"", body)
                .then()
                .statusCode(200);
    }

    @Test
    void the_steps_of_the_method_come_in_their_order() {
        String planned = district.planned();
        refused(district.post("cycles/" + planned + "/notes", District.NOTE), 409, "CYCLE_NOT_STARTED");
        refused(district.post("cycles/" + planned + "/study", District.STUDY), 409, "CYCLE_NOT_STARTED");
        refused(district.post("cycles/" + planned + "/decision", District.ADOPT), 409, "STUDY_MISSING");
        String started = district.started();
        refused(district.post("cycles/" + started + "/start", District.STARTED), 409, "CYCLE_ALREADY_STARTED");
        refused(district.post("cycles/" + started + "/decision", District.ADOPT), 409, "STUDY_MISSING");
        refused(district.put("cycles/" + started + "/plan", "\"2\"", District.plan("")), 409, "PLAN_IS_FIXED");
        String studied = district.studied();
        refused(district.post("cycles/" + studied + "/notes", District.NOTE), 409, "DOING_IS_OVER");
        refused(district.post("cycles/" + studied + "/study", District.STUDY), 409, "CYCLE_ALREADY_STUDIED");
        refused(
                district.post("cycles/" + studied + "/decision", District.ADOPT.replace("adopt", "adapt")),
                400,
                "NEXT_PLAN_MISSING");
        refused(
                district.post("cycles/" + studied + "/decision", District.ADAPT.replace("adapt", "abandon")),
                400,
                "NEXT_PLAN_UNCALLED_FOR");
        district.post("cycles/" + studied + "/decision", District.ADOPT).then().statusCode(200);
        refused(district.post("cycles/" + studied + "/decision", District.ADOPT), 409, "CYCLE_ALREADY_DECIDED");
        refused(district.post("cycles/" + NOWHERE + "/start", District.STARTED), 404, "CYCLE_UNKNOWN");
        district.as("ana").get(district.path("cycles/" + NOWHERE)).then().statusCode(404);
        district.as("ana")
                .get(district.path("change-ideas/" + NOWHERE + "/cycles"))
                .then()
                .statusCode(404);
    }

    @Test
    void a_decision_to_adapt_stands_or_falls_with_the_next_plan() {
        String studied = district.studied();
        String badNext = District.ADAPT.replace(
                "early\"", "early\",\"plannedStart\":\"2026-02-01\",\"plannedEnd\":\"2026-01-01\"");
        refused(district.post("cycles/" + studied + "/decision", badNext), 400, "DATES_OUT_OF_ORDER")
                .body("field", equalTo("next.plannedEnd"));
        district.get("cycles/" + studied).body("state", equalTo("studied"));
        district.get("cycles").body("items.size()", equalTo(1));
    }

    @Test
    void a_plan_refers_only_to_what_there_is_in_its_district() {
        District other = District.any();
        String foreign = "\"aimId\":\"" + other.aim() + "\",";
        refused(district.post("cycles", District.plan(foreign)), 400, "AIM_UNKNOWN");
        refused(
                district.post("cycles", District.plan("\"changeIdeaId\":\"" + NOWHERE + "\",")),
                400,
                "CHANGE_IDEA_UNKNOWN");
        String elsewhere = "\"previousCycleId\":\"" + other.decided(District.ADOPT) + "\",";
        refused(district.post("cycles", District.plan(elsewhere)), 400, "PREVIOUS_CYCLE_UNKNOWN");
        String open = "\"previousCycleId\":\"" + district.studied() + "\",";
        refused(district.post("cycles", District.plan(open)), 409, "PREVIOUS_CYCLE_NOT_DECIDED");
        String dead = "\"previousCycleId\":\"" + district.decided(District.ADOPT.replace("adopt", "abandon")) + "\",";
        refused(district.post("cycles", District.plan(dead)), 409, "PREVIOUS_CYCLE_ABANDONED");
    }

    @Test
    void a_change_is_guarded_by_the_version_the_caller_has_seen() {
        String cycle = district.planned();
        refused(district.put("cycles/" + cycle + "/plan", null, District.plan("")), 428, "IF_MATCH_REQUIRED");
        refused(district.put("cycles/" + cycle + "/plan", "\"7\"", District.plan("")), 412, "VERSION_IS_STALE");
        district.put("cycles/" + cycle + "/plan", "\"1\"", District.plan("").replace("Two", "Three"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        refused(startAt(cycle, "\"1\"", "ana"), 412, "VERSION_IS_STALE");
        startAt(cycle, "\"2\"", "ana").then().statusCode(200);
        String aim = district.aim();
        refused(district.put("aims/" + aim, null, District.aim(5)), 428, "IF_MATCH_REQUIRED");
        refused(district.put("aims/" + aim, "\"2\"", District.aim(5)), 412, "VERSION_IS_STALE");
        district.put("aims/" + aim, "\"1\"", District.aim(6))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    private Response startAt(String cycle, String ifMatch, String subject) {
        var request = district.as(subject).contentType(ContentType.JSON).body(District.STARTED);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post(district.path("cycles/" + cycle + "/start"));
    }

    @Test
    void of_two_people_who_start_a_cycle_at_the_same_moment_one_does() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                String cycle = district.planned();
                List<Callable<Integer>> starts = Stream.of("ana", "ben")
                        .map(who -> (Callable<Integer>)
                                () -> startAt(cycle, null, who).statusCode())
                        .toList();
                List<Integer> answers = people.invokeAll(starts).stream()
                        .map(future -> future.resultNow())
                        .sorted()
                        .toList();
                assertEquals(List.of(200, 409), answers);
                district.get("cycles/" + cycle).body("version", equalTo(2));
            }
        }
    }

    @Test
    void the_same_request_under_the_same_key_happens_once() {
        String key = UUID.randomUUID().toString();
        ValidatableResponse first = planWithKey(key, District.plan("")).then().statusCode(201);
        ValidatableResponse again = planWithKey(key, District.plan("")).then().statusCode(201);
        assertEquals(first.extract().asString(), again.extract().asString());
        assertEquals(first.extract().header("Location"), again.extract().header("Location"));
        refused(planWithKey(key, District.barePlan()), 422, "IDEMPOTENCY_KEY_REUSED");
        district.get("cycles").body("items.size()", equalTo(1));
    }

    private Response planWithKey(String key, String body) {
        return district.as("ana")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(district.path("cycles"));
    }

    @Test
    void the_doors_ask_for_a_token_a_district_and_a_scope() {
        DevelopmentTokens tokens = LocalStackResource.tokens();
        String path = district.path("cycles");
        given().get(path).then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(tokens.token("ana", "somewhere-else"))
                .get(path)
                .then()
                .statusCode(404);
        String reader = tokens.token("ana", List.of(district.id()), List.of("read"), Duration.ofMinutes(5));
        given().auth().oauth2(reader).get(path).then().statusCode(200);
        given().auth()
                .oauth2(reader)
                .contentType(ContentType.JSON)
                .body(District.plan(""))
                .post(path)
                .then()
                .statusCode(403)
                .body("detail", containsString("cycles:write"));
    }

    @Test
    void lists_refuse_what_they_cannot_look_for_by_name() {
        for (String query : List.of(
                "state=asleep", "aimId=x", "changeIdeaId=x", "siteId=%00", "limit=0", "cursor=x", "cursor=WyJ4Il0")) {
            String name = query.substring(0, query.indexOf('='));
            ValidatableResponse answer = district.as("ana")
                    .urlEncodingEnabled(false)
                    .get(district.path("cycles?" + query))
                    .then()
                    .statusCode(400);
            assertTrue(answer.extract().asString().contains("\"" + name + "\""), query);
        }
    }
}
