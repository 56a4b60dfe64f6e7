package org.inpractice.learning.action;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** The clock reminds of actions, and what it tells is kept and published. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class ActionRemindersTest extends ActionCalls {
    @Inject
    ActionClock actionClock;

    @Inject
    Transactions transactions;

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
