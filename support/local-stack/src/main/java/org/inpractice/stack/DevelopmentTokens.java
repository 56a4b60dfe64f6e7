package org.inpractice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Signs bearer tokens (JWT, RS256) for the local stack. Whoever has the key file can act for every district: development only. */
public final class DevelopmentTokens {
    public static final String ISSUER = "https://improvement-in-practice.localhost/dev";
    public static final String AUDIENCE = "improvement-in-practice";

    /** Every scope the services know. */
    public static final List<String> ALL_SCOPES =
            List.of("read", "measures:write", "cycles:write", "learning:write", "small-cells", "admin");

    private static final int KEY_BITS = 2048;

    private final RSAPrivateCrtKey key;

    private DevelopmentTokens(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /** With a new key that is nowhere stored. */
    public static DevelopmentTokens generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return new DevelopmentTokens(
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    /** With the key of the folder's file {@code token-signing-key}, which is made, readable by its owner only, when missing. */
    public static DevelopmentTokens in(Path folder) {
        Path file = folder.resolve("token-signing-key");
        try {
            if (Files.exists(file)) {
                return withKey(Files.readString(file).strip());
            }
            DevelopmentTokens tokens = generate();
            Files.createDirectories(folder);
            Path written = Files.createTempFile(
                    folder,
                    "token-signing-key",
                    ".partial",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, tokens.privateKey() + "\n");
            Files.move(written, file);
            return tokens;
        } catch (IOException e) {
            throw new LocalStackException("Could not keep the token key in " + file + ": " + e.getMessage(), e);
        }
    }

    /** With the given {@link #privateKey()}. */
    public static DevelopmentTokens withKey(String privateKey) {
        try {
            byte[] encoded = Base64.getDecoder().decode(privateKey);
            return new DevelopmentTokens(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new LocalStackException("The token key is not a base64 PKCS#8 RSA key: remove it.", e);
        }
    }

    /** Base64 of the PKCS#8 form, one line. */
    public String privateKey() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** What services verify with: base64 of the X.509 form, one line, without header and footer. */
    public String publicKey() {
        try {
            RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return Base64.getEncoder()
                    .encodeToString(
                            KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A signed token.
     *
     * @param subject who acts
     * @param districts ids of the districts it opens
     * @param scopes what it allows, see {@link #ALL_SCOPES}
     * @param lifetime from now; a negative one makes an expired token
     */
    public String token(String subject, Collection<String> districts, Collection<String> scopes, Duration lifetime) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(lifetime.toSeconds() / 60f);
        claims.setStringListClaim("districts", List.copyOf(districts));
        claims.setStringClaim("scope", String.join(" ", scopes));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token of one hour for one district with every scope. */
    public String token(String subject, String district) {
        return token(subject, List.of(district), ALL_SCOPES, Duration.ofHours(1));
    }
}
