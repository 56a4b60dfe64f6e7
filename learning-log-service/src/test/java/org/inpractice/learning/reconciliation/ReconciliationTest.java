package org.inpractice.learning.reconciliation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.history.ForeignService;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.PublishedRecords;
import org.inpractice.stack.Topics;
import org.inpractice.stream.RecordedEvent;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner who holds the topic's records comes to the same hashes, and finds what it lost. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class ReconciliationTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Transactions transactions;

    private final ADistrict district = ADistrict.fresh();
    private final ForeignService measurement = ForeignService.measurement(district.id());

    @Test
    void what_we_answer_is_what_a_partner_computes_from_the_topics_bytes() {
        // given
        int all = 2_500;
        sendAndAwait(all);
        Partner partner = partner(all);
        // then
        for (long[] range : new long[][] {
            {1, all}, {1, 1024}, {1025, 2048}, {2, 1024}, {1000, 2100}, {1024, 1025}, {7, 7}, {2049, all}
        }) {
            ask("from=" + range[0] + "&to=" + range[1])
                    .body("sources[0].source", equalTo("measurement-service"))
                    .body("sources[0].from", equalTo((int) range[0]))
                    .body("sources[0].to", equalTo((int) range[1]))
                    .body("sources[0].count", equalTo((int) (range[1] - range[0] + 1)))
                    .body("sources[0].eventsHash", equalTo(partner.eventsHash(range[0], range[1])))
                    .body("sources[0].publishedHash", equalTo(partner.publishedHash(range[0], range[1])))
                    .body("sources[0].arrived", equalTo(all));
        }
    }

    @Test
    void a_partner_who_lost_or_altered_an_event_finds_which_by_halving() {
        // given
        int all = 1_500;
        sendAndAwait(all);
        Partner partner = partner(all);
        partner.swap(1_234, 1_235);
        // when
        long from = 1;
        long to = all;
        while (from < to) {
            long middle = (from + to) / 2;
            boolean differs = !ask("from=" + from + "&to=" + middle)
                    .extract()
                    .<String>path("sources[0].eventsHash")
                    .equals(partner.eventsHash(from, middle));
            if (differs) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        // then
        assertEquals(1_234, from);
    }

    @Test
    void blocks_are_paged_and_say_where_the_difference_is() {
        // given
        int all = 3_100;
        sendAndAwait(all);
        Partner partner = partner(all);
        // when
        List<Integer> froms = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = district.get(
                            "history/reconciliation/blocks?source=measurement-service&from=1000&limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            page.<List<Map<String, Object>>>path("items").forEach(block -> {
                int from = (int) block.get("from");
                froms.add(from);
                assertEquals(partner.pieceHash(from, (int) block.get("to")), block.get("eventsHash"));
            });
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        // then
        assertEquals(List.of(1000, 1025, 2049, 3073), froms);
    }

    @Test
    void blocks_that_were_not_stored_are_hashed_when_asked_for() throws SQLException {
        // given
        sendAndAwait(1_100);
        String before = ask("").extract().path("sources[0].eventsHash");
        // when
        transactions.call(connection -> {
            try (var statement = connection.prepareStatement("delete from history_block where district_id = ?")) {
                statement.setString(1, district.id());
                assertEquals(1, statement.executeUpdate());
            }
            return null;
        });
        // then
        ask("").body("sources[0].eventsHash", equalTo(before));
    }

    @Test
    void behind_a_gap_nothing_is_counted_until_the_missing_event_arrives() {
        // given
        List<RecordedEvent> events =
                LongStream.rangeClosed(1, 5).mapToObj(measurement::observation).toList();
        measurement.send(events.get(0), events.get(1), events.get(3), events.get(4));
        await().atMost(SOON).untilAsserted(() -> ask("").body("sources[0].arrived", equalTo(2)));
        String ofTwo = ask("to=2").extract().path("sources[0].eventsHash");
        ask("from=3").body("sources[0].count", equalTo(0)).body("sources[0].to", equalTo(2));
        // when
        measurement.send(events.get(2));
        // then
        await().atMost(SOON).untilAsserted(() -> ask("").body("sources[0].arrived", equalTo(5)));
        ask("to=2").body("sources[0].eventsHash", equalTo(ofTwo));
        ask("to=3").body("sources[0].eventsHash", not(equalTo(ofTwo)));
    }

    @Test
    void the_hash_of_nothing_is_the_hash_of_no_line() {
        sendAndAwait(1);
        ask("from=9&to=12")
                .body("sources[0].count", equalTo(0))
                .body("sources[0].eventsHash", equalTo(Partner.sha256("")));
    }

    @Test
    void the_sequences_of_another_district_are_nobodys_business() {
        // given
        sendAndAwait(2);
        ADistrict other = ADistrict.fresh();
        // then
        other.get("history/reconciliation").then().statusCode(200).body("sources", hasSize(0));
        other.get("history/reconciliation?source=measurement-service").then().statusCode(404);
        other.ana().get(district.path("history/reconciliation")).then().statusCode(404);
        district.get("history/reconciliation?source=nobody").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=0", "from=x", "to=-1", "to=1e3", "from=5&to=4", "from=9999999999999999999"})
    void refuses_rubbish_with_a_problem_that_names_it(String query) {
        district.get("history/reconciliation?" + query)
                .then()
                .statusCode(400)
                .body("field", equalTo(query.substring(0, query.indexOf('='))));
        district.get("history/reconciliation/blocks").then().statusCode(400).body("field", equalTo("source"));
    }

    private void sendAndAwait(int count) {
        measurement.send(LongStream.rangeClosed(1, count)
                .mapToObj(seq -> measurement.event(
                        seq,
                        "improvement.observation.recorded",
                        "observation",
                        UUID.randomUUID(),
                        "{\"value\":0.10,  \"note\":\"Ñandú \\u0000 \uD83D\uDE80 " + seq + "\"}"))
                .toList());
        await().atMost(SOON).untilAsserted(() -> ask("").body("sources[0].arrived", equalTo(count)));
    }

    private Partner partner(int count) {
        Partner partner = new Partner();
        PublishedRecords.of(Topics.MEASURES, district.id(), count).forEach(partner::keep);
        return partner;
    }

    private ValidatableResponse ask(String query) {
        return district.get("history/reconciliation" + (query.isEmpty() ? "" : "?") + query)
                .then()
                .statusCode(200);
    }
}
