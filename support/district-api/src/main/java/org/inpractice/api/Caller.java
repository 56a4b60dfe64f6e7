package org.inpractice.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls, from the bearer token.
 *
 * @param subject the token's {@code sub}
 * @param districts its claim of that name: ids, or {@code *} for an operator of the whole installation
 * @param scopes what it allows, for example {@code read}
 */
record Caller(String subject, Set<String> districts, Set<String> scopes) {
    private static final String ALL_DISTRICTS = "*";
    private static final String ATTRIBUTE = "inpractice.caller";

    /** As {@link VerifiedTokens} remembers it: asking a token for its claims costs an exception each. */
    static Caller of(SecurityIdentity identity) {
        Caller known = identity.getAttribute(ATTRIBUTE);
        return known == null ? read(identity) : known;
    }

    /** The identity with its caller remembered; itself when it has none. */
    static SecurityIdentity remembered(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            return identity;
        }
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(ATTRIBUTE, read(identity))
                .build();
    }

    private static Caller read(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            throw Problems.of(401, "NO_SUBJECT", "The token names nobody", "Send a token with a sub claim.");
        }
        return new Caller(token.getSubject(), texts(token.getClaim("districts")), texts(token.getClaim("scope")));
    }

    /** Whether the token opens a district. */
    boolean covers(String districtId) {
        return districts.contains(districtId) || coversAll();
    }

    boolean coversAll() {
        return districts.contains(ALL_DISTRICTS);
    }

    private static Set<String> texts(Object claim) {
        Set<String> texts = new LinkedHashSet<>();
        if (claim instanceof Collection<?> many) {
            for (Object one : many) {
                texts.add(one instanceof JsonString text ? text.getString() : String.valueOf(one));
            }
        } else if (claim != null) {
            String text = claim instanceof JsonString json ? json.getString() : String.valueOf(claim);
            texts.addAll(Set.of(text.strip().split("\\s+", -1)));
        }
        return texts;
    }
}
