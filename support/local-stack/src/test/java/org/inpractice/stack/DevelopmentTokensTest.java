package org.inpractice.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentTokensTest {
    @TempDir
    Path folder;

    @Test
    void a_token_verifies_with_the_public_key_and_says_who_may_do_what() throws Exception {
        // given
        DevelopmentTokens tokens = DevelopmentTokens.generate();
        // when
        String token =
                tokens.token("ana", List.of("0019647", "1964733"), List.of("read", "admin"), Duration.ofMinutes(5));
        // then
        JwtClaims claims = verified(token, tokens.publicKey());
        assertEquals("ana", claims.getSubject());
        assertEquals(List.of("0019647", "1964733"), claims.getStringListClaimValue("districts"));
        assertEquals("read admin", claims.getStringClaimValue("scope"));
    }

    @Test
    void a_token_of_another_key_and_an_expired_one_do_not_verify() {
        // given
        DevelopmentTokens ours = DevelopmentTokens.generate();
        String foreign = DevelopmentTokens.generate().token("ana", "1964733");
        String expired = ours.token("ana", List.of("1964733"), List.of("read"), Duration.ofMinutes(-5));
        // then
        assertThrows(InvalidJwtException.class, () -> verified(foreign, ours.publicKey()));
        assertThrows(InvalidJwtException.class, () -> verified(expired, ours.publicKey()));
    }

    @Test
    void the_key_stays_the_same_and_is_readable_by_its_owner_only() throws Exception {
        // given
        Path keys = folder.resolve("keys");
        // when
        String first = DevelopmentTokens.in(keys).publicKey();
        String second = DevelopmentTokens.in(keys).publicKey();
        // then
        assertEquals(first, second);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("token-signing-key"))));
    }

    private static JwtClaims verified(String token, String publicKey) throws Exception {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer(DevelopmentTokens.ISSUER)
                .setExpectedAudience(DevelopmentTokens.AUDIENCE)
                .setRequireExpirationTime()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256")
                .build()
                .processToClaims(token);
    }
}
