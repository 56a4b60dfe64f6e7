package org.inpractice.cycles.method;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.District;
import org.inpractice.cycles.method.MethodGuide.Scene;
import org.inpractice.cycles.method.MethodGuide.Template;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** The guidance over REST; and what it shows can really be sent. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class MethodResourceTest {
    private final District district = District.any();

    private Response as(String accept) {
        return district.as("ana").accept(accept).get("/v1/method");
    }

    @Test
    void anybody_with_a_token_reads_the_method_as_data_or_as_a_page() {
        as("application/json")
                .then()
                .statusCode(200)
                .body("steps.step", hasItem("study"))
                .body("refusals.code", hasItem("PREDICTION_MISSING"))
                .body("templates[0].body.prediction.probability", equalTo(0.7f));
        as("*/*").then().contentType(containsString("application/json"));
        as("text/html")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("How improvement is practised here"));
        as("text/markdown").then().statusCode(200).body(startsWith("# How improvement is practised here"));
        given().get("/v1/method").then().statusCode(401);
        String reader = LocalStackResource.tokens()
                .token("ana", List.of(district.id()), List.of("read"), Duration.ofMinutes(5));
        given().auth().oauth2(reader).get("/v1/method").then().statusCode(200);
        given().auth().oauth2(reader).post("/v1/method").then().statusCode(405);
    }

    @Test
    void the_exemplary_cycle_can_be_sent_as_it_stands() {
        // given
        String absence = District.MEASURE;
        String texts = UUID.randomUUID().toString();
        String minutes = UUID.randomUUID().toString();
        String cycle = null;
        // when
        for (Scene scene : MethodGuide.read().example().steps()) {
            String body = scene.body()
                    .toString()
                    .replace("{absence}", absence)
                    .replace("{texts}", texts)
                    .replace("{minutes}", minutes);
            String path = scene.request().replaceFirst("POST ", "");
            Response answer = district.post(cycle == null ? path : path.replace("{cycle}", cycle), body);
            assertTrue(answer.statusCode() < 300, scene.title() + ": " + answer.asString());
            cycle = answer.path("cycleId");
        }
        // then
        String next = district.get("cycles/" + cycle)
                .body("state", equalTo("decided"))
                .body("missing", nullValue())
                .body("tasks[0].doneOn", equalTo("2025-09-17"))
                .extract()
                .path("decision.nextCycleId");
        district.get("cycles/" + next).body("scope", equalTo("site")).body("missing", nullValue());
        district.get("cycles/" + cycle + "/fidelity")
                .body("fidelity.points.find { it.feature == 'small_scale_first' }.outcome", equalTo("met"))
                .body("fidelity.points.find { it.feature == 'prediction_before_test' }.outcome", equalTo("met"))
                .body("fidelity.points.find { it.feature == 'theory_updated' }.outcome", equalTo("met"));
    }

    @Test
    void a_template_has_no_property_that_its_request_does_not_know() {
        for (Template template : MethodGuide.read().templates()) {
            String path = template.request()
                    .replaceFirst(".*\\{districtId}/", "")
                    .replace("{cycleId}", UUID.randomUUID().toString());
            JsonNode body = template.body();
            String code = district.post(path, body.toString()).then().extract().path("code");
            // Its placeholders are no ids and no directions; that, or the unknown cycle, is what is refused.
            assertTrue(List.of("WRONG_TYPE", "CYCLE_UNKNOWN").contains(code), template.name() + ": " + code);
            assertEquals(template.name().isEmpty(), false);
        }
    }
}
