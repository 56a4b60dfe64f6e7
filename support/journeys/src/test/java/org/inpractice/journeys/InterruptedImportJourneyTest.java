package org.inpractice.journeys;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.inpractice.stack.LocalService;
import org.junit.jupiter.api.Test;

/** A long upload, and measurement-service killed in the middle of it. */
class InterruptedImportJourneyTest {
    private static final int ROWS = 40_000;
    private static final int SITES = 8;

    private final Services services = Services.running();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void an_acknowledged_upload_is_taken_up_where_the_last_commit_ended() throws Exception {
        // given
        Caller caller = new Caller(services, "1970001");
        String rows = rows(measure(caller));
        // when
        HttpResponse<String> accepted = client.send(
                upload(caller, rows).header("Prefer", "respond-async").build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(202, accepted.statusCode(), accepted.body());
        String path = "imports/"
                + Caller.json(new HttpConnection.Answer(202, null, null, accepted.body()))
                        .path("importId")
                        .asText();
        killWhileRunning(caller, path);
        // then
        await().atMost(Duration.ofMinutes(2))
                .until(() -> stands(caller, path).path("state").asText().equals("done"));
        JsonNode counts = stands(caller, path).path("counts");
        assertEquals(ROWS, counts.path("recorded").asInt(), counts.toString());
        assertEquals(0, counts.path("unchanged").asInt(), counts.toString());
        assertEveryRowIsThereOnce(caller);
    }

    @Test
    void an_upload_that_broke_off_may_be_sent_again_and_changes_nothing_that_is_in() throws Exception {
        // given
        Caller caller = new Caller(services, "1970002");
        String rows = rows(measure(caller));
        // when
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(upload(caller, rows).build(), HttpResponse.BodyHandlers.ofString());
        await().atMost(Services.PATIENCE)
                .until(() -> Caller.json(caller.get(LocalService.MEASUREMENT, "imports"))
                                .path("items")
                                .size()
                        == 1);
        String path = "imports/"
                + Caller.json(caller.get(LocalService.MEASUREMENT, "imports"))
                        .at("/items/0/importId")
                        .asText();
        killWhileRunning(caller, path);
        assertThrows(ExecutionException.class, first::get);
        int kept = stands(caller, path).at("/counts/recorded").asInt();
        HttpResponse<String> second = client.send(upload(caller, rows).build(), HttpResponse.BodyHandlers.ofString());
        // then
        assertEquals(200, second.statusCode(), second.body());
        JsonNode counts = Caller.json(new HttpConnection.Answer(200, null, null, second.body()))
                .path("counts");
        assertEquals(kept, counts.path("unchanged").asInt(), counts.toString());
        assertEquals(ROWS - kept, counts.path("recorded").asInt(), counts.toString());
        assertEveryRowIsThereOnce(caller);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> stands(caller, path).path("state").asText().equals("interrupted"));
    }

    private void killWhileRunning(Caller caller, String path) {
        await().atMost(Services.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stands(caller, path).at("/counts/recorded").asInt() > 0);
        RunningService killed = services.first(LocalService.MEASUREMENT);
        killed.kill();
        killed.start().awaitReady(Services.PATIENCE);
        JsonNode after = stands(caller, path);
        assertEquals("running", after.path("state").asText(), after.toString());
        assertTrue(after.at("/counts/recorded").asInt() < ROWS, "the upload was over before the kill");
    }

    /** The measure's event and one a row in the district's stream, and no other. */
    private static void assertEveryRowIsThereOnce(Caller caller) {
        Set<String> told = new HashSet<>();
        long after = 0;
        long last;
        do {
            JsonNode page = Caller.json(caller.get(LocalService.MEASUREMENT, "events?limit=500&after=" + after));
            for (JsonNode event : page.path("events")) {
                assertEquals(++after, event.path("districtseq").asLong());
                assertTrue(told.add(event.path("subject").asText()), "told twice: " + event);
            }
            last = page.path("lastSequence").asLong();
        } while (after < last);
        assertEquals(ROWS + 1, told.size());
    }

    private static JsonNode stands(Caller caller, String path) {
        return Caller.json(caller.get(LocalService.MEASUREMENT, path));
    }

    private HttpRequest.Builder upload(Caller caller, String rows) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + services.port(LocalService.MEASUREMENT) + "/v1/districts/"
                + caller.district() + "/observations");
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + services.installation().token(List.of(caller.district())))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(rows));
    }

    private static String measure(Caller caller) {
        return caller.post(
                        LocalService.MEASUREMENT,
                        "measures",
                        """
                        {'name': 'Attendance', 'kind': 'outcome', 'valueType': 'rate', 'unit': 'share', 'direction': 'increase',
                         'period': 'day', 'owner': 'Team'}""",
                        UUID.randomUUID().toString())
                .createdId();
    }

    private static String rows(String measure) {
        LocalDate first = LocalDate.of(2005, 1, 1);
        return "measureId,siteId,period,numerator,denominator\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(row -> "%s,site-%d,%s,%d,480"
                                .formatted(measure, row % SITES, first.plusDays(row / SITES), 400 + row % 80))
                        .collect(Collectors.joining("\n"));
    }
}
