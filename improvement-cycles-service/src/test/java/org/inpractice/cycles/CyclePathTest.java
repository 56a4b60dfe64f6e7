package org.inpractice.cycles;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** The whole path of an idea, over REST and as the topic tells it. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class CyclePathTest {
    private static final String TOPIC = "improvement.cycles.v1";
    private static final EventContract CONTRACT = EventContract.ofThisRepository();

    private final District district = District.any();

    @Test
    void an_idea_goes_from_an_aim_over_a_test_to_the_next_rung_and_the_topic_tells_it_in_order() {
        // given
        String aim = district.aim();
        district.put("aims/" + aim, "\"1\"", District.aim(5))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        // when
        ValidatableResponse planned = district.post("cycles", District.plan("\"aimId\":\"" + aim + "\","))
                .then()
                .statusCode(201);
        String cycle = planned.extract().path("cycleId");
        String idea = planned.extract().path("changeIdeaId");
        planned.header("Location", endsWith(district.path("cycles/" + cycle))).header("ETag", "\"1\"");
        String revised = District.plan("\"aimId\":\"" + aim + "\",").replace("Two points", "Three points");
        district.put("cycles/" + cycle + "/plan", "\"1\"", revised).then().statusCode(200);
        step(cycle, "start", District.STARTED, "started", 3);
        step(cycle, "notes", District.NOTE, "started", 4);
        step(cycle, "study", District.STUDY, "studied", 5);
        String next =
                step(cycle, "decision", District.ADAPT, "decided", 6).extract().path("nextCycleId");
        // then
        district.get("cycles/" + cycle)
                .header("ETag", "\"6\"")
                .body("state", equalTo("decided"))
                .body("aimId", equalTo(aim))
                .body("notes.note", contains("Calls went out after noon"))
                .body("notes[0].actor", equalTo("ana"))
                .body("study.feedback.toSequence", equalTo(402))
                .body("study.studiedOn", equalTo("2025-11-17"))
                .body("prediction.statement", equalTo("Three points lower"))
                .body("decision.decision", equalTo("adapt"))
                .body("decision.nextCycleId", equalTo(next))
                .body("nextCycleIds", contains(next));
        district.get("cycles/" + next)
                .header("ETag", "\"1\"")
                .body("state", equalTo("planned"))
                .body("rung", equalTo(2))
                .body("previousCycleId", equalTo(cycle))
                .body("changeIdeaId", equalTo(idea))
                .body("aimId", equalTo(aim))
                .body("measures.measureId", contains(District.MEASURE))
                .body("siteId", equalTo("19647330112536"))
                .body("prediction", nullValue());
        district.get("change-ideas/" + idea + "/cycles")
                .body("items.cycleId", contains(cycle, next))
                .body("items[0].learned", equalTo("It works"));
        tellsOnTheTopic(aim, cycle, next);
    }

    private ValidatableResponse step(String cycle, String step, String body, String state, int version) {
        return district.post("cycles/" + cycle + "/" + step, body)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + version + "\"")
                .body("state", equalTo(state));
    }

    private void tellsOnTheTopic(String aim, String cycle, String next) {
        List<ConsumerRecord<String, byte[]>> told = told(9);
        List<String> types =
                told.stream().map(record -> header(record, "ce_type")).toList();
        assertEquals(
                List.of(
                        "improvement.aim.set.v1",
                        "improvement.aim.revised.v1",
                        "improvement.cycle.planned.v1",
                        "improvement.cycle.plan-revised.v1",
                        "improvement.cycle.started.v1",
                        "improvement.cycle.noted.v1",
                        "improvement.cycle.studied.v1",
                        "improvement.cycle.decided.v1",
                        "improvement.cycle.planned.v1"),
                types);
        for (int position = 0; position < told.size(); position++) {
            ConsumerRecord<String, byte[]> record = told.get(position);
            String stream = position < 2 ? "aim/" + aim : "cycle/" + (position == 8 ? next : cycle);
            assertEquals(stream, header(record, "ce_subject"));
            assertEquals("/improvement-cycles-service", header(record, "ce_source"));
            assertEquals("1.0", header(record, "ce_specversion"));
            assertEquals("application/json", header(record, "content-type"));
            assertEquals(district.id(), header(record, "ce_districtid"));
            assertEquals(String.valueOf(position + 1), header(record, "ce_districtseq"));
            assertEquals("ana", header(record, "ce_actor"));
            String data = new String(record.value(), StandardCharsets.UTF_8);
            assertEquals(List.of(), CONTRACT.violations(header(record, "ce_type"), data), data);
        }
        assertEquals("2025-09-22T15:00:00Z", header(told.get(4), "ce_time"));
        assertEquals(header(told.get(7), "ce_id"), header(told.get(8), "ce_causationid"));
    }

    private List<ConsumerRecord<String, byte[]>> told(int expected) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalStackResource.kafka().bootstrapServers());
        List<ConsumerRecord<String, byte[]>> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (district.id().equals(record.key())) {
                        told.add(record);
                    }
                });
                return told.size() >= expected;
            });
        }
        return told;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        assertTrue(header != null, "the header " + name + " is missing");
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    @Test
    void an_adopted_idea_may_be_tested_again_elsewhere_on_the_next_rung() {
        // given
        String first = district.decided(District.ADOPT);
        // when
        String above = "\"previousCycleId\":\"" + first + "\",";
        district.post("cycles", District.plan(above)).then().statusCode(201).body("rung", equalTo(2));
        district.post("cycles", District.plan(above)).then().statusCode(201).body("rung", equalTo(2));
        // then
        district.get("cycles/" + first).body("nextCycleIds", hasSize(2));
    }

    @Test
    void lists_are_narrowed_and_paged_newest_plan_first() {
        // given
        String aim = district.aim();
        String first = district.planned();
        String second = district.started();
        String third = district.post(
                        "cycles", District.plan("\"aimId\":\"" + aim + "\",").replace("19647", "00001"))
                .then()
                .extract()
                .path("cycleId");
        // then
        district.get("cycles")
                .body("items.cycleId", contains(third, second, first))
                .body("next", nullValue());
        district.get("cycles?state=started").body("items.cycleId", contains(second));
        district.get("cycles?aimId=" + aim).body("items.cycleId", contains(third));
        district.get("cycles?siteId=00001330112536&state=planned").body("items.cycleId", contains(third));
        String idea = district.get("cycles/" + first).extract().path("changeIdeaId");
        district.get("cycles?changeIdeaId=" + idea).body("items.cycleId", contains(first));
        String cursor = district.get("cycles?limit=2")
                .body("items.cycleId", contains(third, second))
                .extract()
                .path("next");
        district.get("cycles?limit=2&cursor=" + cursor)
                .body("items.cycleId", contains(first))
                .body("next", nullValue());
        district.get("aims").body("items.aimId", contains(aim));
        district.get("aims/" + aim).header("ETag", "\"1\"").body("target", equalTo(6));
    }

    @Test
    void describes_its_paths_with_examples() {
        district.as("ana")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/v1/districts/{districtId}/cycles/{cycleId}/decision"))
                .body(containsString("It works; now let class teachers make the call"));
    }
}
