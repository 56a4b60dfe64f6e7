package org.inpractice.cycles;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.LocalStackResource;

/** A district of its own for each test, and the bodies that lead through a cycle. */
public final class District {
    /** A measure; its service is not asked. */
    public static final String MEASURE = "0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01";

    /** A day before the start. */
    public static final String STARTED = "{\"startedOn\":\"2025-09-22\",\"occurredAt\":\"2025-09-22T15:00:00Z\"}";

    /** A note. */
    public static final String NOTE = "{\"note\":\"Calls went out after noon\",\"on\":\"2025-10-02\"}";

    /** A study. */
    public static final String STUDY = """
            {"comparedWithPrediction":"2.3 points lower","whatHappened":"Calls went out in time","learned":"It works",
             "feedback":{"verdict":"improved","fromSequence":57,"toSequence":402,"ruleSet":"perla-v1"},
             "occurredAt":"2025-11-17T22:10:00Z"}""";

    /** A decision that ends the ladder. */
    public static final String ADOPT = "{\"decision\":\"adopt\",\"rationale\":\"It works\"}";

    /** A decision that goes on. */
    public static final String ADAPT = """
            {"decision":"adapt","rationale":"Let teachers call","next":{"changeIdea":"Teachers call home early"}}""";

    private static final DevelopmentTokens TOKENS = LocalStackResource.tokens();

    private final String id;

    private District(String id) {
        this.id = id;
    }

    /** A district that no other test knows. */
    public static District any() {
        return new District("00" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** A path of this district. */
    public String path(String path) {
        return "/v1/districts/" + id + "/" + path;
    }

    /** A request of somebody. */
    public RequestSpecification as(String subject) {
        return given().auth().oauth2(TOKENS.token(subject, id));
    }

    /** Posts JSON. */
    public Response post(String path, String body) {
        return as("ana").contentType(ContentType.JSON).body(body).post(path(path));
    }

    /** Posts JSON for a version, or puts it. */
    public Response put(String path, String ifMatch, String body) {
        RequestSpecification request = as("ana").contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path(path));
    }

    /** Reads, and expects to find. */
    public ValidatableResponse get(String path) {
        return as("ana").get(path(path)).then().statusCode(200);
    }

    /** Plans a cycle that may start. */
    public String planned() {
        return created("cycles", plan(""), "cycleId");
    }

    /** A started one. */
    public String started() {
        String cycle = planned();
        post("cycles/" + cycle + "/start", STARTED).then().statusCode(200);
        return cycle;
    }

    /** A studied one. */
    public String studied() {
        String cycle = started();
        post("cycles/" + cycle + "/study", STUDY).then().statusCode(200);
        return cycle;
    }

    /** A decided one. */
    public String decided(String decision) {
        String cycle = studied();
        post("cycles/" + cycle + "/decision", decision).then().statusCode(200);
        return cycle;
    }

    /** An aim. */
    public String aim() {
        return created("aims", aim(6), "aimId");
    }

    /** Posts what is created, and answers its id. */
    public String created(String path, String body, String idField) {
        return post(path, body).then().statusCode(201).extract().path(idField);
    }

    /** The body of an aim. */
    public static String aim(int target) {
        return """
                {"statement":"Bring absence from 11 to %d percent","measureId":"%s","direction":"decrease","baseline":11.2,
                 "target":%d,"population":"All students","siteIds":["19647330112536"],"by":"2027-06-12","owner":"Principal"}""".formatted(target, MEASURE, target);
    }

    /** The body of a complete plan; {@code more} are further properties, each with a comma behind it. */
    public static String plan(String more) {
        return """
                {%s"changeIdea":"Call home early","objective":"Learn whether it helps",
                 "prediction":{"statement":"Two points lower","measureId":"%s","direction":"decrease","amount":2,
                   "unit":"points","by":"2025-11-14"},
                 "measures":[{"measureId":"%s","role":"outcome"}],"siteId":"19647330112536",
                 "plannedStart":"2025-09-15","plannedEnd":"2025-11-14","owner":"Attendance team"}""".formatted(more, MEASURE, MEASURE);
    }

    /** The body of a plan with nothing but an idea and an owner. */
    public static String barePlan() {
        return "{\"changeIdea\":\"Call home early\",\"owner\":\"Attendance team\"}";
    }
}
