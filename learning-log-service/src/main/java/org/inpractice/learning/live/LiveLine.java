package org.inpractice.learning.live;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The connection of a reader: how long its token holds, and how to cut it when the reader takes nothing.
 *
 * @param until when the token expires
 */
record LiveLine(Instant until, HttpServerResponse response) {
    /** Whether the token still holds. */
    boolean openAt(Instant now) {
        return now.isBefore(until);
    }

    /** Cuts the connection without waiting for what was sent: nobody takes it. */
    void cut() {
        response.reset();
    }

    /** Knows the line of the request at hand. */
    @RequestScoped
    static class Lines {
        @Inject
        SecurityIdentity identity;

        @Inject
        CurrentVertxRequest current;

        LiveLine line() {
            HttpServerResponse response = current.getCurrent().response();
            // Neither a cache nor a proxy's buffer may hold a stream back.
            response.putHeader("Cache-Control", "no-store");
            response.putHeader("X-Accel-Buffering", "no");
            Instant until = identity.getPrincipal() instanceof JsonWebToken token
                    ? Instant.ofEpochSecond(token.getExpirationTime())
                    : Instant.MIN;
            return new LiveLine(until, response);
        }
    }
}
