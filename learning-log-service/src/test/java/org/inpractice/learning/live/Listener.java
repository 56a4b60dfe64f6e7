package org.inpractice.learning.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the stream that knows no more than the standard of server-sent events says. */
final class Listener implements AutoCloseable {
    private static final Pattern SEQUENCE = Pattern.compile("\"source\":\"/([a-z-]+)\".*\"districtseq\":(\\d+).*");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final InputStream body;
    private final BufferedReader lines;
    private final List<String> comments = new ArrayList<>();
    private final int status;
    private String lastEventId;
    private String last = "";

    private Listener(HttpResponse<InputStream> response, String lastEventId) {
        this.status = response.statusCode();
        this.body = response.body();
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        this.lastEventId = lastEventId;
    }

    /** Connects; without a place when {@code lastEventId} is null. */
    static Listener open(String url, String token, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new Listener(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()), lastEventId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    int status() {
        return status;
    }

    String lastEventId() {
        return lastEventId;
    }

    List<String> comments() {
        return comments;
    }

    /** The next message, as {@code source#sequence}; null when the stream has ended. */
    String next() {
        String block = block(() -> false);
        while (block != null && block.isEmpty()) {
            block = block(() -> false);
        }
        if (block == null) {
            return null;
        }
        last = block;
        Matcher sequence = SEQUENCE.matcher(block);
        if (!sequence.find()) {
            throw new AssertionError("no event: " + block);
        }
        return sequence.group(1) + "#" + sequence.group(2);
    }

    /** The data of the message that was read last. */
    String block() {
        return last;
    }

    /** Reads one block, whatever is in it. */
    void awaitBlock() {
        block(() -> false);
    }

    /** Reads until there is a comment that contains a text. */
    void awaitComment(String text) {
        BooleanSupplier there = () -> comments.stream().anyMatch(comment -> comment.contains(text));
        while (!there.getAsBoolean()) {
            if (block(there) == null) {
                throw new AssertionError("the stream ended with " + comments);
            }
        }
    }

    /** The data up to the next empty line; empty when there was none; null at the end of the stream. */
    private String block(BooleanSupplier enough) {
        StringBuilder data = new StringBuilder();
        try {
            while (!enough.getAsBoolean()) {
                String line = lines.readLine();
                if (line == null) {
                    return null;
                } else if (line.isEmpty()) {
                    return data.toString();
                } else if (line.startsWith(":")) {
                    comments.add(line.substring(1));
                } else if (line.startsWith("id:")) {
                    lastEventId = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                }
            }
            return "";
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
