package org.inpractice.learning.sealing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * A text in the form in which it may be stored and published: {@code sealed.1.} + id of its key + {@code .} + nonce,
 * ciphertext and tag of AES-256-GCM in base64url. It says nothing of the text but its length.
 */
public record SealedText(@JsonValue String value) {
    /** How every sealed text begins; the number is the form's version. */
    public static final String PREFIX = "sealed.1.";

    /** Twelve bytes and sixteen. */
    private static final int NONCE_AND_TAG = 28;

    /** Refuses null. */
    @JsonCreator
    public SealedText {
        Objects.requireNonNull(value);
    }

    /** How long the text is, in bytes of UTF-8; what its form gives away. */
    public int length() {
        int payload = value.length() - value.lastIndexOf('.') - 1;
        return Math.max(0, payload * 3 / 4 - NONCE_AND_TAG);
    }

    /** The JSON of an event has it as a plain string. */
    @Override
    public String toString() {
        return value;
    }
}
