package org.inpractice.cycles.feedback;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.District;
import org.inpractice.cycles.MeasurementService;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.RecordedEvent;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** What was said of a cycle can be asked for as of any instant, whatever is said later. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class FeedbackFollowerTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SITE = "19647330112536";

    @Inject
    Transactions transactions;

    private final District district = District.any();
    private final MeasurementService measurement = new MeasurementService(district);
    private final String cycle = UUID.randomUUID().toString();

    private void tellAYear() {
        measurement.defines(District.MEASURE);
        measurement.observes("2025-09-03T08:00:00Z", District.MEASURE, SITE, "2025-08", 24);
        measurement.judges("2025-10-01T08:00:00Z", cycle, "insufficient_data", District.MEASURE, 0);
        measurement.observes("2025-11-03T08:00:00Z", District.MEASURE, SITE, "2025-10", 20);
        measurement.point(
                "2025-12-03T08:00:00Z", "recorded", District.MEASURE, SITE, "2025-11", "\"status\":\"suppressed\"");
        measurement.point(
                "2026-01-10T08:00:00Z",
                "corrected",
                District.MEASURE,
                SITE,
                "2025-10",
                "\"status\":\"reported\",\"numerator\":18,\"denominator\":100");
        measurement.judges("2026-03-01T08:00:00Z", cycle, "improved", District.MEASURE, -3.6);
        measurement.point(
                "2026-03-02T08:00:00Z", "withdrawn", District.MEASURE, SITE, "2025-11", "\"reason\":\"wrong\"");
        measurement.send();
    }

    @Test
    void the_verdict_as_of_an_instant_is_the_one_that_was_said_then() {
        // when
        tellAYear();
        measurement.sendAgain();
        // then
        awaitVerdicts(2);
        district.get("cycles/" + cycle + "/verdicts")
                .body("items.verdict", contains("improved", "insufficient_data"))
                .body("items[0].knownUntil", nullValue())
                .body("items[0].effect.estimate", equalTo(-3.6f))
                .body("items[0].eventId", notNullValue())
                .body("items[1].knownUntil", equalTo("2026-03-01T08:00:00Z"));
        district.get("cycles/" + cycle + "/verdicts?asOf=2026-01-01T00:00:00Z")
                .body("items.verdict", contains("insufficient_data"))
                .body("items[0].knownUntil", nullValue());
        district.get("cycles/" + cycle + "/verdicts?asOf=2025-01-01T00:00:00Z").body("items", empty());
        String next = district.get("cycles/" + cycle + "/verdicts?limit=1")
                .body("items.verdict", contains("improved"))
                .extract()
                .path("next");
        district.get("cycles/" + cycle + "/verdicts?limit=1&cursor=" + next)
                .body("items.verdict", contains("insufficient_data"))
                .body("next", nullValue());
        District other = District.any();
        other.as("ana").get(other.path("cycles/" + cycle + "/verdicts")).then().statusCode(404);
    }

    @Test
    void the_data_as_of_an_instant_is_what_had_been_told_then() throws SQLException {
        // given
        tellAYear();
        awaitVerdicts(2);
        // then
        assertEquals(new BigDecimal("-4"), known("2025-12-31T00:00:00Z").change(UUID.fromString(District.MEASURE)));
        assertEquals(1, data("2025-12-31T00:00:00Z").suppressed());
        assertEquals("insufficient_data", known("2025-12-31T00:00:00Z").verdict());
        assertEquals(new BigDecimal("-6"), known("2026-03-05T00:00:00Z").change(UUID.fromString(District.MEASURE)));
        assertEquals(0, data("2026-03-05T00:00:00Z").suppressed());
        assertEquals("improved", known("2026-03-05T00:00:00Z").verdict());
        assertEquals(0, data("2025-09-01T00:00:00Z").pointsBefore());
        assertEquals(null, known("2025-09-01T00:00:00Z").verdict());
        assertFalse(known("2025-09-01T00:00:00Z").statement().isEmpty());
    }

    private KnownData data(String asOf) throws SQLException {
        return known(asOf).of(UUID.fromString(District.MEASURE)).orElseThrow();
    }

    private KnownFeedback known(String asOf) throws SQLException {
        Knowledge knowledge = new Knowledge(
                district.id(),
                UUID.fromString(cycle),
                List.of(new MeasureInFocus(UUID.fromString(District.MEASURE), "outcome")),
                SITE,
                "all",
                LocalDate.of(2025, 9, 22));
        return transactions.call(
                connection -> knowledge.at(connection, Instant.parse(asOf), LocalDate.parse(asOf.substring(0, 10))));
    }

    @Test
    void made_anew_from_the_topic_the_tables_are_the_same_row_for_row() throws SQLException {
        // given
        tellAYear();
        awaitVerdicts(2);
        List<String> live = rows();
        assertFalse(live.isEmpty());
        // when
        district.as("ana")
                .post("/v1/admin/read-models/" + FeedbackFollower.NAME + "/rebuild")
                .then()
                .statusCode(202);
        String state = "rebuilds.find { it.readModel == '" + FeedbackFollower.NAME + "' }.state";
        await().atMost(SOON)
                .untilAsserted(() ->
                        district.as("ana").get("/v1/admin/read-models").then().body(state, equalTo("done")));
        // then
        assertEquals(live, rows());
    }

    private void awaitVerdicts(int count) {
        await().atMost(SOON)
                .untilAsserted(() -> district.as("ana")
                        .get(district.path("cycles/" + cycle + "/verdicts"))
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(count)));
        await().atMost(SOON).until(() -> rows().stream().anyMatch(row -> row.contains("withdrawn")));
    }

    private List<String> rows() throws SQLException {
        return transactions.call(connection -> {
            List<String> rows = new ArrayList<>();
            for (String table : List.of("told_verdict", "told_measure", "told_point")) {
                try (var statement = connection.prepareStatement(
                        "select t::text from " + table + " t where district_id = ? order by 1")) {
                    statement.setString(1, district.id());
                    try (var row = statement.executeQuery()) {
                        while (row.next()) {
                            rows.add(table + row.getString(1));
                        }
                    }
                }
            }
            return rows;
        });
    }

    @Test
    void the_published_samples_are_read() {
        EventContract contract = EventContract.ofThisRepository();
        EventCodec<ToldEvent> codec = new EventCodec<>(ToldEvent.class);
        for (String wireType : codec.wireTypes()) {
            String type = wireType.substring(0, wireType.lastIndexOf(".v"));
            ToldEvent event = codec.read(new RecordedEvent(
                            "measurement-service",
                            "1",
                            1,
                            new UUID(0, 1),
                            "any",
                            new UUID(0, 2),
                            1,
                            type,
                            1,
                            Instant.EPOCH,
                            Instant.EPOCH,
                            "a",
                            null,
                            null,
                            contract.sampleData(wireType)))
                    .orElseThrow();
            switch (event) {
                case ToldEvent.FeedbackChanged changed -> assertEquals("improved", changed.verdict());
                case ToldEvent.MeasureDefined defined -> assertEquals("month", defined.period());
                case ToldEvent.OfPoint point -> assertEquals("2025-09", point.period());
            }
        }
    }
}
