package org.inpractice.learning.action;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.OtherServices;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** Actions: revised, reminded of, linked to a measure, and answered by its feedback. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class ActionsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    ActionClock actionClock;

    @Inject
    Clock clock;

    @Inject
    Transactions transactions;

    private final ADistrict district = ADistrict.fresh();

    @Test
    void a_day_and_an_owner_move_with_a_reason_and_the_past_can_be_asked_for() {
        // given
        String action = agreed(today().plusDays(40), "clerk");
        one(action, "").header("ETag", "\"0\"").body("revisions", equalTo(0));
        String before = clock.instant().toString();
        String later = today().plusDays(60).toString();
        // when
        revise(
                        action,
                        "{\"due\": \"%s\", \"owner\": \"<b>Vendor</b>\", \"reason\": \"It comes late.\"}"
                                .formatted(later))
                .statusCode(200)
                .header("ETag", "\"1\"");
        // then
        one(action, "")
                .body("due", equalTo(later))
                .body("owner", equalTo("<b>Vendor</b>"))
                .body("revisedBecause", equalTo("It comes late."))
                .body("revisions", equalTo(1));
        one(action, "?asOf=" + before)
                .body("owner", equalTo("clerk"))
                .body("due", equalTo(today().plusDays(40).toString()))
                .body("revisedBecause", nullValue());
        district.get("actions?owner=<B>VENDOR</b>").then().body("items", hasSize(1));
        district.get("actions?owner=clerk").then().body("items", hasSize(0));
        district.get("actions?dueFrom=" + later).then().body("items", hasSize(1));
        district.get("actions?dueTo=" + today().plusDays(59)).then().body("items", hasSize(0));
        district.get("actions?siteId=77").then().body("items", hasSize(1));
        district.get("actions?siteId=78").then().body("items", hasSize(0));
    }

    @Test
    void what_cannot_be_revised_is_refused_and_of_two_who_saw_the_same_one_wins() {
        // given
        String action = agreed(today().plusDays(40), "clerk");
        String past = today().minusDays(1).toString();
        ADistrict other = ADistrict.fresh();
        // then
        revise(action, "{\"reason\": \"just so\"}").statusCode(400).body("code", equalTo("REVISION_WITHOUT_CHANGE"));
        revise(action, "{\"due\": \"%s\", \"reason\": \"late\"}".formatted(past))
                .statusCode(400)
                .body("code", equalTo("REVISED_INTO_THE_PAST"));
        revise(action, "{\"due\": \"2150-01-01\"}").statusCode(400);
        revise(action, "{\"owner\": \" \", \"reason\": \"late\"}").statusCode(400);
        revise(action, "{\"owner\": \"a\\u0000\", \"reason\": \"late\"}").statusCode(400);
        revise(UUID.randomUUID().toString(), "{\"due\": \"2150-01-01\", \"reason\": \"late\"}")
                .statusCode(404)
                .body("code", equalTo("ACTION_UNKNOWN"));
        other.post("actions/" + action + "/revision", "{\"due\": \"2150-01-01\", \"reason\": \"late\"}")
                .then()
                .statusCode(404);
        other.get("actions/" + action).then().statusCode(404);
        for (int status : List.of(200, 412)) {
            district.ana()
                    .header("If-Match", "\"0\"")
                    .body("{\"due\": \"2150-01-01\", \"reason\": \"late\"}")
                    .post(district.path("actions/" + action + "/revision"))
                    .then()
                    .statusCode(status);
        }
        complete(action, today());
        revise(action, "{\"due\": \"2150-01-01\", \"reason\": \"late\"}")
                .statusCode(409)
                .body("code", equalTo("ACTION_ALREADY_DONE"));
        district.get("actions?state=late").then().statusCode(400).body("field", equalTo("state"));
        district.get("actions?asOf=then").then().statusCode(400).body("field", equalTo("asOf"));
    }

    @Test
    void the_clock_reminds_once_of_each_step_however_many_replicas_look() throws Exception {
        // given
        String soon = agreed(today().plusDays(3), "clerk");
        String far = agreed(today().plusDays(30), "clerk");
        Instant now = clock.instant();
        // when
        lookFrom(6, now);
        // then
        assertEquals(List.of("before_due"), reminders(soon));
        assertEquals(List.of(), reminders(far));
        // when
        lookFrom(6, now.plus(Duration.ofDays(3)));
        lookFrom(6, now.plus(Duration.ofDays(4)));
        lookFrom(6, now.plus(Duration.ofDays(5)));
        lookFrom(6, now.plus(Duration.ofDays(11)));
        // then
        assertEquals(List.of("before_due", "due", "overdue", "overdue"), reminders(soon));
        one(soon, "").body("remindedAt", notNullValue());
        // when
        revise(soon, "{\"due\": \"%s\", \"reason\": \"more time\"}".formatted(today().plusDays(20)));
        lookFrom(2, now.plus(Duration.ofDays(15)));
        complete(far, today());
        lookFrom(2, now.plus(Duration.ofDays(300)));
        // then
        assertEquals(List.of("before_due", "due", "overdue", "overdue", "before_due", "overdue"), reminders(soon));
        assertEquals(List.of(), reminders(far));
    }

    @Test
    void feedback_answers_whether_it_helped_after_it_was_done() {
        // given
        String action = agreed(today().plusDays(3), "clerk");
        UUID measure = UUID.randomUUID();
        UUID cycle = UUID.randomUUID();
        OtherServices told = new OtherServices(district.id());
        told.measures("measure.defined", """
                {"measureId": "%s", "name": "Absence", "kind": "outcome", "valueType": "rate", "unit": "percent",
                 "direction": "decrease", "period": "month", "owner": "office", "countsPeople": true}
                """.formatted(measure));
        told.send();
        effect(action).body("state", equalTo("no_measure"));
        link(action, "{\"measureId\": \"%s\"}".formatted(UUID.randomUUID()))
                .statusCode(400)
                .body("code", equalTo("MEASURE_NOT_HEARD_OF"));
        // when
        await().atMost(SOON)
                .untilAsserted(() -> link(action, "{\"measureId\": \"%s\"}".formatted(measure))
                        .statusCode(200));
        // then
        effect(action).body("state", equalTo("not_done"));
        // when
        complete(action, LocalDate.of(2025, 8, 31));
        // then
        effect(action).body("state", equalTo("waiting")).body("since", equalTo("2025-08-31"));
        // when
        told.measures("feedback.changed", """
                {"cycleId": "%s", "studentGroup": "all", "verdict": "improved", "why": "A shift.", "measureId": "%s",
                 "fromSequence": 1, "toSequence": 2, "ruleSet": "perla-v2"}
                """.formatted(cycle, measure));
        told.send();
        // then
        await().atMost(SOON)
                .untilAsserted(() -> effect(action)
                        .body("state", equalTo("answered"))
                        .body("latest.verdict", equalTo("improved"))
                        .body("latest.cycleId", equalTo(cycle.toString())));
        link(action, "{\"measureId\": \"%s\", \"cycleId\": \"%s\"}".formatted(measure, cycle))
                .statusCode(400)
                .body("field", equalTo("cycleId"));
    }

    @Test
    void what_is_sent_is_as_promised_and_rebuilt_the_table_equals_the_live_one() throws Exception {
        // given
        String action = agreed(today().plusDays(3), "clerk");
        actionClock.run(clock.instant());
        revise(action, "{\"due\": \"%s\", \"owner\": \"principal\", \"reason\": \"x\"}".formatted(today().plusDays(9)));
        complete(action, today());
        List<String> live = rows();
        // when
        district.ana().post("/v1/admin/read-models/actions/rebuild").then().statusCode(202);
        await().atMost(SOON)
                .untilAsserted(() -> district.ana()
                        .get("/v1/admin/read-models")
                        .then()
                        .body("rebuilds.find { it.readModel == 'actions' }.state", equalTo("done")));
        // then
        assertEquals(live, rows());
        EventContract contract = EventContract.ofThisRepository();
        for (var event : PublishedRecords.of(Topics.LEARNING, district.id(), 5)) {
            assertEquals(
                    List.of(),
                    contract.violations(
                            PublishedRecords.header(event, "ce_type"),
                            new String(event.value(), StandardCharsets.UTF_8)));
        }
    }

    private LocalDate today() {
        return CalendarDays.earliest(clock.instant());
    }

    private String agreed(LocalDate due, String owner) {
        String failure =
                district.post("failures", """
                        {"kind": "failure", "whatHappened": "No calls.", "happenedAt": "2025-08-03T18:00:00Z",
                         "impact": "None", "siteId": "77"}
                        """).then().statusCode(201).extract().path("failureId");
        return district.post("failures/" + failure + "/review", """
                        {"contributingFactors": ["By hand"], "reviewedOn": "2025-08-05",
                         "actions": [{"what": "Print the list", "owner": "%s", "due": "%s"}]}
                        """.formatted(owner, due))
                .then()
                .statusCode(200)
                .extract()
                .path("actions[0].actionId");
    }

    private void complete(String action, LocalDate on) {
        String failure = district.get("actions/" + action).path("failureId");
        district.post(
                        "failures/" + failure + "/actions/" + action + "/completion",
                        "{\"completedOn\": \"%s\"}".formatted(on))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse revise(String action, String body) {
        return district.post("actions/" + action + "/revision", body).then();
    }

    private ValidatableResponse link(String action, String body) {
        return district.ana()
                .body(body)
                .put(district.path("actions/" + action + "/measure"))
                .then();
    }

    private ValidatableResponse effect(String action) {
        return district.get("actions/" + action + "/effect").then().statusCode(200);
    }

    private ValidatableResponse one(String action, String query) {
        return district.get("actions/" + action + query).then().statusCode(200);
    }

    private List<String> reminders(String action) {
        List<String> types = new ArrayList<>();
        var events = district.get("events?limit=500");
        List<String> kinds =
                events.path("events.findAll { it.type == 'improvement.action.reminded.v1' && it.data.actionId == '"
                        + action + "' }.data.kind");
        types.addAll(kinds);
        return types;
    }

    private void lookFrom(int replicas, Instant now) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas)) {
            List<Callable<Void>> looks = new ArrayList<>();
            for (int i = 0; i < replicas; i++) {
                looks.add(() -> {
                    actionClock.run(district.id(), CalendarDays.earliest(now));
                    return null;
                });
            }
            for (var look : threads.invokeAll(looks)) {
                look.get();
            }
        }
    }

    private List<String> rows() throws SQLException {
        return transactions.call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select t::text from action t where district_id = '" + district.id() + "' order by 1")) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            }
        });
    }
}
