package org.inpractice.measurement.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class FeedbackVerdictsTest {
    /** Of a thousand students, from August 2023 to August 2024, then from September 2024 on. */
    private static final int[] BEFORE = {240, 251, 243, 262, 249, 238, 255, 244, 239, 260, 247, 252, 241};

    private static final int[] LOWER = {190, 185, 201, 188, 179, 194, 183, 190};
    private static final int[] SAME = {246, 239, 255, 241, 258, 243, 250, 240};
    private static final int[] LOWER_BEFORE = {190, 185, 201, 188, 179, 194, 183, 190, 187, 192, 181, 195, 186};

    private final District district = new District();

    @Test
    void says_improved_at_expense_and_names_the_measure_that_suffered_and_the_one_that_is_not_here() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        UUID balance = district.defineRate("Late homework", "decrease");
        UUID nowhere = UUID.randomUUID();
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        district.postMonths(balance, "1", 1000, LOWER_BEFORE, SAME);
        UUID cycle = UUID.randomUUID();
        district.plan(cycle);
        district.start(cycle, "2024-09-01", measure, "1", Map.of("balancing", balance, "process", nowhere));
        // when
        ValidatableResponse feedback = district.awaitFeedback(cycle);
        // then
        feedback.body("verdict", equalTo("improved_at_expense"))
                .body("balancingWorsened", contains("Late homework"))
                .body("summary", containsString("Late homework got worse meanwhile"))
                .body("summary", containsString("not defined here: " + nowhere))
                .body("measures.find { it.measureId == '" + nowhere + "' }.found", equalTo(false))
                .body("measures[0].found", equalTo(true))
                .body("measures[0].baseline.stable", equalTo(true))
                .body("measures[0].signals[0].rule", equalTo("shift"))
                .body("measures[0].effect.method", equalTo("two_proportions"))
                .body("measures[0].effect.unit", equalTo("percentage points"))
                .body("measures[0].effect.better", equalTo(true))
                .body("measures[0].effect.interval.low", lessThan(-5f))
                .body("measures[0].effect.interval.high", lessThan(0f))
                .body("measures[0].segmentedRegression.points", equalTo(21))
                .body("measures[0].segmentedRegression.caveats[0]", containsString("autocorrelation"))
                .body("measures[0].completeness.reported", equalTo(21))
                .body("measures[0].provenance.eventIds", hasSize(21))
                .body("prediction.observedEffect.method", equalTo("two_proportions"));
    }

    @Test
    void says_confounded_and_names_the_other_cycle_at_the_same_site() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        UUID cycle = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        district.startBarely(UUID.randomUUID());
        district.start(elsewhere, "2024-10-01", measure, "2");
        district.start(cycle, "2024-09-01", measure, "1");
        district.start(other, "2024-10-01", measure, "1");
        // when
        district.awaitFeedback(other);
        // then
        district.feedback(cycle, null)
                .body("verdict", equalTo("confounded"))
                .body("why", containsString(other.toString()))
                .body("overlappingCycles.cycleId", contains(other.toString()))
                .body("overlappingCycles[0].measureIds", contains(measure.toString()))
                .body("summary", containsString("nobody can say which"));
        district.feedback(elsewhere, null).body("overlappingCycles", empty());
    }

    @Test
    void tells_what_changed_between_two_reports_and_why() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, new int[] {190, 185, 201, 188, 179});
        UUID cycle = UUID.randomUUID();
        district.plan(cycle);
        district.start(cycle, "2024-09-01", measure, "1");
        district.awaitFeedback(cycle);
        String from = district.lastRecordedAt(measure, "1");
        // when
        district.postMonth(measure, "1", "2025-02", 194, 1000);
        district.postMonth(measure, "1", "2024-09", 195, 1000);
        district.postMonth(measure, "1", "2025-03", 990, 1000);
        district.withdrawLast(measure, "1");
        district.recordAt(Instant.parse(from).plusMillis(1));
        district.studyAndDecide(cycle);
        String to = "2100-01-01T00:00:00Z";
        Awaitility.await()
                .untilAsserted(() -> district.feedback(cycle, null).body("decision.decision", equalTo("abandon")));
        // then
        district.changes(cycle, from, to)
                .statusCode(200)
                .body("from.verdict", equalTo("no_signal_yet"))
                .body("to.verdict", equalTo("improved"))
                .body("verdictChanged", equalTo(true))
                .body(
                        "changes.cause",
                        containsInAnyOrder(
                                "new_data",
                                "corrected_data",
                                "new_data",
                                "withdrawn_data",
                                "cycle_changed",
                                "cycle_changed"))
                .body("changes.find { it.cause == 'corrected_data' }.period", equalTo("2024-09"))
                .body("changes.find { it.cause == 'corrected_data' }.was", equalTo(19))
                .body("changes.find { it.cause == 'corrected_data' }.now", equalTo(19.5f))
                .body("changes.find { it.cause == 'corrected_data' }.eventId", notNullValue())
                .body("measures[0].pointsBefore", equalTo(5))
                .body("measures[0].pointsAfter", equalTo(6));
        district.changes(cycle, "2020-01-01T00:00:00Z", to)
                .statusCode(200)
                .body("from.verdict", nullValue())
                .body("changes.cause", hasItem("cycle_changed"));
        district.changes(cycle, to, to)
                .statusCode(200)
                .body("verdictChanged", equalTo(false))
                .body("changes", empty());
        district.changes(cycle, to, from).statusCode(400).body("field", equalTo("to"));
        district.get("cycles/" + cycle + "/feedback/changes?from=" + from)
                .statusCode(400)
                .body("field", equalTo("to"));
        district.changes(UUID.randomUUID(), from, to).statusCode(404);
    }
}
