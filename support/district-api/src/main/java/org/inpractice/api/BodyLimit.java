package org.inpractice.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large before a byte of it is read; the server's own refusal would say nothing. */
@ApplicationScoped
public class BodyLimit {
    /** Before the server's own check. */
    private static final int PRIORITY = 100;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize limit;

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.length() < 6 || Long.parseLong(length) <= limit.asLongValue()) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end("""
                        {"type":"urn:inpractice:problem:body-too-large","status":413,"code":"BODY_TOO_LARGE",\
                        "title":"The request is too large",\
                        "detail":"Send it in several requests of at most %d bytes and 1,000 items each."}""".formatted(limit.asLongValue()));
    }
}
