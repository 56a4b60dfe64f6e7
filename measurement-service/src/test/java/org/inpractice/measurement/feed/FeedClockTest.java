package org.inpractice.measurement.feed;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the clock says, on the real database. The service's own look may come in between at any time. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class FeedClockTest {
    @Inject
    FeedClock feedClock;

    @Inject
    Transactions transactions;

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
    void says_once_what_is_late_and_once_that_it_has_caught_up() throws SQLException {
        // given
        district.tell("0019", 5);
        district.tell("0019", 4, "\"status\": \"not_reported\"");
        String feed = district.register("0019", "0020");

        // when
        look();
        look();

        // then
        assertEquals(6, district.late().size());
        assertEquals(0, district.caughtUp().size());
        ValidatableResponse page = district.late(feed, "?limit=4")
                .body("items.siteId", contains("0020", "0020", "0019", "0020"))
                .body(
                        "items.period",
                        contains(district.month(5), district.month(4), district.month(3), district.month(3)))
                .body("items.days", everyItem(greaterThan(27)))
                .body(
                        "items[0].dueOn",
                        equalTo(district.firstDay(4).minusDays(1).toString()));
        String next = page.extract().path("next");
        district.late(feed, "?limit=4&cursor=" + next)
                .body("items.siteId", contains("0019", "0020"))
                .body("next", nullValue());

        // when
        district.tell("0019", 3, "\"status\": \"suppressed\"");
        look();
        district.tell("0019", 3, "\"numerator\": 40, \"denominator\": 500");
        look();

        // then
        assertEquals(6, district.late().size());
        List<Map<String, Object>> caughtUp = district.caughtUp();
        assertEquals(1, caughtUp.size());
        assertEquals(district.month(3), ((Map<?, ?>) caughtUp.getFirst().get("data")).get("period"));
        assertEquals("measurement-service", caughtUp.getFirst().get("actor"));
        assertEquals(
                district.events("improvement.observation.recorded.v1").getLast().get("id"),
                caughtUp.getFirst().get("causationid"));
        district.late(feed, "").body("items", hasSize(5)).body("next", nullValue());
    }

    @Test
    void says_nothing_of_what_is_there_and_takes_what_was_withdrawn_for_missing() throws SQLException {
        // given
        district.tell("0019", 5);
        district.tell("0019", 4);
        String withdrawn = district.tell("0019", 3);
        district.tell("0019", 2, "\"status\": \"suppressed\"");
        calls.call()
                .body("{\"reason\": \"Another school's\"}")
                .post(calls.path("observations/" + withdrawn + "/withdrawal"))
                .then()
                .statusCode(200);
        String feed = district.register("0019");

        // when
        look();

        // then
        district.late(feed, "").body("items.period", contains(district.month(3)));
    }

    @Test
    void expects_sites_that_nobody_named_from_their_first_period_on() throws SQLException {
        // given
        district.tell("0019", 4);
        String feed = district.register();

        // when
        look();

        // then
        district.late(feed, "")
                .body("items.siteId", contains("0019", "0019"))
                .body("items.period", contains(district.month(3), district.month(2)));

        // when another site appears, and an older period of the first
        district.tell("0020", 3);
        district.tell("0019", 5);
        district.tell("0019", 3);
        feedClock.run(clock.instant().plus(Duration.ofDays(200)));

        // then what lies behind is late too, and what was there is not
        assertEquals(
                Set.of("0019 " + district.month(3), "0019 " + district.month(2), "0020 " + district.month(2)), past());
    }

    @Test
    void judges_anew_by_new_terms_and_says_nothing_twice() throws SQLException {
        // given
        String feed = district.register("0019", "0020");
        look();
        assertEquals(8, district.late().size());

        // when
        district.revise(feed, 1, district.agreement("Longer", 6, "0019")).then().statusCode(200);
        look();

        // then
        assertEquals(9, district.late().size());
        district.late(feed, "").body("items.siteId", contains("0019", "0019", "0019", "0019", "0019"));

        // when
        String patient = district.agreement("Longer", 6, "0019").replace("\"graceDays\": 0", "\"graceDays\": 366");
        district.revise(feed, 2, patient).then().statusCode(200);
        look();

        // then
        district.late(feed, "").body("items", hasSize(0));

        // when
        calls.call()
                .body("{\"reason\": \"The system was replaced\"}")
                .post(calls.path("feeds/" + feed + "/retirement"))
                .then()
                .statusCode(200);
        look();

        // then
        district.late(feed, "").body("items", hasSize(0));
        assertEquals(9, district.late().size());
        assertEquals(List.of("0"), column("select count(*) from feed_expectation where feed_id = '" + feed + "'"));
    }

    private void look() throws SQLException {
        feedClock.run(clock.instant());
    }

    /** Site and period of what was said to be late of months that have ended. */
    private Set<String> past() {
        Set<String> past = new HashSet<>();
        for (Map<String, Object> event : district.late()) {
            Map<?, ?> data = (Map<?, ?>) event.get("data");
            if (LocalDate.parse((String) data.get("periodStart")).isBefore(district.firstDay(1))) {
                past.add(data.get("siteId") + " " + data.get("period"));
            }
        }
        return past;
    }

    private List<String> column(String sql) throws SQLException {
        return transactions.call(connection -> {
            List<String> found = new ArrayList<>();
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
    }
}
