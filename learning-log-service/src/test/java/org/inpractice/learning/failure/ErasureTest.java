package org.inpractice.learning.failure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.EveryColumn;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** What was written by mistake, looked for in every row of every table and in every byte on the topic. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class ErasureTest {
    @Inject
    Transactions transactions;

    private final ADistrict district = ADistrict.fresh();
    /** Of letters only, so that it is the same in JSON, SQL and a URL. */
    private final String secret = "Zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "Qz";

    private final EveryColumn database = new EveryColumn();

    @Test
    void no_text_is_ever_in_clear_in_any_table_or_on_the_topic_and_readers_read_it_all_the_same() throws SQLException {
        // when
        String failure = told();
        awaitHistory(3);
        // then
        assertEquals(List.of(), whereInTheDatabase(secret));
        assertTrue(whereInTheDatabase(failure).size() > 3, "the search finds what is there");
        assertEquals(List.of(), onTheTopic(3, secret));
        assertFalse(onTheTopic(3, failure).isEmpty(), "the search finds what is there");
        one(failure)
                .body("whatHappened", equalTo("what " + secret))
                .body("impact", equalTo("impact " + secret))
                .body("keptFromWorse", equalTo("kept " + secret))
                .body("review.contributingFactors", equalTo(List.of("factor " + secret)))
                .body("review.wentWell", equalTo(List.of("well " + secret)))
                .body("review.lessons", equalTo(List.of("lesson " + secret)))
                .body("review.actions.what", equalTo(List.of("action " + secret)))
                .body("review.actions.owner", equalTo(List.of("owner " + secret)))
                .body("review.actions.result", equalTo(List.of("result " + secret)));
        district.get("reviews?factor=FACTOR " + secret).then().body("items.failureId", equalTo(List.of(failure)));
        district.get("history")
                .then()
                .body("items[0].data.whatHappened", equalTo("what " + secret))
                .body("items[1].data.actions[0].owner", equalTo("owner " + secret))
                .body("items[2].data.result", equalTo("result " + secret));
        assertFalse(district.get("events").asString().contains(secret), "a replay shows what the topic shows");
    }

    @Test
    void after_an_erasure_nobody_reads_it_any_more_and_nothing_else_has_changed() throws SQLException {
        // given
        String failure = told();
        awaitHistory(3);
        // when
        redact(failure, "{\"reason\": \"names_a_person\"}")
                .statusCode(200)
                .header("ETag", equalTo("\"4\""))
                .body("fields", nullValue());
        // then
        awaitHistory(4);
        one(failure)
                .header("ETag", equalTo("\"4\""))
                .body("state", equalTo("reviewed"))
                .body("happenedAt", equalTo("2025-11-03T18:00:00Z"))
                .body("whatHappened", equalTo("redacted"))
                .body("review.contributingFactors", equalTo(List.of("redacted")))
                .body("review.actions.owner", equalTo(List.of("redacted")))
                .body("review.actions.result", equalTo(List.of("redacted")))
                .body("redactions.reason", equalTo(List.of("names_a_person")))
                .body("redactions.redactedBy", equalTo(List.of("ana")));
        district.get("history")
                .then()
                .body("items.districtSeq", equalTo(List.of(1, 2, 3, 4)))
                .body("items[0].data.whatHappened", equalTo("redacted"))
                .body("items[1].data.lessons", equalTo(List.of("redacted")))
                .body("items[3].type", equalTo("improvement.failure.redacted.v1"));
        district.get("reviews?factor=factor " + secret).then().body("items", hasSize(0));
        district.get("actions").then().body("items.what", equalTo(List.of("redacted")));
        assertEquals(List.of(), whereInTheDatabase(secret));
        assertEquals(List.of(), onTheTopic(4, secret));
        redact(failure, "{\"reason\": \"other\"}").statusCode(409).body("code", equalTo("NOTHING_TO_REDACT"));
    }

    @Test
    void some_fields_alone_can_be_erased_and_written_anew() {
        // given
        String failure = reported();
        // when
        redact(failure, "{\"reason\": \"about_a_student\", \"fields\": [\"keptFromWorse\", \"impact\"]}")
                .statusCode(200)
                .body("fields", equalTo(List.of("impact", "keptFromWorse")));
        // then
        one(failure)
                .body("whatHappened", equalTo("what " + secret))
                .body("impact", equalTo("redacted"))
                .body("keptFromWorse", equalTo("redacted"))
                .body("redactions[0].fields", equalTo(List.of("impact", "keptFromWorse")));
        redact(failure, "{\"reason\": \"other\", \"fields\": [\"impact\"]}").statusCode(409);
        redact(failure, "{\"reason\": \"other\", \"fields\": [\"kind\"]}")
                .statusCode(400)
                .body("field", equalTo("fields"));
        redact(failure, "{\"reason\": \"other\", \"fields\": [\"result\"]}").statusCode(409);
        redact(failure, "{\"fields\": [\"impact\"]}").statusCode(400);
        redact(UUID.randomUUID().toString(), "{\"reason\": \"other\"}").statusCode(404);
    }

    @Test
    void a_rebuild_does_not_bring_it_back_and_a_restored_key_is_erased_again() throws SQLException {
        // given
        String failure = told();
        List<List<String>> keys = database.rows(transactions, "text_key", "report_id = '" + failure + "'");
        redact(failure, "{\"reason\": \"on_request\"}").statusCode(200);
        awaitHistory(4);
        // when
        database.insert(transactions, "text_key", keys);
        one(failure).body("whatHappened", equalTo("what " + secret));
        rebuild("failures");
        rebuild("history");
        // then
        one(failure).body("whatHappened", equalTo("redacted")).body("review.lessons", equalTo(List.of("redacted")));
        district.get("history").then().body("items[0].data.whatHappened", equalTo("redacted"));
        district.get("reviews?factor=factor " + secret).then().body("items", hasSize(0));
        assertEquals(List.of(), whereInTheDatabase(secret));
    }

    @Test
    void an_answer_kept_for_its_idempotency_key_has_no_text_and_is_given_again_after_the_erasure() throws SQLException {
        // given
        String key = UUID.randomUUID().toString();
        String failure =
                withKey(key, "failures", report()).statusCode(201).extract().path("failureId");
        String reviewed = withKey(key + "r", "failures/" + failure + "/review", review())
                .statusCode(200)
                .extract()
                .asString();
        // when
        redact(failure, "{\"reason\": \"names_a_person\"}").statusCode(200);
        // then
        assertEquals(List.of(), whereInTheDatabase(secret));
        withKey(key, "failures", report()).statusCode(201).body("failureId", equalTo(failure));
        assertEquals(
                reviewed,
                withKey(key + "r", "failures/" + failure + "/review", review())
                        .extract()
                        .asString());
        withKey(key, "failures", report().replace("41", "42")).statusCode(422);
    }

    @Test
    void nobody_erases_what_another_district_wrote() {
        String failure = reported();
        ADistrict other = ADistrict.fresh();
        other.post("failures/" + failure + "/redaction", "{\"reason\": \"other\"}")
                .then()
                .statusCode(404);
        district.with(List.of("read"))
                .body("{\"reason\": \"other\"}")
                .post(district.path("failures/" + failure + "/redaction"))
                .then()
                .statusCode(403);
        one(failure).body("whatHappened", equalTo("what " + secret));
    }

    @Test
    void a_sealed_text_that_was_put_into_another_report_is_not_shown_there() throws SQLException {
        // given
        String mine = reported();
        String other = reported();
        // when
        database.execute(transactions, """
                update failure set what_happened = impact, kept_from_worse =
                    (select what_happened from failure where failure_id = '%s') where failure_id = '%s'
                """.formatted(mine, other));
        // then
        one(other).body("whatHappened", equalTo("unreadable")).body("keptFromWorse", not(equalTo("what " + secret)));
    }

    private String report() {
        return """
                {"kind": "failure", "whatHappened": "what %1$s", "happenedAt": "2025-11-03T18:00:00Z",
                 "impact": "impact %1$s", "keptFromWorse": "kept %1$s", "siteId": "00000000000041"}
                """.formatted(secret);
    }

    private String review() {
        return """
                {"contributingFactors": ["factor %1$s"], "wentWell": ["well %1$s"], "lessons": ["lesson %1$s"],
                 "reviewedOn": "2025-11-05",
                 "actions": [{"what": "action %1$s", "owner": "owner %1$s", "due": "2199-01-01"}]}
                """.formatted(secret);
    }

    private String reported() {
        return district.post("failures", report())
                .then()
                .statusCode(201)
                .extract()
                .path("failureId");
    }

    private String told() {
        String failure = reported();
        String action = district.post("failures/" + failure + "/review", review())
                .then()
                .statusCode(200)
                .extract()
                .path("actions[0].actionId");
        district.post("failures/" + failure + "/actions/" + action + "/completion", """
                        {"completedOn": "2025-11-19", "result": "result %s"}
                        """.formatted(secret))
                .then()
                .statusCode(200);
        return failure;
    }

    private io.restassured.response.ValidatableResponse redact(String failure, String body) {
        return district.post("failures/" + failure + "/redaction", body).then();
    }

    private io.restassured.response.ValidatableResponse one(String failure) {
        return district.get("failures/" + failure).then().statusCode(200);
    }

    private io.restassured.response.ValidatableResponse withKey(String key, String path, String body) {
        return district.ana()
                .header("Idempotency-Key", key)
                .body(body)
                .post(district.path(path))
                .then();
    }

    private List<String> whereInTheDatabase(String text) throws SQLException {
        return database.withText(transactions, text);
    }

    private List<String> onTheTopic(int events, String text) {
        return PublishedRecords.of(Topics.LEARNING, district.id(), events).stream()
                .map(ErasureTest::bytes)
                .filter(record -> record.contains(text))
                .toList();
    }

    private static String bytes(ConsumerRecord<String, byte[]> event) {
        StringBuilder all = new StringBuilder(new String(event.value(), StandardCharsets.UTF_8));
        for (Header header : event.headers()) {
            all.append(header.key()).append(new String(header.value(), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private void awaitHistory(int events) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        district.get("history?limit=1").then().body("complete.learning-log-service", equalTo(events)));
    }

    private void rebuild(String readModel) {
        district.ana()
                .post("/v1/admin/read-models/" + readModel + "/rebuild")
                .then()
                .statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> district.ana()
                        .get("/v1/admin/read-models")
                        .then()
                        .body("rebuilds.find { it.readModel == '" + readModel + "' }.state", equalTo("done")));
    }
}
