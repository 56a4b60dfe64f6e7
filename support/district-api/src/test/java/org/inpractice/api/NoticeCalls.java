package org.inpractice.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.LocalStackResource;

/** Calls of {@link Notices} in one district. */
final class NoticeCalls {
    static final String DISTRICT = "0019647";
    static final String NOTICES = "/v1/districts/" + DISTRICT + "/notices";
    static final DevelopmentTokens TOKENS = LocalStackResource.tokens();

    private NoticeCalls() {}

    static RequestSpecification as(String subject) {
        return given().auth().oauth2(TOKENS.token(subject, DISTRICT));
    }

    static Response post(String body) {
        return as("ana").contentType(ContentType.JSON).body(body).post(NOTICES);
    }

    static Response withKey(String key, String body) {
        return withKeyAs("ana", key, body);
    }

    static Response withKeyAs(String subject, String key, String body) {
        return as(subject)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(NOTICES);
    }

    static Response put(String id, String ifMatch) {
        RequestSpecification request = as("ana").contentType(ContentType.JSON).body("{\"text\":\"changed\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(NOTICES + "/" + id);
    }
}
