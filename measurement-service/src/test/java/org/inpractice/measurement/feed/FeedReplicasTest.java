package org.inpractice.measurement.feed;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.inpractice.measurement.Calls;
import org.inpractice.measurement.feed.DeliveryCommand.SayLate;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Once each, never doubled and never missed: whoever looks, whenever, and however often. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class FeedReplicasTest {
    @Inject
    FeedClock feedClock;

    @Inject
    DueDates dueDates;

    @Inject
    Deliveries deliveries;

    @Inject
    DistrictStream stream;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    private DeliveringDistrict district;
    private Calls calls;

    @BeforeEach
    void newDistrict() {
        district = DeliveringDistrict.with(FeedCalendar.today(clock.instant()));
        calls = district.calls();
    }

    @Test
    void raises_one_event_each_however_many_replicas_look_at_once() throws Exception {
        // given
        String daily = calls.measure("process", "value", "increase", "day");
        LocalDate since = district.firstDay(3);
        String sites = "\"1\", \"2\", \"3\", \"4\", \"5\"";
        String feed = calls.call()
                .body("""
                        {"name": "Daily", "supplier": "System", "owner": "Office", "measureIds": ["%s"],
                         "siteIds": [%s], "graceDays": 0, "since": "%s",
                         "pauses": [{"from": "%s", "to": "2199-12-31"}]}
                        """.formatted(daily, sites, since, since.plusDays(30)))
                .post(calls.path("feeds"))
                .then()
                .statusCode(201)
                .extract()
                .path("feedId");

        // when
        lookFrom(6);

        // then
        List<Map<String, Object>> late = district.late();
        Set<Object> subjects = new HashSet<>();
        late.forEach(event -> subjects.add(event.get("subject")));
        assertEquals(150, subjects.size());
        assertEquals(150, late.size());

        // when
        for (int day = 0; day < 30; day++) {
            calls.post("{\"measureId\": \"%s\", \"siteId\": \"3\", \"period\": \"%s\", \"value\": 1}"
                            .formatted(daily, since.plusDays(day)))
                    .then()
                    .statusCode(201);
        }
        lookFrom(6);

        // then
        assertEquals(30, district.caughtUp().size());
        assertEquals(150, district.late().size());
        district.late(feed, "?limit=500").body("items", hasSize(120));
    }

    @Test
    void says_all_once_after_it_was_killed_before_the_commit() throws SQLException {
        // given
        district.register("0019", "0020");

        // when
        assertThrows(
                IllegalStateException.class,
                () -> transactions.call(connection -> {
                    dueDates.judge(connection, calls.district(), clock.instant());
                    throw new IllegalStateException("killed");
                }));
        look();

        // then
        assertEquals(8, district.late().size());
    }

    @Test
    void looks_at_the_clock_by_itself() {
        String feed = district.register("0019");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> district.late(feed, "").body("items", hasSize(4)));
    }

    /** Nobody looked when it was due, and it arrived before anybody did: late and caught up all the same. */
    @Test
    void judges_by_when_an_observation_was_recorded_not_by_when_somebody_looks() throws SQLException {
        // given
        district.tell("0019", 5);
        Instant recorded = Instant.parse(calls.call()
                .get(calls.path("measures/" + district.measure() + "/series?siteId=0019"))
                .path("items[0].recordedAt"));
        Delivery.Subject subject = new Delivery.Subject(
                new DeliveryKey(
                        calls.district(),
                        UUID.randomUUID(),
                        UUID.fromString(district.measure()),
                        "0019",
                        district.firstDay(5)),
                "all",
                district.month(5),
                district.firstDay(4).minusDays(1),
                district.firstDay(4));
        SayLate aMomentBefore = new SayLate(subject, recorded.minusNanos(1_000));

        // then
        assertEquals(Set.of(subject.key()), inTime(new SayLate(subject, recorded)));
        assertEquals(Set.of(), inTime(aMomentBefore));

        // when
        say(aMomentBefore);
        say(aMomentBefore);
        look();

        // then
        assertEquals(1, district.late().size());
        assertEquals(1, district.caughtUp().size());
        Map<?, ?> data = (Map<?, ?>) district.caughtUp().getFirst().get("data");
        assertEquals(recorded, Instant.parse((String) data.get("arrivedAt")));
    }

    @Test
    void rebuilds_its_read_models_to_the_same_rows_and_says_nothing_after() throws SQLException {
        // given
        district.tell("0019", 5);
        String feed = district.register("0019", "0020");
        look();
        district.tell("0020", 5);
        look();
        district.revise(feed, 1, district.agreement("Other", 5, "0019", "0020"))
                .then()
                .statusCode(200);
        List<String> before = rows();
        assertTrue(before.size() > 8);

        // when
        for (String name : List.of("feeds", "feed-deliveries")) {
            calls.call()
                    .post("/v1/admin/read-models/" + name + "/rebuild")
                    .then()
                    .statusCode(202);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> calls.call()
                            .get("/v1/admin/read-models")
                            .then()
                            .body("rebuilds.find { it.readModel == '" + name + "' }.state", equalTo("done")));
        }

        // then
        assertEquals(before, rows());
        look();
        assertEquals(7, district.late().size());
        assertEquals(1, district.caughtUp().size());
        district.late(feed, "").body("items", hasSize(6)).body("items[0].lateSince", notNullValue());
    }

    private void look() throws SQLException {
        feedClock.run(clock.instant());
    }

    private void lookFrom(int replicas) throws Exception {
        Callable<Void> look = () -> {
            look();
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas)) {
            List<Callable<Void>> looks = new ArrayList<>();
            for (int i = 0; i < replicas; i++) {
                looks.add(look);
            }
            for (Future<Void> done : threads.invokeAll(looks)) {
                done.get();
            }
        }
    }

    private Set<DeliveryKey> inTime(SayLate candidate) throws SQLException {
        return transactions.call(connection -> Arrivals.inTime(connection, List.of(candidate)));
    }

    private void say(SayLate late) throws SQLException {
        transactions.call(connection -> {
            var locked = stream.lock(connection, List.of(calls.district()));
            Watch.begin(connection, calls.district());
            var cause = new Append.Cause("test", late.lateSince(), null, null);
            return deliveries.say(connection, locked, List.of(new Deliveries.Saying(late, cause)));
        });
    }

    private List<String> rows() throws SQLException {
        String of = " where district_id = '" + calls.district() + "' order by 1";
        List<String> rows = new ArrayList<>(column("select feed::text from feed" + of));
        rows.addAll(column("select feed_delivery::text from feed_delivery" + of));
        return rows;
    }

    private List<String> column(String sql) throws SQLException {
        return transactions.call(connection -> {
            List<String> found = new ArrayList<>();
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
    }
}
