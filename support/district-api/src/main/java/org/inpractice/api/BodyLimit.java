package org.inpractice.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is too large, or does not say how large it is, before a byte of it is read; the server's own refusal
 * would say nothing. Media types that are read as they arrive are let through: the server's own, larger limit is theirs.
 */
@ApplicationScoped
public class BodyLimit {
    /** Before the server's own check. */
    private static final int PRIORITY = 100;

    @ConfigProperty(name = "inpractice.http.largest-body", defaultValue = "2M")
    MemorySize limit;

    @ConfigProperty(name = "inpractice.http.streams")
    Optional<List<String>> streams;

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean isChunked = length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        boolean isShort = length == null || length.length() < 6 || Long.parseLong(length) <= limit.asLongValue();
        if ((isShort && !isChunked) || isStream(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            context.next();
            return;
        }
        if (isChunked) {
            refuse(
                    context,
                    411,
                    "body-length-missing",
                    "BODY_LENGTH_MISSING",
                    "The request does not say how long it is",
                    "Send it with the header Content-Length.");
        } else {
            refuse(
                    context,
                    413,
                    "body-too-large",
                    "BODY_TOO_LARGE",
                    "The request is too large",
                    "Send it in several requests of at most %d bytes and 1,000 items each."
                            .formatted(limit.asLongValue()));
        }
    }

    private boolean isStream(String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return streams.orElse(List.of()).contains(type);
    }

    private static void refuse(
            RoutingContext context, int status, String type, String code, String title, String detail) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end("""
                        {"type":"urn:inpractice:problem:%s","status":%d,"code":"%s","title":"%s","detail":"%s"}""".formatted(type, status, code, title, detail));
    }
}
