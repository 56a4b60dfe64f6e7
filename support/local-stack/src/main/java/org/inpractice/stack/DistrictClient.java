package org.inpractice.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Speaks to the three services' public REST API about one district, as a district's own data system would. */
public final class DistrictClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 300;
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<LocalService, URI> addresses;
    private final String district;
    private final String token;

    /** For one district with one token. */
    public DistrictClient(Map<LocalService, URI> addresses, String district, String token) {
        this.addresses = Map.copyOf(addresses);
        this.district = district;
        this.token = token;
    }

    /**
     * What a service answered.
     *
     * @param body as JSON, a missing node when there is none
     */
    public record Answer(int status, JsonNode body, Optional<String> location, Optional<String> etag) {
        /** The last segment of {@code Location}. */
        public Optional<String> createdId() {
            return location.map(path -> path.substring(path.lastIndexOf('/') + 1));
        }
    }

    /** Reads; while the service is away, tries again for half a minute. */
    public Answer get(LocalService service, String path) {
        return send(service, HttpRequest.newBuilder(uri(service, path)).GET());
    }

    /**
     * Writes. The key makes it safe to send again, here and in a later run; while the service is away it is sent again for half a minute.
     */
    public Answer post(LocalService service, String path, JsonNode body, String idempotencyKey) {
        return send(
                service,
                HttpRequest.newBuilder(uri(service, path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Puts something in place of the version an {@code ETag} names. Safe to send again with the same key. */
    public Answer put(LocalService service, String path, JsonNode body, String ifMatch, String idempotencyKey) {
        return send(
                service,
                HttpRequest.newBuilder(uri(service, path))
                        .header("Content-Type", "application/json")
                        .header("If-Match", ifMatch)
                        .header("Idempotency-Key", idempotencyKey)
                        .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Uploads a text; the same again changes nothing that is in. While the service is away it is sent again for half a minute. */
    public Answer upload(LocalService service, String path, byte[] text) {
        return send(
                service,
                HttpRequest.newBuilder(uri(service, path))
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(text)));
    }

    private URI uri(LocalService service, String path) {
        return URI.create(addresses.get(service) + "/v1/districts/" + district + "/" + path);
    }

    private Answer send(LocalService service, HttpRequest.Builder request) {
        request.header("Authorization", "Bearer " + token).timeout(PATIENCE);
        long began = System.nanoTime();
        while (true) {
            String trouble;
            try {
                HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (!AWAY.contains(response.statusCode())) {
                    return answer(response);
                }
                trouble = "HTTP " + response.statusCode();
            } catch (IOException e) {
                trouble = String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalStackException("Interrupted while asking " + service.serviceName() + ".", e);
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new LocalStackException(service.serviceName() + " does not answer: " + trouble + ".");
            }
            pause();
        }
    }

    private static Answer answer(HttpResponse<String> response) throws IOException {
        String body = response.body();
        return new Answer(
                response.statusCode(),
                body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body),
                response.headers().firstValue("Location"),
                response.headers().firstValue("ETag"));
    }

    /** Waits a moment before asking again. */
    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
