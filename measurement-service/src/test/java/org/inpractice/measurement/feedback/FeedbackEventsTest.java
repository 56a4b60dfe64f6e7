package org.inpractice.measurement.feedback;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What feedback tells on the topic: once for each change, whoever judges and however often anything arrives. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class FeedbackEventsTest {
    private static final int[] BEFORE = {240, 251, 243, 262, 249, 238, 255, 244, 239, 260, 247, 252, 241};
    private static final int[] LOWER = {190, 185, 201, 188, 179, 194};

    private final EventContract contract = EventContract.ofThisRepository();
    private final District district = new District();

    @Inject
    FeedbackJudging judging;

    @Inject
    Transactions transactions;

    private ToldFeedback feedback;

    @BeforeEach
    void listen() {
        feedback = new ToldFeedback(district, transactions);
    }

    @Test
    void tells_the_first_verdict_and_its_signal_as_promised_and_caused_by_the_start() throws IOException {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        UUID cycle = UUID.randomUUID();
        // when
        district.start(cycle, "2024-09-01", measure, "1");
        List<ConsumerRecord<String, byte[]>> published =
                PublishedRecords.of(Topics.MEASURES, district.id(), 22).subList(20, 22);
        // then
        assertEquals(
                List.of(ToldFeedback.SIGNAL, ToldFeedback.CHANGED),
                published.stream()
                        .map(one -> PublishedRecords.header(one, "ce_type"))
                        .toList());
        for (ConsumerRecord<String, byte[]> one : published) {
            String data = new String(one.value(), StandardCharsets.UTF_8);
            assertEquals(List.of(), contract.violations(PublishedRecords.header(one, "ce_type"), data));
            assertEquals("feedback/" + cycle, PublishedRecords.header(one, "ce_subject"));
            assertEquals("measurement-service", PublishedRecords.header(one, "ce_actor"));
            assertEquals(district.lastSentId().toString(), PublishedRecords.header(one, "ce_causationid"));
        }
        JsonNode changed = EventJson.mapper().readTree(published.getLast().value());
        assertEquals("improved", changed.path("verdict").asText());
        assertFalse(changed.has("verdictBefore"));
        assertEquals(20, changed.path("toSequence").asLong());
        assertTrue(changed.path("effect").path("high").decimalValue().signum() < 0);
        district.feedback(cycle, null).body("toSequence", equalTo(20)).body("verdict", equalTo("improved"));
    }

    @Test
    void tells_each_change_once_whatever_comes_twice_and_is_rebuilt() throws SQLException {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        UUID cycle = UUID.randomUUID();
        district.start(cycle, "2024-09-01", measure, "1");
        feedback.awaitTold(2);
        // when
        district.postMonth(measure, "1", "2024-11", 270, 1000);
        feedback.awaitTold(3);
        String correction = feedback.lastObservationEvent();
        district.postMonth(measure, "1", "2024-11", 201, 1000);
        feedback.awaitTold(4);
        district.postMonth(measure, "1", "2025-03", 189, 1000);
        district.postMonth(measure, "2", "2025-03", 500, 1000);
        district.sendAgain();
        feedback.rebuild("feedback");
        feedback.rebuild("feedback-verdicts");
        feedback.awaitJudged();
        // then
        assertEquals(0, judging.judge(district.id()));
        List<JsonNode> told = feedback.told();
        assertEquals(
                List.of("null>improved", "improved>no_signal_yet", "no_signal_yet>improved"),
                ToldFeedback.verdicts(told));
        assertEquals(4, told.size());
        assertEquals(correction, told.get(2).path("causationid").asText());
    }

    @Test
    void tells_each_change_once_when_several_replicas_judge() throws Exception {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        UUID cycle = UUID.randomUUID();
        district.start(cycle, "2024-09-01", measure, "1");
        feedback.awaitTold(2);
        // when
        List<Future<Integer>> replicas = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                replicas.add(threads.submit(() -> {
                    int events = 0;
                    for (int round = 0; round < 60; round++) {
                        events += judging.judge(district.id());
                    }
                    return events;
                }));
            }
            for (int i = 0; i < 12; i++) {
                district.postMonth(measure, "1", "2024-11", i % 2 == 0 ? 270 : 201, 1000);
            }
        }
        feedback.awaitJudged();
        // then
        List<String> verdicts = ToldFeedback.verdicts(feedback.told());
        for (int i = 1; i < verdicts.size(); i++) {
            assertEquals(verdicts.get(i - 1).split(">", -1)[1], verdicts.get(i).split(">", -1)[0]);
            assertFalse(verdicts.get(i).equals(verdicts.get(i - 1)));
        }
        assertEquals(
                1,
                feedback.told().stream()
                        .filter(event -> event.path("type").asText().equals(ToldFeedback.SIGNAL))
                        .count());
        assertTrue(sum(replicas) <= verdicts.size() - 1);
        assertEquals("improved", verdicts.getLast().split(">", -1)[1]);
    }

    @Test
    void tells_of_both_cycles_when_a_second_one_begins_at_the_same_place() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        UUID cycle = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        district.start(cycle, "2024-09-01", measure, "1");
        feedback.awaitTold(2);
        // when
        district.start(other, "2024-09-01", measure, "1");
        feedback.awaitTold(5);
        // then
        List<JsonNode> ofFirst = feedback.told().stream()
                .filter(event -> event.path("subject").asText().endsWith(cycle.toString()))
                .toList();
        assertEquals(List.of("null>improved", "improved>confounded"), ToldFeedback.verdicts(ofFirst));
        assertEquals(
                district.lastSentId().toString(),
                ofFirst.getLast().path("causationid").asText());
    }

    @Test
    void tells_of_a_cycle_when_the_decision_on_another_one_leaves_it_alone() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        UUID cycle = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        district.start(other, "2023-01-01", measure, "1");
        feedback.awaitTold(1);
        district.start(cycle, "2024-09-01", measure, "1");
        feedback.awaitTold(3);
        // when
        district.decide(other, "2024-08-31");
        feedback.awaitTold(4);
        // then
        assertEquals(
                List.of("null>confounded", "confounded>improved"),
                ToldFeedback.verdicts(feedback.told().stream()
                        .filter(event -> event.path("subject").asText().endsWith(cycle.toString()))
                        .toList()));
        assertEquals(
                district.lastSentId().toString(),
                feedback.told().getLast().path("causationid").asText());
    }

    @Test
    void tells_of_a_cycle_when_another_one_that_was_at_work_on_its_outcome_is_given_up() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        district.postMonths(measure, "1", 1000, BEFORE, LOWER);
        UUID cycle = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        district.start(other, "2023-01-01", measure, "1");
        feedback.awaitTold(1);
        district.start(cycle, "2024-09-01", measure, "1");
        feedback.awaitTold(3);
        // when
        district.cancel(other, "2024-08-31");
        feedback.awaitTold(4);
        // then
        assertEquals(
                List.of("null>confounded", "confounded>improved"),
                ToldFeedback.verdicts(feedback.told().stream()
                        .filter(event -> event.path("subject").asText().endsWith(cycle.toString()))
                        .toList()));
    }

    @Test
    void tells_nothing_that_small_groups_would_say() {
        // given
        UUID measure = district.defineRate("Suspensions", "decrease");
        district.postMonths(
                measure, "1", 10, new int[] {5, 4, 5, 6, 5, 4, 5, 6, 5, 4, 5}, new int[] {1, 1, 2, 1, 1, 0});
        // when
        district.start(UUID.randomUUID(), "2024-09-01", measure, "1");
        feedback.awaitTold(1);
        // then
        JsonNode changed = feedback.told().getFirst().path("data");
        assertEquals("insufficient_data", changed.path("verdict").asText());
        assertFalse(changed.has("effect"));
    }

    @Test
    void judges_a_cycle_of_the_whole_district_and_one_that_names_no_measures() {
        // given
        UUID measure = district.defineRate("Chronic absence", "decrease");
        UUID cycle = UUID.randomUUID();
        UUID bare = UUID.randomUUID();
        district.start(cycle, "2024-09-01", measure, null);
        district.startBarely(bare);
        feedback.awaitTold(2);
        // when
        district.postMonths(measure, district.id(), 1000, BEFORE, LOWER);
        feedback.awaitTold(4);
        // then
        assertEquals(
                List.of("null>insufficient_data", "insufficient_data>improved"),
                ToldFeedback.verdicts(feedback.told().stream()
                        .filter(event -> event.path("subject").asText().endsWith(cycle.toString()))
                        .toList()));
    }

    private static int sum(List<Future<Integer>> counts) throws ExecutionException, InterruptedException {
        int sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        return sum;
    }
}
