package org.inpractice.measurement.site;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class SitesTest {
    private final Calls district = Calls.ofNewDistrict();

    @Test
    void registers_revises_and_lists_sites() {
        // given
        put("sites/0020", 0, "{\"name\": \"Birch Middle\"}").then().statusCode(200);
        put("sites/0019", 0, "{\"name\": \"Alder Elementary\"}").then().statusCode(200);

        // when
        put("sites/0019", 1, "{\"name\": \"Alder K-8\"}").then().statusCode(200).header("ETag", "\"2\"");

        // then
        Response first = district.call().get(district.path("sites?limit=1"));
        first.then().body("items.name", contains("Alder K-8"));
        district.call()
                .get(district.path("sites?limit=1&cursor=" + first.path("next")))
                .then()
                .body("items.name", contains("Birch Middle"))
                .body("items", hasSize(1));
        district.call().get(district.path("sites/0019")).then().header("ETag", "\"2\"");
    }

    @Test
    void of_two_people_who_revise_a_site_one_is_told() {
        // given
        put("sites/0019", 0, "{\"name\": \"Alder\"}");
        put("sites/0019", 1, "{\"name\": \"Alder Elementary\"}");

        // when
        Response second = put("sites/0019", 1, "{\"name\": \"Alder School\"}");

        // then
        second.then().statusCode(412);
        put("sites/0019", 0, "{\"name\": \"Alder School\"}").then().statusCode(412);
    }

    @Test
    void takes_any_site_as_long_as_the_register_is_open() {
        // given
        put("sites/0019", 0, "{\"name\": \"Alder\"}");

        // when, then
        district.post(observation(measure(), "0020", "2025-09")).then().statusCode(201);
    }

    @Test
    void refuses_an_unknown_site_once_the_register_is_complete_and_touches_no_neighbour() {
        // given
        String measure = measure();
        put("sites/0019", 0, "{\"name\": \"Alder\"}");
        put("site-register", 0, "{\"complete\": true}").then().statusCode(200);

        // when
        Response one = district.post(observation(measure, "0091", "2025-09"));
        Response many = district.post("[%s,%s,%s]"
                .formatted(
                        observation(measure, "0091", "2025-09"),
                        observation(measure, "0019", "2025-09"),
                        observation(measure, district.district(), "2025-09")));

        // then
        one.then().statusCode(400).body("code", equalTo("SITE_UNKNOWN")).body("field", equalTo("siteId"));
        many.then().statusCode(207).body("results.status", contains("rejected", "recorded", "recorded"));
    }

    @Test
    void takes_any_site_again_when_the_register_is_reopened() {
        // given
        String measure = measure();
        put("site-register", 0, "{\"complete\": true}");
        put("site-register", 1, "{\"complete\": false}").then().header("ETag", "\"2\"");

        // when, then
        district.post(observation(measure, "0091", "2025-09")).then().statusCode(201);
        district.call().get(district.path("site-register")).then().body("complete", equalTo(false));
    }

    @Test
    void refuses_what_a_site_tells_of_the_time_after_it_closed() {
        // given
        String measure = measure();
        put("sites/0019", 0, "{\"name\": \"Alder\", \"closedOn\": \"2025-06-12\"}");

        // when, then
        district.post(observation(measure, "0019", "2025-06")).then().statusCode(201);
        district.post(observation(measure, "0019", "2025-09"))
                .then()
                .statusCode(400)
                .body("code", equalTo("SITE_CLOSED"));
    }

    @Test
    void refuses_rubbish_by_name() {
        put("sites/0019", 0, "{}").then().statusCode(400).body("violations.field", contains("name"));
        put("sites/a%20b", 0, "{\"name\": \"A\"}").then().statusCode(400).body("field", equalTo("siteId"));
        put("sites/" + district.district(), 0, "{\"name\": \"A\"}").then().statusCode(400);
        put("site-register", 0, "{}").then().statusCode(400).body("violations.field", contains("complete"));
        district.call()
                .body("{\"name\": \"A\"}")
                .put(district.path("sites/1"))
                .then()
                .statusCode(428);
        district.call().get(district.path("sites?cursor=eA")).then().statusCode(400);
        district.call().get(district.path("sites/none")).then().statusCode(404);
        district.with(List.of("read"))
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"A\"}")
                .put(district.path("sites/1"))
                .then()
                .statusCode(403);
    }

    private String measure() {
        return district.measure("outcome", "rate", "decrease", "month");
    }

    private static String observation(String measure, String site, String period) {
        return """
                {"measureId": "%s", "siteId": "%s", "period": "%s", "numerator": 20, "denominator": 200}
                """.formatted(measure, site, period);
    }

    private Response put(String path, int seen, String body) {
        return district.call().header("If-Match", "\"" + seen + "\"").body(body).put(district.path(path));
    }
}
