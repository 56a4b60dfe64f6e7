package org.inpractice.journeys;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.inpractice.journeys.HttpConnection.Answer;
import org.inpractice.stack.LocalService;

/** A district's data system: it sends each request, with its idempotency key, until it is acknowledged. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Services services;
    private final String district;
    private final String token;

    Caller(Services services, String district) {
        this.services = services;
        this.district = district;
        this.token = services.installation().token(List.of(district));
    }

    String district() {
        return district;
    }

    /** Posts until the service says that it is done; fails when it refuses. */
    Answer post(LocalService service, String path, String json, String key, String... headers) {
        List<String> lines = new ArrayList<>(List.of(headers));
        lines.add("Idempotency-Key: " + key);
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Answer answer = untilAnswered(
                service,
                connection -> connection.send(
                        "POST", "/v1/districts/" + district + "/" + path, body, lines.toArray(String[]::new)));
        if (answer.status() >= 300) {
            fail(service.serviceName() + " refused " + path + " with " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    /** Reads. */
    Answer get(LocalService service, String path) {
        return untilAnswered(service, connection -> connection.get("/v1/districts/" + district + "/" + path));
    }

    /** Reads all pages of a list. */
    List<JsonNode> all(LocalService service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = json(get(service, path + (path.contains("?") ? "&" : "?") + "limit=500" + cursor));
            page.path("items").forEach(items::add);
            if (!page.hasNonNull("next")) {
                return items;
            }
            cursor = "&cursor=" + page.get("next").asText();
        }
    }

    static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.text());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + answer, e);
        }
    }

    private interface Exchange {
        Answer with(HttpConnection connection) throws IOException;
    }

    private Answer untilAnswered(LocalService service, Exchange exchange) {
        long began = System.nanoTime();
        while (true) {
            String trouble;
            try (HttpConnection connection = new HttpConnection(services.port(service), token)) {
                Answer answer = exchange.with(connection);
                if (answer.status() < 500) {
                    return answer;
                }
                trouble = answer.status() + " " + answer.text();
            } catch (IOException e) {
                trouble = e.toString();
            }
            if (System.nanoTime() - began > Services.PATIENCE.toNanos()) {
                fail(service.serviceName() + " does not answer: " + trouble + services.lastWords());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
