package org.inpractice.learning.prompt;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** Guards and numbers open prompts; once each, whoever looks and whatever is rebuilt. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class GuardedPromptsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Prompting prompting;

    @Inject
    Transactions transactions;

    private final ADistrict district = ADistrict.fresh();
    private final APractice practice = APractice.in(district.id());

    @Test
    void what_comes_close_is_a_near_failure_and_what_crosses_a_failure_and_suppressed_numbers_are_neither() {
        // given
        practice.started("2026-06-30");
        practice.told().send();
        guard();
        practice.observed("2025-10", APractice.percent(5.0));
        practice.observed("2025-11", "\"status\": \"suppressed\"");
        practice.observed("2025-12", APractice.percent(5.8));
        practice.observed("2026-01", APractice.percent(5.9));
        // when
        practice.told().send();
        // then
        awaitPrompts(1)
                .body("items[0].cause", equalTo("guard_nearly_crossed"))
                .body("items[0].kind", equalTo("near_failure"))
                .body("items[0].siteId", equalTo(APractice.SITE))
                .body("items[0].evidence[0].type", equalTo("improvement.observation.recorded.v1"))
                .body("items[0].what", containsString("Late buses was 5.8 percent in 2025-12"));
        // when
        UUID crossed = practice.observed("2026-02", APractice.percent(6.1));
        practice.observed("2026-03", APractice.percent(7));
        practice.told().send();
        // then
        awaitPrompts(2)
                .body("items[0].cause", equalTo("guard_crossed"))
                .body("items[0].kind", equalTo("failure"))
                .body("items[0].what", containsString("2026-02"));
        // when
        practice.observed(crossed, "withdrawn", "2026-02", "\"reason\": \"It was another route.\"");
        practice.told().send();
        // then
        awaitPrompts(3).body("items[0].what", containsString("2026-03"));
        district.get("prompts?cause=guard_crossed&causeHolds=false")
                .then()
                .body("items", hasSize(1))
                .body("items[0].what", containsString("2026-02"))
                .body("items[0].causeEnded.why", containsString("withdrawn"));
    }

    @Test
    void a_guard_that_is_set_late_looks_back_to_the_start_and_not_before_it() {
        // given
        practice.started("2026-06-30");
        practice.observed("2025-06", APractice.percent(9));
        practice.observed("2025-10", APractice.percent(6.5));
        practice.observed("2025-11", APractice.percent(6.6));
        practice.told().send();
        // when
        guard();
        // then
        awaitPrompts(1).body("items[0].what", containsString("2025-10"));
    }

    @Test
    void however_many_replicas_look_at_once_each_cause_opens_one_prompt() throws Exception {
        // given
        practice.started("2026-06-30");
        for (int i = 0; i < 40; i++) {
            practice.late(UUID.randomUUID(), "1", "2025-09");
        }
        practice.told().send();
        // when
        lookFrom(6);
        // then
        awaitPrompts(40);
        lookFrom(6);
        awaitPrompts(40);
    }

    @Test
    void a_lost_cursor_opens_no_prompt_twice() throws SQLException {
        // given
        practice.started("2025-11-14");
        guard();
        practice.observed("2025-12", APractice.percent(5.8));
        practice.verdict("worsened", 2, null);
        practice.decided("abandon");
        practice.told().send();
        awaitPrompts(3);
        String before = district.get("prompts").asString();
        // when
        execute("delete from prompt_cursor where district_id = '" + district.id() + "'");
        prompting.look(district.id());
        // then
        assertEquals(before, district.get("prompts").asString());
    }

    @Test
    void rebuilt_from_stream_and_topics_the_tables_equal_the_live_ones() throws SQLException {
        // given
        practice.started("2025-11-14");
        guard();
        UUID observation = practice.observed("2025-12", APractice.percent(5.8));
        practice.told().send();
        awaitPrompts(1);
        practice.observed(observation, "corrected", "2025-12", APractice.percent(2));
        practice.verdict("worsened", 2, null);
        practice.verdict("improved", -5, null);
        practice.told().send();
        await().atMost(SOON)
                .untilAsserted(
                        () -> district.get("prompts?causeHolds=false").then().body("items", hasSize(2)));
        List<String> tables = List.of(
                "prompt", "guard", "followed_step", "followed_measure", "followed_observation", "followed_reach");
        List<List<String>> live = new ArrayList<>();
        for (String table : tables) {
            live.add(rows(table));
        }
        // when
        for (String readModel : List.of("prompts", "guards", "followed")) {
            rebuild(readModel);
        }
        // then
        for (int i = 0; i < tables.size(); i++) {
            assertEquals(live.get(i), rows(tables.get(i)));
        }
    }

    private void guard() {
        if (!practice.told().isSilent()) {
            practice.told().send();
        }
        await().atMost(SOON).untilAsserted(this::setGuard);
    }

    private void setGuard() {
        district.ana()
                .body("{\"side\": \"not_above\", \"value\": 6, \"margin\": 0.5}")
                .put(district.path("guards/" + practice.cycle() + "/" + practice.balancing()))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse awaitPrompts(int count) {
        await().atMost(SOON).untilAsserted(() -> district.get("prompts").then().body("items", hasSize(count)));
        return district.get("prompts").then();
    }

    private void lookFrom(int replicas) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas)) {
            List<Callable<Integer>> looks = new ArrayList<>();
            for (int i = 0; i < replicas; i++) {
                looks.add(() -> prompting.look(district.id()));
            }
            for (Future<Integer> look : threads.invokeAll(looks)) {
                look.get();
            }
        }
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

    private void execute(String sql) throws SQLException {
        transactions.call(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private List<String> rows(String table) throws SQLException {
        return transactions.call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select t::text from " + table + " t where district_id = '"
                            + district.id() + "' order by 1")) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            }
        });
    }
}
