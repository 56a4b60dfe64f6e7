package org.inpractice.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner's client of the live history: it connects again whenever the connection is lost, with the last id it has. */
final class LiveReader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String district;
    private final String token;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile int port;
    private volatile boolean closed;
    private String lastEventId;

    LiveReader(String district, String token, int port) {
        this.district = district;
        this.token = token;
        this.port = port;
    }

    void start() {
        Thread.ofPlatform().daemon().name("live-reader").start(this::run);
    }

    /** Where it connects the next time. */
    void goTo(int otherPort) {
        port = otherPort;
    }

    /** The events it was sent, as source and number. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    int connections() {
        return connections.get();
    }

    private void run() {
        while (!closed) {
            try {
                read();
            } catch (IOException e) {
                // The replica is gone; the next one goes on.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void read() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/v1/districts/" + district + "/history/stream?after=0"))
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            TimeUnit.MILLISECONDS.sleep(200);
            return;
        }
        connections.incrementAndGet();
        String id = null;
        String data = null;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !closed) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5);
                } else if (line.isEmpty()) {
                    take(id, data);
                    id = null;
                    data = null;
                }
                line = lines.readLine();
            }
        }
    }

    private void take(String id, String data) throws IOException {
        if (data != null) {
            JsonNode event = JSON.readTree(data);
            seen.add(event.path("source").asText() + "#"
                    + event.path("districtseq").asLong());
        }
        if (id != null) {
            lastEventId = id;
        }
    }

    @Override
    public void close() {
        closed = true;
        client.shutdownNow();
    }
}
