package org.inpractice.measurement.feed;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class CompletenessReadingTest {
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
    void counts_site_by_site_what_the_feeds_expect() {
        // given
        district.tell("0019", 6);
        district.tell("0019", 5);
        district.tell("0019", 4, "\"status\": \"suppressed\"");
        district.tell("0019", 3, "\"status\": \"not_reported\"");
        String feed = district.register("0019", "0020");
        district.tell("0018", 1);

        // then: the sixth month was before the feed, and no feed delivers for 0018
        district.complete("")
                .body("items.siteId", contains("0018", "0019", "0020"))
                .body("items[0].feedIds", hasSize(0))
                .body("items[0].late", nullValue())
                .body("items[0].expected", equalTo(1))
                .body("items[1].feedIds", contains(feed))
                .body("items[1].expected", equalTo(4))
                .body("items[1].reported", equalTo(1))
                .body("items[1].suppressed", equalTo(1))
                .body("items[1].notReported", equalTo(1))
                .body("items[1].missing", equalTo(1))
                .body("items[1].late", equalTo(1))
                .body("items[1].shareComplete", equalTo(0.75f))
                .body("items[1].medianLagDays", notNullValue())
                .body("items[2].missing", equalTo(4))
                .body("items[2].late", equalTo(4))
                .body("items[2].shareComplete", equalTo(0.0f))
                .body("items[2].medianLagDays", nullValue());
        String next = district.complete("?limit=2").extract().path("next");
        district.complete("?limit=2&cursor=" + next)
                .body("items.siteId", contains("0020"))
                .body("next", nullValue());
        district.complete("?siteId=0019&from=" + district.firstDay(4) + "&to=" + district.firstDay(3))
                .body("items.expected", contains(2))
                .body("items.missing", contains(0));
        district.complete("?siteId=nobody")
                .body("items.expected", contains(0))
                .body("items.siteId", contains("nobody"));
    }

    @Test
    void tells_period_by_period_what_became_of_it() {
        district.tell("0019", 5);
        district.tell("0019", 3, "\"status\": \"not_reported\"");
        district.register("0019");
        district.complete("/periods?siteId=0019")
                .body(
                        "items.period",
                        contains(district.month(5), district.month(4), district.month(3), district.month(2)))
                .body("items.state", contains("reported", "late", "not_reported", "late"))
                .body(
                        "items[0].dueOn",
                        equalTo(district.firstDay(4).minusDays(1).toString()))
                .body("items[0].arrivedAt", notNullValue())
                .body("items[1].lagDays", nullValue());
        String next =
                district.complete("/periods?siteId=0019&limit=3").extract().path("next");
        district.complete("/periods?siteId=0019&limit=3&cursor=" + next)
                .body("items.period", contains(district.month(2)))
                .body("next", nullValue());
        calls.call()
                .get(calls.path("measures/" + district.measure() + "/completeness/periods"))
                .then()
                .statusCode(400)
                .body("field", equalTo("siteId"));
    }

    @Test
    void answers_what_was_known_and_expected_at_an_instant() {
        // given
        district.tell("0019", 5);
        String feed = district.register("0019");
        String known = calls.call().get(calls.path("feeds/" + feed)).path("registeredAt");
        String withdrawn = district.tell("0019", 4);
        calls.call()
                .body("{\"reason\": \"Wrong school\"}")
                .post(calls.path("observations/" + withdrawn + "/withdrawal"))
                .then()
                .statusCode(200);
        district.tell("0019", 3);
        district.revise(feed, 1, district.agreement("Longer", 7, "0019")).then().statusCode(200);

        // then
        district.complete("?siteId=0019")
                .body("items.expected", contains(6))
                .body("items.reported", contains(2))
                .body("items.late", contains(4));
        district.complete("?siteId=0019&asOf=" + known)
                .body("items.expected", contains(4))
                .body("items.reported", contains(1))
                .body("items.late", contains(3));
        district.complete("?asOf=2001-01-01T00:00:00Z").body("items", hasSize(0));
    }

    @Test
    void calls_a_small_group_suppressed_unless_the_reader_may_see_it() {
        district.tell("0019", 5, "\"numerator\": 2, \"denominator\": 7");
        district.register("0019");
        String path = calls.path("measures/" + district.measure() + "/completeness/periods?siteId=0019&limit=1");
        calls.call().get(path).then().body("items.state", contains("suppressed"));
        calls.with(List.of("read", "small-cells")).get(path).then().body("items.state", contains("reported"));
        district.complete("?siteId=0019").body("items.suppressed", contains(1)).body("items.reported", contains(0));
    }

    @Test
    void knows_only_its_own_measures() {
        calls.call()
                .get(calls.path("measures/" + UUID.randomUUID() + "/completeness"))
                .then()
                .statusCode(404);
        district.complete("").body("items", hasSize(0)).body("next", nullValue());
        calls.call()
                .get(calls.path("measures/" + district.measure() + "/completeness?from=x"))
                .then()
                .statusCode(400)
                .body("field", equalTo("from"));
    }
}
