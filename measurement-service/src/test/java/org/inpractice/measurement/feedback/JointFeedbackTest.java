package org.inpractice.measurement.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class JointFeedbackTest {
    private static final int[] BEFORE = {240, 251, 243, 262, 249, 238, 255, 244, 239, 260, 247, 252, 241};
    private static final int[] LOWER = {190, 185, 201, 188, 179, 194};
    private static final int[] HIGHER = {290, 285, 301, 288, 279, 294};

    private final District district = new District();

    @Test
    void puts_the_cycles_of_an_aim_beside_each_other_and_hides_none_that_harmed() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        district.postMonths(measure, "2", 1000, BEFORE, HIGHER);
        UUID aim = UUID.randomUUID();
        UUID idea = UUID.randomUUID();
        UUID good = UUID.randomUUID();
        UUID bad = UUID.randomUUID();
        UUID ofOtherAim = UUID.randomUUID();
        district.plan(good, aim, idea);
        district.plan(bad, UUID.randomUUID(), UUID.randomUUID());
        district.revisePlan(bad, aim, UUID.randomUUID());
        district.plan(UUID.randomUUID(), aim, idea);
        district.plan(ofOtherAim, UUID.randomUUID(), idea);
        district.start(good, "2024-09-01", measure, "1");
        district.start(bad, "2024-09-01", measure, "2");
        district.start(ofOtherAim, "2024-09-01", measure, "3");
        // when
        district.awaitFeedback(ofOtherAim);
        // then
        district.get("aims/" + aim + "/feedback")
                .statusCode(200)
                .body("aimId", equalTo(aim.toString()))
                .body("verdict", equalTo("improved_at_expense"))
                .body("why", equalTo("Of 2 cycles that started, 1 improved its outcome and 1 made its outcome worse."))
                .body("rule", containsString("not averaged"))
                .body("summary", containsString("at site 2"))
                .body("cycles.cycleId", contains(good.toString(), bad.toString()))
                .body("cycles.verdict", contains("improved", "worsened"))
                .body("cycles[0].measures[0].effect.interval.high", lessThan(0f))
                .body("cycles[0].predictionCameTrue", equalTo(true))
                .body("notStarted", equalTo(1))
                .body("toSequence", equalTo(39));
        district.get("change-ideas/" + idea + "/feedback")
                .statusCode(200)
                .body("aimId", nullValue())
                .body("verdict", equalTo("improved"))
                .body("cycles.verdict", contains("improved", "insufficient_data"));
    }

    @Test
    void answers_as_of_an_instant_and_knows_no_aim_without_cycles() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        UUID aim = UUID.randomUUID();
        UUID cycle = UUID.randomUUID();
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        district.plan(cycle, aim, UUID.randomUUID());
        district.recordAt(Instant.parse("2024-09-02T08:00:00Z"));
        district.start(cycle, "2024-09-01", measure, "1");
        // when
        district.awaitFeedback(cycle);
        // then
        district.get("aims/" + aim + "/feedback?asOf=2024-09-01T09:00:00Z")
                .statusCode(200)
                .body("verdict", equalTo("insufficient_data"))
                .body("cycles", empty())
                .body("notStarted", equalTo(1));
        district.get("aims/" + aim + "/feedback").body("cycles", hasSize(1)).body("verdict", equalTo("improved"));
        district.get("aims/" + aim + "/feedback?asOf=2024-08-01T08:00:00Z")
                .statusCode(404)
                .body("code", equalTo("AIM_NOT_KNOWN"));
        district.get("change-ideas/" + UUID.randomUUID() + "/feedback")
                .statusCode(404)
                .body("code", equalTo("CHANGE_IDEA_NOT_KNOWN"));
        district.get("aims/none/feedback").statusCode(400);
        district.get("aims/" + aim + "/feedback?asOf=yesterday").statusCode(400);
    }

    @Test
    void says_of_an_instant_the_same_for_ever_whatever_is_corrected_later() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        UUID aim = UUID.randomUUID();
        UUID cycle = UUID.randomUUID();
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        district.plan(cycle, aim, UUID.randomUUID());
        district.start(cycle, "2024-09-01", measure, "1");
        awaitTold("improved");
        String then = district.lastRecordedAt(measure, "1");
        String said = cycleReport(cycle, then);
        String saidOfAim = aimReport(aim, then);
        // when
        district.postMonth(measure, "1", "2024-11", 270, 1000);
        district.postMonth(measure, "1", "2023-11", 900, 1000);
        district.withdrawLast(measure, "1");
        district.postMonth(measure, "1", "2025-04", 100, 1000);
        awaitTold("no_signal_yet");
        // then
        assertEquals(said, cycleReport(cycle, then));
        assertEquals(saidOfAim, aimReport(aim, then));
        assertNotEquals(said, cycleReport(cycle, "2100-01-01T00:00:00Z"));
    }

    private void awaitTold(String verdict) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> district.get("events?limit=500&after=0")
                        .body(
                                "events.findAll { it.type == 'improvement.feedback.changed.v1' }.data.verdict",
                                hasItem(verdict)));
    }

    private String cycleReport(UUID cycle, String asOf) {
        return district.feedback(cycle, asOf).extract().asString();
    }

    private String aimReport(UUID aim, String asOf) {
        return district.get("aims/" + aim + "/feedback?asOf=" + asOf)
                .statusCode(200)
                .extract()
                .asString();
    }
}
