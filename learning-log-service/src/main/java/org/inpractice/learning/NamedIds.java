package org.inpractice.learning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids made from what they are of: name-based UUIDs (version 5, RFC 9562). Whoever speaks of the same thing, on whichever
 * replica and however often, writes to the same stream, which has one first event.
 */
public final class NamedIds {
    private NamedIds() {}

    /** The id of what is named by these parts, in this order. */
    public static UUID of(Object... parts) {
        StringBuilder name = new StringBuilder();
        for (Object part : parts) {
            name.append(part).append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest(name.toString().getBytes(StandardCharsets.UTF_8));
            hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
            hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
