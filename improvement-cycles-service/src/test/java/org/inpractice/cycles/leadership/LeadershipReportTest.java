package org.inpractice.cycles.leadership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** The cadence a district sets itself, and the report whether it is kept. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class LeadershipReportTest extends ReviewsHeld {
    @Test
    void the_report_compares_reviews_with_the_cadence() {
        // given
        String aim = district.aim();
        String never = district.aim();
        district.get("leadership-cadence").header("ETag", "\"0\"").body("settings", empty());
        Instant before = clock.instant();
        cadence(null, "{\"everyDays\":28}").then().statusCode(428);
        cadence("\"0\"", "{\"everyDays\":28,\"graceDays\":3,\"from\":\"2025-09-01\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        cadence("\"0\"", "{\"everyDays\":14}").then().statusCode(412);
        held("2025-10-01", aim);
        held("2025-11-10", aim);
        String barrier = barrier();
        district.post("barriers/" + barrier + "/removal", "{\"how\":\"Gone\",\"on\":\"2025-09-21\"}")
                .then()
                .statusCode(200);
        // then
        district.get("leadership-report?to=2025-11-20")
                .body("reviews.held", equalTo(2))
                .body("reviews.judged", equalTo(2))
                .body("reviews.inTime", equalTo(1))
                .body("reviews.shareInTime", equalTo(0.5f))
                .body("reviews.longestGap.days", equalTo(40))
                .body("reviews.nextDue", equalTo("2025-12-08"))
                .body("reviews.daysOverdue", equalTo(0))
                .body("attendance.share", equalTo(0.5f))
                .body("attendance.people.name", contains("Luis Romero", "Maya Ortiz"))
                .body("aims.aimId", contains(never, aim))
                .body("barriers.medianDaysOpen", equalTo(20))
                .body("barriers.howComputed", containsString("Kaplan"));
        district.get("leadership-report?from=2025-11-01&to=2025-12-20")
                .body("reviews.held", equalTo(1))
                .body("reviews.daysOverdue", equalTo(9));
        district.get("leadership-report?asOf=" + before)
                .body("reviews.held", equalTo(0))
                .body("reviews.nextDue", nullValue())
                .body("aims", hasSize(2));
    }

    @Test
    void bad_cadences_and_bad_questions_are_refused() {
        for (String bad : List.of(
                "{}",
                "{\"everyDays\":0}",
                "{\"everyDays\":367}",
                "{\"everyDays\":7,\"graceDays\":7}",
                "{\"everyDays\":7.5}",
                "{\"everyDays\":7,\"from\":\"+99999-01-01\"}")) {
            cadence("\"0\"", bad).then().statusCode(400);
        }
        for (String query : List.of("from=x", "to=2025-13-01", "asOf=x", "from=2025-10-02&to=2025-10-01")) {
            district.as("ana")
                    .get(district.path("leadership-report?" + query))
                    .then()
                    .statusCode(400);
        }
    }
}
