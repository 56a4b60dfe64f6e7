package org.inpractice.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** How long a token that was verified once is believed. */
class VerifiedTokensTest {
    private static final Instant NOON = Instant.parse("2026-01-07T12:00:00Z");

    private final MovedClock clock = new MovedClock();
    private final VerifiedTokens tokens = new VerifiedTokens(clock);

    @Test
    void is_not_known_before_it_was_verified() {
        assertNull(identity("a"));
    }

    @Test
    void is_believed_for_a_minute_from_its_verification_however_often_it_is_used() {
        // given
        verified("a", NOON.plus(Duration.ofHours(1)));
        // when
        clock.now = NOON.plusSeconds(59);
        verified("a", NOON.plus(Duration.ofHours(1)));
        // then
        assertEquals("ana", Caller.of(identity("a")).subject());
        clock.now = NOON.plusSeconds(60);
        assertNull(identity("a"));
    }

    @Test
    void is_not_believed_beyond_its_expiry() {
        // given
        verified("a", NOON.plusSeconds(5));
        // when then
        clock.now = NOON.plusSeconds(4);
        assertEquals(List.of("0019647"), List.copyOf(Caller.of(identity("a")).districts()));
        clock.now = NOON.plusSeconds(5);
        assertNull(identity("a"));
    }

    @Test
    void those_of_too_many_are_forgotten_and_verified_anew() {
        // given
        for (int i = 0; i < 10_000; i++) {
            verified("token-" + i, NOON.plusSeconds(60));
        }
        // when
        verified("one more", NOON.plusSeconds(60));
        // then
        assertNull(identity("token-9999"));
        assertEquals("ana", Caller.of(identity("one more")).subject());
    }

    private SecurityIdentity identity(String token) {
        return tokens.authenticate(new TokenAuthenticationRequest(new AccessTokenCredential(token)), null)
                .await()
                .indefinitely();
    }

    private void verified(String token, Instant expiry) {
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Claims(token, expiry))
                .build();
        tokens.augment(identity, null).await().indefinitely();
    }

    /** What a verified token says. */
    private record Claims(String raw, Instant expiry) implements JsonWebToken {
        @Override
        public String getName() {
            return "ana";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("raw_token", "sub", "exp", "districts", "scope");
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
        }) // the interface asks for whatever the caller expects
        public <T> T getClaim(String name) {
            return (T)
                    switch (name) {
                        case "raw_token" -> raw;
                        case "sub" -> "ana";
                        case "exp" -> expiry.getEpochSecond();
                        case "districts" -> List.of("0019647");
                        case "scope" -> "read";
                        default -> null;
                    };
        }
    }

    private static final class MovedClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
