package org.inpractice.learning;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.LocalStackResource;

/** A district of its own for one test, and requests about it. */
public record ADistrict(String id) {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    /** One that no other test knows. */
    public static ADistrict fresh() {
        return new ADistrict("%07d-%s"
                .formatted(NEXT.getAndIncrement(), UUID.randomUUID().toString().substring(0, 8)));
    }

    /** Somebody who may do everything here. */
    public RequestSpecification ana() {
        return with(DevelopmentTokens.ALL_SCOPES);
    }

    /** Somebody with just these scopes. */
    public RequestSpecification with(List<String> scopes) {
        String token = LocalStackResource.tokens().token("ana", List.of(id), scopes, Duration.ofMinutes(10));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** The path of something in this district. */
    public String path(String relative) {
        return "/v1/districts/" + id + "/" + relative;
    }

    /** Posts JSON. */
    public Response post(String relative, String body) {
        return ana().body(body).post(path(relative));
    }

    /** Reads. */
    public Response get(String relative) {
        return ana().get(path(relative));
    }
}
