package org.inpractice.measurement.feedback;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class FeedbackTest {
    /** Of a thousand students, from August 2023 to August 2024, then from September 2024 on. */
    private static final int[] BEFORE = {240, 251, 243, 262, 249, 238, 255, 244, 239, 260, 247, 252, 241};

    private static final int[] LOWER = {190, 185, 201, 188, 179, 194, 183, 190};
    private static final int[] SAME = {246, 239, 255, 241, 258, 243, 250, 240};

    @Inject
    DataSource dataSource;

    private final District district = new District();

    @Test
    void says_improved_from_a_cycle_that_came_over_the_topic() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        UUID cycle = UUID.randomUUID();
        district.plan(cycle);
        district.start(cycle, "2024-09-01", measure, "1");
        // when
        ValidatableResponse feedback = district.awaitFeedback(cycle);
        // then
        feedback.body("verdict", equalTo("improved"))
                .body("ruleSet", equalTo("perla-v2"))
                .body("fromSequence", equalTo(2))
                .body("toSequence", equalTo(22))
                .body("startedOn", equalTo("2024-09-01"))
                .body("measures[0].role", equalTo("outcome"))
                .body("measures[0].pointsBefore", equalTo(13))
                .body("measures[0].pointsSince", equalTo(8))
                .body("measures[0].medianBefore", equalTo(24.7f))
                .body("measures[0].medianSince", equalTo(18.9f))
                .body("measures[0].change", equalTo(-5.8f))
                .body("measures[0].shift.points", equalTo(8))
                .body("measures[0].shift.way", equalTo("down"))
                .body("measures[0].firstObservation.period", equalTo("2023-08"))
                .body("measures[0].lastObservation.period", equalTo("2025-04"))
                .body("measures[0].lastObservation.eventId", notNullValue())
                .body("prediction.cameTrue", equalTo(true))
                .body("decision", nullValue())
                .body("cyclesStream.fromSequence", equalTo(1))
                .body("cyclesStream.toSequence", equalTo(2))
                .body("rules.shiftPoints", equalTo(6));
    }

    @Test
    void says_no_signal_yet_and_shows_study_decision_and_failures_beside_it() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, SAME);
        UUID cycle = UUID.randomUUID();
        UUID failure = UUID.randomUUID();
        district.plan(cycle);
        district.start(cycle, "2024-09-03", measure, "1");
        district.studyAndDecide(cycle);
        district.reportAndReviewFailure(failure, cycle);
        // when
        Awaitility.await()
                .untilAsserted(() -> district.feedback(cycle, null)
                        .body("decision.decision", equalTo("abandon"))
                        .body("failures", hasSize(1))
                        .body("failures[0].reviewedOn", equalTo("2025-05-09")));
        // then
        district.feedback(cycle, null)
                .body("verdict", equalTo("no_signal_yet"))
                .body("measures[0].leftOut.inStartPeriod", equalTo(1))
                .body("measures[0].pointsSince", equalTo(7))
                .body("prediction.cameTrue", equalTo(false))
                .body("study.learned", equalTo("Prizes do not help."))
                .body("failures[0].failureId", equalTo(failure.toString()));
    }

    @Test
    void computes_without_small_groups_unless_the_reader_may_see_them() {
        // given
        UUID measure = district.defineRate("Suspensions", "decrease");
        district.postMonths(
                measure, "1", 10, new int[] {5, 4, 5, 6, 5, 4, 5, 6, 5, 4, 5}, new int[] {1, 1, 2, 1, 1, 0});
        UUID cycle = UUID.randomUUID();
        district.plan(cycle);
        district.start(cycle, "2024-09-01", measure, "1");
        // when
        district.awaitFeedback(cycle).body("verdict", equalTo("improved"));
        ValidatableResponse withoutScope = district.withoutSmallCells().feedback(cycle, null);
        // then
        withoutScope
                .body("verdict", equalTo("insufficient_data"))
                .body("measures[0].leftOut.suppressed", equalTo(17))
                .body("measures[0].medianBefore", nullValue())
                .body("measures[0].firstObservation", nullValue());
    }

    @Test
    void answers_as_of_an_instant_what_was_known_then() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, new int[] {190, 185, 201, 188, 179});
        UUID cycle = UUID.randomUUID();
        district.plan(cycle);
        district.start(cycle, "2024-09-01", measure, "1");
        district.awaitFeedback(cycle).body("verdict", equalTo("no_signal_yet"));
        String then = district.lastRecordedAt(measure, "1");
        // when
        district.postMonth(measure, "1", "2025-02", 194, 1000);
        district.postMonth(measure, "1", "2024-09", 195, 1000);
        // then
        district.feedback(cycle, null)
                .body("verdict", equalTo("improved"))
                .body("toSequence", greaterThanOrEqualTo(21));
        district.feedback(cycle, then)
                .body("verdict", equalTo("no_signal_yet"))
                .body("measures[0].pointsSince", equalTo(5))
                .body("toSequence", equalTo(19));
        district.get("cycles/" + cycle + "/feedback?asOf=2020-01-01T00:00:00Z")
                .statusCode(404)
                .body("code", equalTo("CYCLE_NOT_KNOWN"));
    }

    @Test
    void says_of_an_unknown_cycle_that_it_may_be_on_its_way_and_of_a_planned_one_that_it_has_not_started() {
        district.get("cycles/" + UUID.randomUUID() + "/feedback")
                .statusCode(404)
                .body("detail", containsString("on its way"));
        UUID cycle = UUID.randomUUID();
        district.plan(cycle);
        Awaitility.await()
                .untilAsserted(() -> district.get("cycles/" + cycle + "/feedback")
                        .statusCode(409)
                        .body("code", equalTo("CYCLE_NOT_STARTED")));
    }

    @Test
    void finds_the_only_site_of_a_cycle_that_names_none_and_lacks_data_for_a_measure_nobody_observed() {
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        UUID cycle = UUID.randomUUID();
        district.plan(cycle);
        district.start(cycle, "2024-09-01", measure, null);
        district.awaitFeedback(cycle).body("verdict", equalTo("improved")).body("measures[0].siteId", equalTo("1"));
        UUID other = UUID.randomUUID();
        district.plan(other);
        district.start(other, "2024-09-01", district.defineRate("Nobody looks", "decrease"), null);
        district.awaitFeedback(other)
                .body("verdict", equalTo("insufficient_data"))
                .body("measures[0].cautions", empty());
    }

    @Test
    void takes_an_event_that_comes_twice_once_and_rebuilds_to_the_same_rows() throws SQLException {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        UUID cycle = UUID.randomUUID();
        district.plan(cycle);
        district.start(cycle, "2024-09-01", measure, "1");
        district.sendAgain();
        district.studyAndDecide(cycle);
        district.reportAndReviewFailure(UUID.randomUUID(), cycle);
        Awaitility.await()
                .untilAsserted(() -> district.feedback(cycle, null)
                        .body("decision.decision", equalTo("abandon"))
                        .body("failures[0].reviewedOn", notNullValue()));
        List<String> live = rows();
        // when
        district.post("/v1/admin/read-models/feedback/rebuild").statusCode(202);
        Awaitility.await()
                .until(() -> query("select state from read_model_rebuild where read_model = 'feedback'")
                        .equals(List.of("done")));
        // then
        assertFalse(live.isEmpty());
        assertEquals(live, rows());
        assertEquals(List.of("4"), query("select count(*)::text from followed_cycle where cycle_id = '" + cycle + "'"));
    }

    private List<String> rows() throws SQLException {
        List<String> rows = query("select to_json(f)::text from followed_cycle f order by 1");
        rows.addAll(query("select to_json(f)::text from followed_failure f order by 1"));
        return rows;
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
