package org.inpractice.cycles.leadership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.inpractice.cycles.District;
import org.inpractice.cycles.ReadTables;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventTableRebuild;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reviews, cadence and report over REST. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class LeadershipTest extends ReviewsHeld {
    @Inject
    DistrictStream stream;

    @Inject
    Transactions transactions;

    @Test
    void a_review_and_what_it_does_about_barriers_stand_together() {
        // given
        String aim = district.aim();
        String removed = barrier();
        String owned = barrier();
        String steps = """
                ,"barriers":{"raised":[{"what":"No substitutes","kind":"money"}],
                 "owned":[{"barrierId":"%s","owner":"Technology","until":"2025-11-01"}],
                 "removed":[{"barrierId":"%s","how":"A new export"}]}""".formatted(owned, removed);
        // when
        String review = district.post("leadership-reviews", review("2025-10-06", aim, steps))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("raisedBarrierIds", hasSize(1))
                .extract()
                .path("reviewId");
        // then
        district.get("leadership-reviews/" + review)
                .body("barriers.owned", contains(owned))
                .body("barriers.removed", contains(removed))
                .body("attendance[0].present", equalTo(true));
        district.get("barriers/" + owned).body("state", equalTo("owned")).body("steps[1].reviewId", equalTo(review));
        district.get("barriers?open=true").body("items", hasSize(2));
        List<String> causes = district.get("events?after=0").extract().path("events.causationid");
        String event = district.get("events?after=0")
                .extract()
                .path("events.find { it.type == 'improvement.leadership-review.held.v1' }.id");
        assertEquals(3, causes.stream().filter(event::equals).count());
    }

    @Test
    void the_same_review_under_the_same_key_raises_its_barriers_once() {
        // given
        String body = review(
                "2025-10-06", district.aim(), ",\"barriers\":{\"raised\":[{\"what\":\"Late\",\"kind\":\"time\"}]}");
        // when
        Response first = withKey(body);
        Response again = withKey(body);
        // then
        first.then().statusCode(201);
        assertEquals(first.asString(), again.asString());
        district.get("barriers").body("items", hasSize(1));
        district.get("leadership-reviews").body("items", hasSize(1));
    }

    private Response withKey(String body) {
        return district.as("ana")
                .contentType("application/json")
                .header("Idempotency-Key", district.id())
                .body(body)
                .post(district.path("leadership-reviews"));
    }

    @Test
    void a_review_falls_with_a_step_that_is_refused() {
        String aim = district.aim();
        String owned = barrier();
        String steps = ",\"barriers\":{\"owned\":[{\"barrierId\":\"%s\",\"owner\":\"A\",\"until\":\"2025-12-01\"}],"
                        .formatted(owned)
                + "\"removed\":[{\"barrierId\":\"%s\",\"how\":\"Gone\"}]}".formatted(aim);
        district.post("leadership-reviews", review("2025-10-06", aim, steps))
                .then()
                .statusCode(404)
                .body("code", equalTo("BARRIER_UNKNOWN"))
                .body("field", equalTo("barriers.removed[0]"));
        district.get("leadership-reviews").body("items", empty());
        district.get("barriers/" + owned).body("state", equalTo("raised"));
    }

    @Test
    void a_review_is_corrected_with_its_version_and_withdrawn_and_was_known_before() {
        // given
        String aim = district.aim();
        String review = held("2025-10-06", aim);
        Instant before = clock.instant();
        String correction = review("2025-10-07", aim, ",\"reason\":\"A slip\"");
        // when
        district.put("leadership-reviews/" + review, null, correction).then().statusCode(428);
        district.put("leadership-reviews/" + review, "\"4\"", correction).then().statusCode(412);
        district.put("leadership-reviews/" + review, "\"1\"", correction).then().statusCode(200);
        Instant corrected = clock.instant();
        district.post("leadership-reviews/" + review + "/withdrawal", "{\"reason\":\"Told twice\"}")
                .then()
                .statusCode(200);
        // then
        district.get("leadership-reviews").body("items", empty());
        district.get("leadership-reviews?withdrawn=true").body("items.withdrawal", contains("Told twice"));
        district.get("leadership-reviews/" + review + "?asOf=" + before).body("heldOn", equalTo("2025-10-06"));
        district.get("leadership-reviews?asOf=" + corrected).body("items.heldOn", contains("2025-10-07"));
        district.put("leadership-reviews/" + review, "\"3\"", correction)
                .then()
                .statusCode(409)
                .body("code", equalTo("REVIEW_IS_WITHDRAWN"));
    }

    @Test
    void reviews_are_listed_by_the_day_they_were_held_and_narrowed() {
        String aim = district.aim();
        String second = held("2025-10-06", aim);
        String first = held("2025-09-01", aim);
        String third = held("2025-11-03", district.aim());
        district.get("leadership-reviews").body("items.reviewId", contains(third, second, first));
        district.get("leadership-reviews?aimId=" + aim).body("items.reviewId", contains(second, first));
        district.get("leadership-reviews?from=2025-09-02&to=2025-10-31").body("items.reviewId", contains(second));
        String next = district.get("leadership-reviews?limit=2").extract().path("next");
        district.get("leadership-reviews?limit=2&cursor=" + next)
                .body("items.reviewId", contains(first))
                .body("next", nullValue());
    }

    @Test
    void another_district_has_no_part_in_it() {
        District other = District.any();
        String review = held("2025-10-06", district.aim());
        other.as("ana").get(other.path("leadership-reviews/" + review)).then().statusCode(404);
        other.post("leadership-reviews/" + review + "/withdrawal", "{\"reason\":\"x\"}")
                .then()
                .statusCode(404)
                .body("code", equalTo("REVIEW_UNKNOWN"));
        district.post("leadership-reviews", review("2025-10-06", other.aim(), ""))
                .then()
                .statusCode(400)
                .body("code", equalTo("REVIEW_AIM_UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2025-10-06\" | \"+99999-01-01\" | heldOn",
                "\"2025-10-06\" | \"2199-01-01\" | heldOn",
                "\"superintendent\" | \"king\" | role",
                "\"superintendent\" | \"staff\" | attendance",
                "\"Maya Ortiz\" | \" \" | name",
                "\"decided\":\"Release two hours\", | \"\" | decided",
                "\"Release two hours\" | \"a\\u0000\" | decided",
                "\"owner\":\"Cabinet\" | \"owner\":\"Cabinet\",\"due\":\"2020-01-01\" | due",
                "\"heldOn\" | \"nextReviewOn\":\"2025-10-06\",\"heldOn\" | nextReviewOn",
                "\"heldOn\" | \"barriers\":{\"removed\":[{\"how\":\"x\"}]},\"heldOn\" | barrierId",
                "\"heldOn\" | \"aim\":1,\"heldOn\" | aim",
            })
    void bad_input_is_named_by_its_field(String part, String bad, String field) {
        String body = review("2025-10-06", district.aim(), "").replace(part, bad.equals("\"\"") ? "" : bad);
        district.post("leadership-reviews", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(containsString(field));
    }

    @Test
    void rebuilt_reviews_and_cadences_equal_the_live_ones_row_for_row() throws SQLException {
        // given
        String aim = district.aim();
        String review = held("2025-10-06", aim);
        district.put("leadership-reviews/" + review, "\"1\"", review("2025-10-07", aim, ",\"reason\":\"A slip\""))
                .then()
                .statusCode(200);
        cadence("\"0\"", "{\"everyDays\":28}").then().statusCode(200);
        cadence("\"1\"", "{\"everyDays\":14}").then().statusCode(200);
        List<String> live = ReadTables.rows(transactions, "leadership_review", "leadership_cadence");
        assertFalse(live.isEmpty());
        // when
        new EventTableRebuild<>(
                        "leadership-reviews",
                        stream,
                        transactions,
                        LeadershipReviews.CODEC,
                        LeadershipReviews.ROWS,
                        clock)
                .run();
        new EventTableRebuild<>("leadership-cadences", stream, transactions, Cadences.CODEC, Cadences.ROWS, clock)
                .run();
        // then
        assertEquals(live, ReadTables.rows(transactions, "leadership_review", "leadership_cadence"));
    }
}
