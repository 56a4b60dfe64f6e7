package org.inpractice.learning.history;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.RecordedEvent;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** What operations see and do: parked districts, releases, rebuilds. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class HistoryOperationsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Transactions transactions;

    private final ADistrict district = ADistrict.fresh();
    private final ADistrict other = ADistrict.fresh();

    @Test
    void poison_parks_one_source_of_one_district_until_its_cause_is_mended_and_it_is_released() throws SQLException {
        // given
        ForeignService measurement = ForeignService.measurement(district.id());
        String constraint = "not_by_" + UUID.randomUUID().toString().substring(0, 8);
        execute("alter table history add constraint %s check (actor <> '%s')".formatted(constraint, constraint));
        RecordedEvent poison = ForeignService.by(constraint, measurement.observation(2));
        // when
        measurement.send(measurement.observation(1), poison, measurement.observation(3));
        ForeignService.cycles(district.id())
                .send(ForeignService.cycles(district.id()).observation(1));
        ForeignService.measurement(other.id())
                .send(ForeignService.measurement(other.id()).observation(1));
        // then
        awaitParked("poison");
        awaitHistory(other, 1);
        awaitHistory(district, 2);
        district.ana()
                .get("/v1/admin/parked")
                .then()
                .body(mine("appliedSeq"), equalTo(1))
                .body(mine("consumer"), equalTo("history"))
                .body(mine("source"), equalTo("measurement-service"))
                .body(mine("held"), equalTo(2))
                .body(mine("reason"), containsString(constraint));
        district.get("history").then().body("complete.measurement-service", equalTo(1));
        // when
        release().body("goesOn", equalTo(false));
        execute("alter table history drop constraint " + constraint);
        release().body("goesOn", equalTo(true));
        // then
        awaitHistory(district, 4);
        district.ana().get("/v1/admin/parked").then().body(mine("parked"), nullValue());
        district.get("history?source=measurement-service").then().body("items.districtSeq", equalTo(List.of(1, 2, 3)));
    }

    @Test
    void an_event_that_is_no_json_is_parked_and_its_reason_repeats_no_value() {
        // given
        ForeignService measurement = ForeignService.measurement(district.id());
        // when
        measurement.send(
                measurement.observation(1),
                measurement.event(2, "improvement.observation.recorded", "observation", UUID.randomUUID(), "{secret"));
        // then
        awaitParked("poison");
        district.ana().get("/v1/admin/parked").then().body(mine("reason"), not(containsString("secret")));
        awaitHistory(district, 1);
    }

    @Test
    void rebuilt_from_the_topics_the_history_equals_the_live_one_row_for_row() throws SQLException {
        // given
        ForeignService measurement = ForeignService.measurement(district.id());
        ForeignService cycles = ForeignService.cycles(other.id());
        List<RecordedEvent> events = LongStream.rangeClosed(1, 3_000)
                .mapToObj(measurement::observation)
                .toList();
        measurement.send(events);
        measurement.send(events.subList(100, 400));
        cycles.send(cycles.observation(1), cycles.observation(3));
        report();
        await().atMost(SOON)
                .untilAsserted(() -> district.get("history?limit=1")
                        .then()
                        .body("complete.measurement-service", equalTo(3_000))
                        .body("complete.learning-log-service", equalTo(1)));
        List<String> live = rows("history", "district_id, source, district_seq");
        List<String> cursors = ownCursors();
        List<String> blocks = rows("history_block", "1, 2, 3");
        assertFalse(live.isEmpty());
        assertFalse(blocks.isEmpty());
        // when
        rebuild("history");
        // then
        assertEquals(live, rows("history", "district_id, source, district_seq"));
        assertEquals(blocks, rows("history_block", "1, 2, 3"));
        assertEquals(withoutTimes(cursors), withoutTimes(ownCursors()));
        measurement.send(measurement.observation(3_001));
        await().atMost(SOON)
                .untilAsserted(() -> district.get("history?order=desc&limit=2&source=measurement-service")
                        .then()
                        .body("items.districtSeq", equalTo(List.of(3_001, 3_000))));
    }

    @Test
    void rebuilt_from_the_stream_the_failures_equal_the_live_ones_row_for_row() throws SQLException {
        // given
        for (int i = 0; i < 3; i++) {
            String failure = report();
            String action =
                    district.post("failures/" + failure + "/review", """
                            {"contributingFactors": ["by hand", "haste"], "reviewedOn": "2025-11-05",
                             "actions": [{"what": "list", "owner": "clerk", "due": "2025-11-21"}]}
                            """).path("actions[0].actionId");
            district.post(
                            "failures/" + failure + "/actions/" + action + "/completion",
                            "{\"completedOn\": \"2025-11-19\"}")
                    .then()
                    .statusCode(200);
        }
        goTheWholeWay();
        List<String> tables = List.of("failure", "failure_factor", "failure_action", "failure_redaction", "factor");
        List<List<String>> live = new ArrayList<>();
        for (String table : tables) {
            live.add(rows(table, "1, 2, 3, 4"));
        }
        // when
        rebuild("failures");
        rebuild("factors");
        // then
        for (int i = 0; i < tables.size(); i++) {
            assertEquals(live.get(i), rows(tables.get(i), "1, 2, 3, 4"));
        }
        district.get("failures?state=reviewed").then().body("items", hasSize(3));
    }

    /** Every state a failure can be in, a factor of the district's own, and a text that is erased. */
    private void goTheWholeWay() {
        district.post("factors", """
                        {"code": "bus-contract", "name": "Bus contract", "question": "Who decides on a delay?"}
                        """).then().statusCode(201);
        district.post("factors/bus-contract/retirement", "{}").then().statusCode(200);
        String failure = report();
        List.of(
                        "dismissal {\"because\": \"Told twice\"}",
                        "triage {\"facilitator\": \"Ana\"}",
                        "review/steps {\"factors\": [\"workload\"], \"lessons\": [\"Ask early\"]}",
                        "review {\"reviewedOn\": \"2025-11-05\"}",
                        "closure {}",
                        "redaction {\"reason\": \"on_request\", \"fields\": [\"lessons\"]}")
                .forEach(step -> district.post(
                                "failures/" + failure + "/" + step.split(" ", 2)[0], step.split(" ", 2)[1])
                        .then()
                        .statusCode(200));
    }

    @Test
    void answers_over_rest_do_not_hang_on_the_broker() {
        district.ana().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        district.ana().get("/q/health/ready").then().body("checks.name", not(containsString("Kafka")));
    }

    /** Those of the history alone: other followers go on meanwhile. */
    private List<String> ownCursors() throws SQLException {
        return rows("inbox_cursor", "consumer, source, district_id").stream()
                .filter(row -> row.startsWith("(history,"))
                .toList();
    }

    private void rebuild(String readModel) {
        district.ana()
                .post("/v1/admin/read-models/" + readModel + "/rebuild")
                .then()
                .statusCode(202);
        await().atMost(SOON)
                .untilAsserted(() -> district.ana()
                        .get("/v1/admin/read-models")
                        .then()
                        .body("rebuilds.find { it.readModel == '" + readModel + "' }.state", equalTo("done")));
    }

    private io.restassured.response.ValidatableResponse release() {
        return district.ana()
                .post("/v1/admin/parked/history/measurement-service/" + district.id() + "/release")
                .then()
                .statusCode(200);
    }

    private String report() {
        return district.post("failures", """
                        {"kind": "failure", "whatHappened": "late", "happenedAt": "2025-11-03T18:00:00Z", "impact": "none"}
                        """).then().statusCode(201).extract().path("failureId");
    }

    private void awaitParked(String as) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> district.ana().get("/v1/admin/parked").then().body(mine("parked"), equalTo(as)));
    }

    private static void awaitHistory(ADistrict of, int events) {
        await().atMost(SOON).untilAsserted(() -> of.get("history").then().body("items", hasSize(events)));
    }

    private String mine(String member) {
        return "find { it.districtId == '" + district.id() + "' }." + member;
    }

    private void execute(String sql) throws SQLException {
        transactions.call(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private List<String> rows(String table, String order) throws SQLException {
        return transactions.call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select t::text from (select * from " + table + " order by " + order + ") t")) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            }
        });
    }

    /** When something was parked is the inbox's business, and differs. */
    private static List<String> withoutTimes(List<String> rows) {
        return rows.stream().map(row -> row.replaceAll(",\"[^\"]*\"\\)$", ")")).toList();
    }
}
