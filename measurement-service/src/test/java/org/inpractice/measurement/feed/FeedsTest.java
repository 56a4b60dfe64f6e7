package org.inpractice.measurement.feed;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class FeedsTest {
    @Inject
    Clock clock;

    private DeliveringDistrict district;
    private Calls calls;

    @BeforeEach
    void newDistrict() {
        district = DeliveringDistrict.with(FeedCalendar.today(clock.instant()));
        calls = district.calls();
    }

    @Test
    void registers_shows_and_changes_a_feed() {
        // given
        String feed = district.register("0019");

        // then
        String path = calls.path("feeds/" + feed);
        calls.call()
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Absence"))
                .body("supplier", equalTo("Student system"))
                .body("contact", nullValue())
                .body("measureIds", contains(district.measure()))
                .body("siteIds", contains("0019"))
                .body("studentGroup", equalTo("all"))
                .body("since", equalTo(district.firstDay(5).toString()))
                .body("pauses.from", contains(district.firstDay(1).toString()))
                .body("retired", equalTo(false));
        String changed = district.agreement("Absence, monthly", 5, "0019", "0020");
        calls.call().body(changed).put(path).then().statusCode(428);
        district.revise(feed, 1, changed).then().statusCode(200).header("ETag", "\"2\"");
        district.revise(feed, 1, changed).then().statusCode(412);
        district.revise(feed, 2, changed).then().statusCode(200).header("ETag", "\"2\"");
        calls.call().get(path).then().body("version", equalTo(2)).body("siteIds", contains("0019", "0020"));
    }

    @Test
    void retires_a_feed_once_and_lets_nobody_change_it_after() {
        String feed = district.register("0019");
        String path = calls.path("feeds/" + feed + "/retirement");
        calls.call().body("{}").post(path).then().statusCode(400).body("violations.field", contains("reason"));
        for (int i = 0; i < 2; i++) {
            calls.call()
                    .body("{\"reason\": \"The survey ended\"}")
                    .post(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"");
        }
        district.revise(feed, 2, district.agreement("New", 5))
                .then()
                .statusCode(409)
                .body("code", equalTo("FEED_RETIRED"));
        calls.call().get(calls.path("feeds/" + feed)).then().body("retired", equalTo(true));
    }

    @Test
    void lists_feeds_page_by_page_in_the_order_of_registration() {
        String first = district.register("0019");
        String second = district.register("0020");
        String third = district.register();
        ValidatableResponse page = calls.call()
                .get(calls.path("feeds?limit=2"))
                .then()
                .statusCode(200)
                .body("items.feedId", contains(first, second))
                .body("next", notNullValue());
        String next = page.extract().path("next");
        calls.call()
                .get(calls.path("feeds?limit=2&cursor=" + next))
                .then()
                .body("items.feedId", contains(third))
                .body("next", nullValue());
        calls.call().get(calls.path("feeds?cursor=x")).then().statusCode(400).body("field", equalTo("cursor"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"Absence\" | \"name\": \" \" | name | violations",
                "\"supplier\": \"Student system\" | \"contact\": \"x\" | supplier | violations",
                "\"graceDays\": 0 | \"graceDays\": -1 | graceDays | violations",
                "\"graceDays\": 0 | \"graceDays\": 367 | graceDays | violations",
                "\"siteIds\": [\"0019\"] | \"siteIds\": [\"0019\", \"0019\"] | siteIds[1] | FEED_NAMES_IT_TWICE",
                "\"siteIds\": [\"0019\"] | \"siteIds\": [\"a b\"] | siteIds[0] | violations",
                "\"siteIds\": [\"0019\"] | \"studentGroup\": \"\" | studentGroup | violations",
                "\"pauses\": [{\"from\" | \"pauses\": [{\"from\": \"2199-12-31\", \"to\": \"2025-01-01\"}, {\"from\" | pauses[0].to | FEED_PAUSE_ENDS",
                "\"measureIds\": [ | \"measureIds\": [\"0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01\", | measureIds[0] | FEED_MEASURE_UNKNOWN",
                "\"since\": \" | \"since\": \"0 | since | "
            })
    void names_the_field_of_what_it_refuses(String part, String instead, String field, String code) {
        String body = district.agreement("Absence", 5, "0019").replace(part, instead);
        calls.call()
                .body(body)
                .post(calls.path("feeds"))
                .then()
                .statusCode(400)
                .body(containsString("\"field\":\"" + field))
                .body(containsString(code == null ? "detail" : code));
    }

    @Test
    void answers_rubbish_with_a_problem_and_unknown_feeds_with_404() {
        for (String body : new String[] {"", "null", "7", "{", "[]", "{}", "{\"measureIds\": [null]}"}) {
            calls.call().body(body).post(calls.path("feeds")).then().statusCode(400);
        }
        String unknown = calls.path("feeds/" + UUID.randomUUID());
        calls.call().get(unknown).then().statusCode(404);
        calls.call().get(unknown + "/lateness").then().statusCode(404);
        calls.call().get(calls.path("feeds/x")).then().statusCode(400).body("field", equalTo("feedId"));
        calls.call()
                .get("/openapi")
                .then()
                .body(containsString("/feeds/{feedId}/lateness"))
                .body(containsString("/completeness"));
    }

    @Test
    void lets_no_other_district_see_or_use_it() {
        String feed = district.register("0019");
        DeliveringDistrict other = DeliveringDistrict.with(FeedCalendar.today(clock.instant()));
        other.calls().call().get(other.calls().path("feeds/" + feed)).then().statusCode(404);
        other.calls().call().get(calls.path("feeds/" + feed)).then().statusCode(404);
        other.calls().call().get(other.calls().path("feeds")).then().body("items", hasSize(0));
        other.calls()
                .call()
                .body(district.agreement("Absence", 5))
                .post(other.calls().path("feeds"))
                .then()
                .statusCode(400)
                .body("field", equalTo("measureIds[0]"));
    }
}
