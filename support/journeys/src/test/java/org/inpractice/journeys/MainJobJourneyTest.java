package org.inpractice.journeys;

import static org.awaitility.Awaitility.await;
import static org.inpractice.stack.LocalService.IMPROVEMENT_CYCLES;
import static org.inpractice.stack.LocalService.LEARNING_LOG;
import static org.inpractice.stack.LocalService.MEASUREMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.inpractice.stack.LocalService;
import org.junit.jupiter.api.Test;

class MainJobJourneyTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Services services = Services.running();
    private final Evidence evidence = new Evidence(services);

    @Test
    void a_district_learns_from_a_cycle_that_its_outcome_improved() throws Exception {
        // given a district whose attendance rose after a cycle began
        Caller caller = new Caller(services, "0612345");
        DistrictYear year = new DistrictYear(caller);
        year.begin();
        for (int step = 0; step < DistrictYear.STEPS; step++) {
            year.step(step);
        }

        // when it asks what came of the cycle, and goes on from there
        JsonNode feedback = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Caller.json(caller.get(MEASUREMENT, "cycles/" + year.cycleId() + "/feedback")),
                        answer -> answer.path("verdict").asText().equals("improved"));
        study(caller, year.cycleId(), feedback);
        String failureId = caller.post(LEARNING_LOG, "failures", """
                {'kind': 'failure', 'whatHappened': 'Two families were never called',
                 'happenedAt': '2025-03-03T18:00:00Z', 'impact': 'Both children missed a week', 'cycleId': '%s'}
                """.formatted(year.cycleId()), "failure")
                .createdId();
        caller.post(LEARNING_LOG, "failures/" + failureId + "/review", """
                {'contributingFactors': ['The list is made by hand'], 'wentWell': [], 'lessons': ['Make it by machine'],
                 'actions': [{'what': 'Make the list from the attendance system', 'owner': 'clerk', 'due': '2025-04-01'}],
                 'reviewedOn': '2025-03-10'}
                """, "review");

        // then the history tells all of it, each service's events in their order
        List<JsonNode> history = awaitWholeHistory(caller);
        for (LocalService service : LocalService.values()) {
            List<Long> numbers = history.stream()
                    .filter(event -> event.path("source").asText().equals(service.serviceName()))
                    .map(event -> event.path("districtSeq").asLong())
                    .toList();
            assertEquals(numbers.stream().sorted().toList(), numbers, service.serviceName());
            assertEquals(numbers.size(), numbers.isEmpty() ? 0 : numbers.getLast(), service.serviceName());
        }
        assertEquals(
                List.of(
                        "improvement.cycle.planned.v1",
                        "improvement.cycle.started.v1",
                        "improvement.cycle.studied.v1",
                        "improvement.cycle.decided.v1",
                        "improvement.cycle.planned.v1"),
                history.stream()
                        .map(event -> event.path("type").asText())
                        .filter(type -> type.startsWith("improvement.cycle.") && !type.contains("noted"))
                        .toList());
        assertTrue(
                history.stream()
                        .anyMatch(event -> event.path("type").asText().equals("improvement.failure.reviewed.v1")),
                "the review is missing");
    }

    @Test
    void the_trace_of_a_request_goes_with_its_event_to_the_topic() {
        // given
        Caller caller = new Caller(services, "0612346");

        // when
        String measureId = caller.post(
                        MEASUREMENT,
                        "measures",
                        """
                        {'name': 'Attendance', 'kind': 'outcome', 'valueType': 'rate', 'unit': 'share of students',
                         'direction': 'increase', 'period': 'week', 'owner': 'Data team'}
                        """,
                        "traced-measure",
                        "traceparent: 00-" + TRACE_ID + "-00f067aa0ba902b7-01")
                .createdId();

        // then
        List<String> traces =
                await().atMost(Duration.ofSeconds(30)).until(() -> tracesOf(measureId), all -> !all.isEmpty());
        assertTrue(traces.getFirst().contains(TRACE_ID), () -> "the record's traceparent is " + traces);
    }

    private List<String> tracesOf(String measureId) {
        List<String> traces = new ArrayList<>();
        evidence.topic(MEASUREMENT).forEach(received -> {
            Header subject = received.headers().lastHeader("ce_subject");
            Header trace = received.headers().lastHeader("traceparent");
            if (new String(subject.value(), StandardCharsets.UTF_8).equals("measure/" + measureId)) {
                traces.add(trace == null ? "missing" : new String(trace.value(), StandardCharsets.UTF_8));
            }
        });
        return traces;
    }

    private static void study(Caller caller, String cycleId, JsonNode feedback) {
        caller.post(
                IMPROVEMENT_CYCLES,
                "cycles/" + cycleId + "/study",
                """
                {'comparedWithPrediction': 'More than predicted', 'whatHappened': 'Nine calls of ten in time',
                 'learned': 'Early calls work', 'studiedOn': '2025-09-08',
                 'feedback': {'verdict': '%s', 'fromSequence': %d, 'toSequence': %d, 'ruleSet': '%s'}}
                """.formatted(
                                feedback.path("verdict").asText(),
                                feedback.path("fromSequence").asLong(),
                                feedback.path("toSequence").asLong(),
                                feedback.path("ruleSet").asText()),
                "study");
        caller.post(IMPROVEMENT_CYCLES, "cycles/" + cycleId + "/decision", """
                {'decision': 'adapt', 'rationale': 'It works; now with more callers', 'decidedOn': '2025-09-09',
                 'next': {'changeIdea': 'Class teachers call', 'prediction': {'statement': 'Two points more'}}}
                """, "decision");
    }

    private List<JsonNode> awaitWholeHistory(Caller caller) throws Exception {
        int expected = 0;
        for (LocalService service : LocalService.values()) {
            expected += evidence.stream(service, caller.district()).size();
        }
        int all = expected;
        return await().atMost(Duration.ofSeconds(60)).until(() -> evidence.history(caller), told -> told.size() >= all);
    }
}
