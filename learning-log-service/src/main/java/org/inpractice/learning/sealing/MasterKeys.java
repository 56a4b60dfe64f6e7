package org.inpractice.learning.sealing;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys that wrap all others, from configuration and never in the database: {@code id:base64, id:base64, …}. The first
 * wraps what is new, the others only open what they once wrapped.
 */
final class MasterKeys {
    /** The setting. */
    static final String SETTING = "inpractice.sealing.master-keys";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final String current;

    private MasterKeys(String setting) {
        for (String entry : setting.strip().split("\\s*,\\s*", -1)) {
            int colon = entry.indexOf(':');
            String id = colon < 0 ? "" : entry.substring(0, colon);
            if (!ID.matcher(id).matches() || keys.put(id, key(entry.substring(colon + 1))) != null) {
                throw wrong("each key needs an id of its own before a colon");
            }
        }
        current = keys.keySet().iterator().next();
    }

    /**
     * Reads the setting.
     *
     * @throws IllegalStateException with the remedy, and without any part of a key, when it is missing or wrong
     */
    static MasterKeys of(Optional<String> setting) {
        return new MasterKeys(setting.orElseThrow(() -> wrong("it is missing")));
    }

    /** The id of the key that wraps what is new. */
    String current() {
        return current;
    }

    Set<String> ids() {
        return keys.keySet();
    }

    /** A key wrapped with the current master key, in base64. */
    String wrap(byte[] key, String boundTo) {
        return Base64.getEncoder().encodeToString(TextCipher.seal(keys.get(current), key, boundTo(current, boundTo)));
    }

    /** Empty when that master key is not configured, or is another one under the same id. */
    Optional<byte[]> unwrap(String masterKey, String wrapped, String boundTo) {
        return Optional.ofNullable(keys.get(masterKey))
                .flatMap(key -> TextCipher.open(key, Base64.getDecoder().decode(wrapped), boundTo(masterKey, boundTo)));
    }

    private static String boundTo(String masterKey, String boundTo) {
        return masterKey + "\n" + boundTo;
    }

    private static byte[] key(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length == TextCipher.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without what was sent.
        }
        throw wrong("each key is the base64 of 32 random bytes");
    }

    private static IllegalStateException wrong(String what) {
        return new IllegalStateException(SETTING + ": " + what + ". Set it to id:key, for example with"
                + " INPRACTICE_SEALING_MASTER_KEYS=2026a:$(openssl rand -base64 32), keep it as secret as the database's"
                + " password and apart from its backups; to change it, put the new key first and leave the old one"
                + " behind a comma until nothing is wrapped with it any more.");
    }
}
