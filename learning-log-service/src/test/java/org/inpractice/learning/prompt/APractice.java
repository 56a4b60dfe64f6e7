package org.inpractice.learning.prompt;

import java.util.UUID;
import org.inpractice.learning.OtherServices;
import org.inpractice.stream.RecordedEvent;

/** A district's cycle with an outcome and a balancing measure, told by the other services. */
record APractice(OtherServices told, UUID cycle, UUID outcome, UUID balancing) {
    static final String SITE = "19647330112536";

    static APractice in(String districtId) {
        return new APractice(new OtherServices(districtId), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    APractice planned() {
        measure(outcome, "Chronic absence", "rate", "percent");
        measure(balancing, "Late buses", "rate", "percent");
        told.cycles(
                "cycle.planned", """
                {"cycleId": "%s", "changeIdeaId": "%s", "changeIdea": "Call home early", "rung": 1, "measures": %s,
                 "prediction": %s, "siteId": "%s", "studentGroup": "all", "owner": "team"}
                """.formatted(cycle, UUID.randomUUID(), measures(), prediction("2025-11-14"), SITE));
        return this;
    }

    APractice started(String by) {
        planned();
        told.cycles("cycle.started", """
                {"cycleId": "%s", "startedOn": "2025-09-03", "changeIdeaId": "%s", "changeIdea": "Call home early",
                 "prediction": %s, "measures": %s, "siteId": "%s", "studentGroup": "all"}
                """.formatted(cycle, UUID.randomUUID(), prediction(by), measures(), SITE));
        return this;
    }

    private String measures() {
        return """
                [{"measureId": "%s", "role": "outcome"}, {"measureId": "%s", "role": "balancing"}]""".formatted(outcome, balancing);
    }

    private String prediction(String by) {
        return """
                {"statement": "It falls by 4 points", "measureId": "%s", "direction": "decrease", "amount": 4,
                 "unit": "percentage points", "by": "%s"}""".formatted(outcome, by);
    }

    private void measure(UUID id, String name, String valueType, String unit) {
        told.measures("measure.defined", """
                {"measureId": "%s", "name": "%s", "kind": "outcome", "valueType": "%s", "unit": "%s",
                 "direction": "decrease", "period": "month", "owner": "office", "countsPeople": true}
                """.formatted(id, name, valueType, unit));
    }

    RecordedEvent signal(UUID measure, String role, boolean better, UUID causationId) {
        return told.measures("signal.detected", """
                {"cycleId": "%s", "measureId": "%s", "role": "%s", "siteId": "%s", "studentGroup": "all",
                 "rule": "shift", "way": "up", "better": %s, "points": 6, "firstPeriod": "2025-10",
                 "lastPeriod": "2026-03", "meaning": "A shift: 6 points in a row above the median from before.",
                 "toSequence": 411, "ruleSet": "perla-v2"}
                """.formatted(cycle, measure, role, SITE, better), causationId);
    }

    RecordedEvent verdict(String verdict, double estimate, UUID causationId) {
        return told.measures(
                "feedback.changed",
                """
                {"cycleId": "%s", "siteId": "%s", "studentGroup": "all", "verdict": "%s", "why": "It says so.",
                 "measureId": "%s", "effect": {"estimate": %s, "unit": "percentage points", "level": 0.95, "low": %s,
                 "high": %s, "method": "two_proportions"}, "fromSequence": 1, "toSequence": 2, "ruleSet": "perla-v2"}
                """.formatted(cycle, SITE, verdict, outcome, estimate, estimate - 1, estimate + 1),
                causationId);
    }

    RecordedEvent decided(String decision) {
        return told.cycles("cycle.decided", """
                {"cycleId": "%s", "decision": "%s", "rationale": "Because", "decidedOn": "2026-01-15"}
                """.formatted(cycle, decision));
    }

    RecordedEvent late(UUID feed, String site, String period) {
        return told.measures("feed.late", """
                {"feedId": "%s", "measureId": "%s", "siteId": "%s", "studentGroup": "all", "period": "%s",
                 "periodStart": "%s-01", "periodEnd": "%s-28", "dueOn": "2025-10-10", "lateSince": "2025-10-11T12:00:00Z"}
                """.formatted(feed, outcome, site, period, period, period));
    }

    RecordedEvent caughtUp(UUID feed, String site, String period) {
        return told.measures("feed.caught-up", """
                {"feedId": "%s", "measureId": "%s", "siteId": "%s", "studentGroup": "all", "period": "%s",
                 "periodStart": "%s-01", "periodEnd": "%s-28", "dueOn": "2025-10-10", "arrivedAt": "2025-10-12T12:00:00Z",
                 "daysLate": 2}
                """.formatted(feed, outcome, site, period, period, period));
    }

    /** A data point of the balancing measure. */
    UUID observed(String period, String numbers) {
        UUID observation = UUID.randomUUID();
        observed(observation, "recorded", period, numbers);
        return observation;
    }

    RecordedEvent observed(UUID observation, String what, String period, String numbers) {
        return told.measures(
                "observation." + what, """
                {"observationId": "%s", "measureId": "%s", "siteId": "%s", "studentGroup": "all", "period": "%s",
                 "periodStart": "%s-01", "periodEnd": "%s-28", %s}
                """.formatted(observation, balancing, SITE, period, period, period, numbers));
    }

    static String percent(double percent) {
        return "\"status\": \"reported\", \"numerator\": %d, \"denominator\": 1000".formatted(Math.round(percent * 10));
    }
}
