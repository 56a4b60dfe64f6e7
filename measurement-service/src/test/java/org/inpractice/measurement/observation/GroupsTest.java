package org.inpractice.measurement.observation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class GroupsTest {
    private final Calls district = Calls.ofNewDistrict();
    private String measure;

    @BeforeEach
    void define() {
        measure = district.measure("outcome", "rate", "decrease", "month");
    }

    @Test
    void sets_the_groups_of_a_dimension_side_by_side_with_their_gaps() {
        // given
        tell("all", 30, 200);
        tell("RB", 20, 80);
        tell("RH", 10, 120);
        tell("SE", 5, 100);

        // when
        Response groups = groups("&dimension=race");

        // then
        groups.then()
                .statusCode(200)
                .body("groups.studentGroup", contains("RB", "RH", "all"))
                .body("groups[0].dimension", equalTo("race"))
                .body("groups[0].points[0].number", equalTo(0.25f))
                .body("groups[0].points[0].difference", equalTo(0.10f))
                .body("groups[0].points[0].ratio", equalTo(1.6666666f))
                .body("groups[2].points[0].difference", equalTo(0.00f));
    }

    @Test
    void refuses_a_dimension_that_none_of_the_groups_has_and_names_those_there_are() {
        // given
        tell("all", 30, 200);
        tell("RB", 20, 80);
        tell("SE", 5, 100);

        // when
        Response groups = groups("&dimension=rase");

        // then
        groups.then()
                .statusCode(400)
                .body("field", equalTo("dimension"))
                .body("detail", equalTo("Send one that is told of here: SE, race."));
    }

    @Test
    void hides_a_small_group_and_the_one_that_would_tell_of_it_and_their_gaps() {
        // given
        tell("all", 30, 205);
        tell("RB", 2, 5);
        tell("RH", 10, 80);
        tell("RW", 18, 120);

        // when
        Response groups = groups("&dimension=race");

        // then
        groups.then()
                .body(
                        "groups.points.status",
                        contains(
                                List.of("suppressed"), List.of("suppressed"), List.of("reported"), List.of("reported")))
                .body("groups[1].points[0].number", nullValue())
                .body("groups[1].points[0].difference", nullValue());
        district.with(List.of("read", "small-cells"))
                .get(district.path("measures/" + measure + "/groups?siteId=0019"))
                .then()
                .body("groups[0].points[0].denominator", equalTo(5));
    }

    @Test
    void keeps_the_pattern_once_somebody_has_looked() {
        // given
        tell("all", 30, 205);
        tell("RB", 5, 85);
        tell("RW", 18, 120);
        groups("")
                .then()
                .body("groups.points.status", contains(List.of("reported"), List.of("reported"), List.of("reported")));

        // when: the group turns out small, and the total with it
        tell("RB", 1, 5);
        tell("all", 26, 125);

        // then
        district.series(measure, "&studentGroup=RB").then().body("items.status", contains("suppressed"));
        district.series(measure, "").then().body("items.status", contains("suppressed"));
        district.series(measure, "&studentGroup=RW").then().body("items.denominator", contains(120));
    }

    @Test
    void withholds_the_totals_of_sites_that_tell_after_the_groups_of_the_district_were_seen() {
        // given: the district alone has told, and somebody has seen that 300 are RW
        tellAt(district.district(), "RW", 40, 300);
        tellAt(district.district(), "RB", 2, 8);
        Response seen = district.call()
                .get(district.path(
                        "measures/%s/series?siteId=%s&studentGroup=RW".formatted(measure, district.district())));
        seen.then().body("items.denominator", contains(300));

        // when: the sites have 308 together
        tellAt("0019", "all", 20, 100);
        tellAt("0020", "all", 22, 208);

        // then
        district.series(measure, "").then().body("items.status", contains("suppressed"));
        district.call()
                .get(district.path("measures/" + measure + "/series?siteId=0020"))
                .then()
                .body("items.denominator", contains(nullValue()));
        district.call()
                .get(district.path("events"))
                .then()
                .body("events.findAll { it.data.studentGroup == 'all' }.data.status", everyItem(equalTo("suppressed")));
    }

    @Test
    void says_what_is_missing() {
        district.call()
                .get(district.path("measures/" + measure + "/groups"))
                .then()
                .statusCode(400);
    }

    @Test
    void hides_by_the_threshold_a_district_has_set() {
        // given
        tell("all", 5, 15);
        district.call()
                .header("If-Match", "\"0\"")
                .body("{\"fewerThan\": 20}")
                .put(district.path("suppression-threshold"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        // when
        Response series = district.series(measure, "");

        // then
        series.then().body("items.status", contains("suppressed"));
        district.call().get(district.path("events")).then().body("events.data.status[1]", equalTo("reported"));
        district.call()
                .header("If-Match", "\"1\"")
                .body("{\"fewerThan\": 10}")
                .put(district.path("suppression-threshold"))
                .then()
                .statusCode(400)
                .body("code", equalTo("SUPPRESSION_THRESHOLD_OUT_OF_RANGE"));
        district.call()
                .header("If-Match", "\"0\"")
                .body("{\"fewerThan\": 30}")
                .put(district.path("suppression-threshold"))
                .then()
                .statusCode(412);
        district.call()
                .get(district.path("suppression-threshold"))
                .then()
                .header("ETag", "\"1\"")
                .body("fewerThan", equalTo(20))
                .body("leastAllowed", equalTo(11));
    }

    private Response groups(String query) {
        return district.call().get(district.path("measures/" + measure + "/groups?siteId=0019" + query));
    }

    private void tell(String group, int numerator, int denominator) {
        tellAt("0019", group, numerator, denominator);
    }

    private void tellAt(String site, String group, int numerator, int denominator) {
        district.post("""
                        {"measureId": "%s", "siteId": "%s", "studentGroup": "%s", "period": "2025-09",
                         "numerator": %d, "denominator": %d}
                        """.formatted(measure, site, group, numerator, denominator))
                .then();
    }
}
