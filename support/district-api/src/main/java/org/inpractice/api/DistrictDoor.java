package org.inpractice.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every request under {@code /v1} passes here, whatever resource answers it, so no route can forget the check: the token
 * opens its own districts only, anybody else's looks as if it did not exist (404), reading needs {@code read}, writing
 * the service's write scope, {@code /v1/admin} needs {@code admin} (403). What is posted to {@code /v1/analyses} is not
 * stored: that is reading. That a token is there at all is checked before (401).
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class DistrictDoor implements ContainerRequestFilter {
    private static final Pattern DISTRICT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String STORING_NOTHING = "/v1/analyses/";

    @Inject
    SecurityIdentity identity;

    @Inject
    DistrictRequest request;

    @ConfigProperty(name = "inpractice.write-scope")
    String writeScope;

    @Override
    public void filter(ContainerRequestContext context) {
        UriInfo uri = context.getUriInfo();
        String path = uri.getPath();
        Caller caller = Caller.of(identity);
        String districtId = uri.getPathParameters().getFirst("districtId");
        if (districtId != null && (!DISTRICT_ID.matcher(districtId).matches() || !caller.covers(districtId))) {
            throw Problems.of(
                    404,
                    "DISTRICT_NOT_FOUND",
                    "No such district",
                    "This token opens no district of that id; use one whose districts claim names it.");
        }
        String scope = scope(context.getMethod(), path);
        if (!caller.scopes().contains(scope)) {
            throw Problems.of(
                    403, "SCOPE_MISSING", "The token does not allow this", "Use a token with the scope " + scope + ".");
        }
        request.fill(
                districtId,
                caller,
                context.getHeaderString(HttpHeaders.IF_MATCH),
                context.getHeaderString("Idempotency-Key"),
                context.getMethod() + " " + path);
    }

    private String scope(String method, String path) {
        if (path.startsWith("/v1/admin")) {
            return "admin";
        }
        return READING.contains(method) || path.startsWith(STORING_NOTHING) ? "read" : writeScope;
    }
}
