package org.inpractice.measurement.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.Transactions;

/**
 * What feedback has told of a district so far.
 *
 * @param transactions of the service under test
 */
record ToldFeedback(District district, Transactions transactions) {
    static final String CHANGED = "improvement.feedback.changed.v1";
    static final String SIGNAL = "improvement.signal.detected.v1";

    static List<String> verdicts(List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("type").asText().equals(CHANGED))
                .map(event -> event.path("data").path("verdictBefore").asText("null") + ">"
                        + event.path("data").path("verdict").asText())
                .toList();
    }

    void awaitTold(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertEquals(count, told().size()));
    }

    void awaitJudged() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !transactions.call(JudgingCursor::districtsBehind).contains(district.id()));
    }

    List<JsonNode> told() {
        return events().stream()
                .filter(event -> event.path("subject").asText().startsWith("feedback/"))
                .toList();
    }

    String lastObservationEvent() {
        return events().stream()
                .filter(event -> event.path("subject").asText().startsWith("observation/"))
                .toList()
                .getLast()
                .path("id")
                .asText();
    }

    List<JsonNode> events() {
        try {
            JsonNode page = EventJson.mapper()
                    .readTree(district.get("events?limit=500&after=0")
                            .statusCode(200)
                            .extract()
                            .asString());
            List<JsonNode> events = new ArrayList<>();
            page.path("events").forEach(events::add);
            return events;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void rebuild(String readModel) {
        district.post("/v1/admin/read-models/" + readModel + "/rebuild").statusCode(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> transactions.call(connection -> {
                    try (var statement =
                            connection.prepareStatement("select state from read_model_rebuild where read_model = ?")) {
                        statement.setString(1, readModel);
                        try (var row = statement.executeQuery()) {
                            return row.next() && row.getString(1).equals("done");
                        }
                    }
                }));
    }
}
