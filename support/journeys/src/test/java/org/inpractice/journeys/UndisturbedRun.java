package org.inpractice.journeys;

import static org.awaitility.Awaitility.await;
import static org.inpractice.stack.LocalService.MEASUREMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.inpractice.journeys.Evidence.StreamEvent;
import org.inpractice.stack.LocalService;

/** One district's year while nothing happened to any service, and the comparison of others with it. */
final class UndisturbedRun {
    private static final Duration EVENTS_ARRIVE_WITHIN = Duration.ofSeconds(90);

    private static UndisturbedRun done;

    private final Evidence evidence;
    private final Map<LocalService, String> tales = new HashMap<>();
    private final String feedback;

    private UndisturbedRun(Services services) throws Exception {
        evidence = new Evidence(services);
        DistrictYear year = new DistrictYear(new Caller(services, "1900000"));
        year.begin();
        for (int step = 0; step < DistrictYear.STEPS; step++) {
            year.step(step);
        }
        List<JsonNode> history = wholeHistory(year);
        for (LocalService service : LocalService.values()) {
            tales.put(service, Evidence.tale(history, service));
        }
        feedback = await().atMost(EVENTS_ARRIVE_WITHIN)
                .until(() -> feedback(year), answer -> answer.contains("\"verdict\":\"improved\""));
    }

    static synchronized UndisturbedRun on(Services services) throws Exception {
        if (done == null) {
            done = new UndisturbedRun(services);
        }
        return done;
    }

    /** Every acknowledged observation is there exactly once, and everything is as if nothing had happened. */
    void assertSameAs(Load load) throws Exception {
        for (DistrictYear year : load.years()) {
            await().atMost(EVENTS_ARRIVE_WITHIN)
                    .untilAsserted(() ->
                            assertEquals(feedback, feedback(year), year.caller().district()));
        }
        await().atMost(EVENTS_ARRIVE_WITHIN).until(evidence::isJudged);
        Map<LocalService, Map<String, List<StreamEvent>>> streams = new HashMap<>();
        for (DistrictYear year : load.years()) {
            String district = year.caller().district();
            for (LocalService service : LocalService.values()) {
                streams.computeIfAbsent(service, key -> new HashMap<>())
                        .put(district, evidence.stream(service, district));
            }
            assertRecordedOnce(year, streams.get(MEASUREMENT).get(district));
            List<JsonNode> history = wholeHistory(year);
            Set<String> ids = history.stream()
                    .map(event -> event.path("eventId").asText())
                    .collect(Collectors.toCollection(HashSet::new));
            assertEquals(ids.size(), history.size(), "the history of " + district + " has an event twice");
            for (LocalService service : LocalService.values()) {
                assertEquals(tales.get(service), Evidence.tale(history, service), district);
            }
            Evidence.assertVerdictsFollow(history);
        }
        streams.forEach(evidence::assertPublished);
    }

    private static void assertRecordedOnce(DistrictYear year, List<StreamEvent> stream) {
        Set<String> lost = new TreeSet<>(year.acknowledgedObservations());
        Set<String> doubled = new TreeSet<>();
        Set<String> recorded = new HashSet<>();
        for (StreamEvent event : stream) {
            if (event.type().equals("improvement.observation.recorded") && !recorded.add(event.streamId())) {
                doubled.add(event.streamId());
            }
        }
        lost.removeAll(recorded);
        assertEquals(
                Set.of(),
                lost,
                "acknowledged and not in the stream of " + year.caller().district());
        assertEquals(Set.of(), doubled, "recorded twice in " + year.caller().district());
        assertEquals(DistrictYear.STEPS, year.acknowledgedObservations().size());
    }

    private List<JsonNode> wholeHistory(DistrictYear year) throws Exception {
        int expected = 0;
        for (LocalService service : LocalService.values()) {
            expected += evidence.stream(service, year.caller().district()).size();
        }
        int all = expected;
        return await().atMost(EVENTS_ARRIVE_WITHIN)
                .until(() -> evidence.history(year.caller()), told -> told.size() >= all);
    }

    private static String feedback(DistrictYear year) {
        return Evidence.withoutIdsAndClocks(year.caller()
                .get(MEASUREMENT, "cycles/" + year.cycleId() + "/feedback")
                .text());
    }
}
