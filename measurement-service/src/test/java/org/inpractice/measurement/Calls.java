package org.inpractice.measurement;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.LocalStackResource;

/** Calls of one district, each test's its own, so that tests do not meet. */
public record Calls(String district) {
    private static final DevelopmentTokens TOKENS = LocalStackResource.tokens();

    /** A district nobody else uses. */
    public static Calls ofNewDistrict() {
        return new Calls("d-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** With a token of everything but small cells. */
    public RequestSpecification call() {
        return with(List.of("read", "measures:write", "admin"));
    }

    /** With a token of some scopes. */
    public RequestSpecification with(List<String> scopes) {
        return given().auth().oauth2(token(scopes)).contentType(ContentType.JSON);
    }

    /** A token of everything but small cells. */
    public String token() {
        return token(List.of("read", "measures:write", "admin"));
    }

    private String token(List<String> scopes) {
        return TOKENS.token("ana", List.of(district), scopes, Duration.ofMinutes(10));
    }

    /** The path in this district. */
    public String path(String rest) {
        return "/v1/districts/" + district + "/" + rest;
    }

    /** Defines a measure. */
    public String measure(String kind, String valueType, String direction, String period) {
        return call().body("""
                        {"name": "Measure", "kind": "%s", "valueType": "%s", "unit": "units", "direction": "%s",
                         "period": "%s", "owner": "Team"}""".formatted(kind, valueType, direction, period))
                .post(path("measures"))
                .then()
                .statusCode(201)
                .extract()
                .path("measureId");
    }

    /** Posts observations as they are. */
    public Response post(String body) {
        return call().body(body).post(path("observations"));
    }

    /** One observation's JSON. */
    public static String observation(String measureId, String period, String numbers) {
        return "{\"measureId\": \"%s\", \"siteId\": \"0019\", \"period\": \"%s\", %s}"
                .formatted(measureId, period, numbers);
    }

    /** A page of the series. */
    public Response series(String measureId, String query) {
        return call().get(path("measures/" + measureId + "/series?siteId=0019" + query));
    }
}
