package org.inpractice.api;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers whose a verified token is, for at most a minute and never beyond its expiry. A data system sends thousands of
 * requests with one token, and verifying its signature was a quarter of the work of recording an observation. Nothing is
 * let in that the identity provider did not verify: an unknown, expired or forgotten token goes to it.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {
    /** A key that the issuer withdraws is trusted so much longer. */
    private static final long REMEMBERED_SECONDS = 60;

    /** Enough for every client of a state; beyond it all are forgotten, which costs a verification each. */
    private static final int MOST_TOKENS = 10_000;

    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    private final Clock clock;

    @Inject
    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    private record Verified(SecurityIdentity identity, long untilSecond) {}

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        // Asked before the provider that verifies.
        return Integer.MAX_VALUE;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        Verified known = verified.get(request.getToken().getToken());
        if (known == null || known.untilSecond() <= clock.instant().getEpochSecond()) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().item(known.identity());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getRawToken() == null) {
            return Uni.createFrom().item(identity);
        }
        long now = clock.instant().getEpochSecond();
        Verified known = verified.get(token.getRawToken());
        // One that is remembered is not remembered longer because it is used: the minute is from the verification.
        if (known != null && known.untilSecond() > now) {
            return Uni.createFrom().item(known.identity());
        }
        if (verified.size() >= MOST_TOKENS) {
            verified.clear();
        }
        SecurityIdentity remembered = Caller.remembered(identity);
        long until = Math.min(token.getExpirationTime(), now + REMEMBERED_SECONDS);
        verified.put(token.getRawToken(), new Verified(remembered, until));
        return Uni.createFrom().item(remembered);
    }
}
