package org.inpractice.learning.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Opens the texts of some reports of one district, with the keys as they were when it was made. Use it for one answer
 * and drop it: an erased text must not be opened later from here.
 */
public final class Opener {
    /** What a text reads as whose key was erased. */
    public static final String REDACTED = "redacted";

    /** What a text reads as that was changed or moved where it is stored, or whose master key is not configured. */
    public static final String UNREADABLE = "unreadable";

    private static final Logger LOG = Logger.getLogger(Opener.class);
    private static final int KEY_ID_LENGTH = 36;

    private final MasterKeys masterKeys;
    private final String districtId;
    private final Map<String, TextKey> keys = new HashMap<>();
    private final Map<UUID, Optional<byte[]>> unwrapped = new HashMap<>();

    Opener(MasterKeys masterKeys, String districtId, List<TextKey> keys) {
        this.masterKeys = masterKeys;
        this.districtId = districtId;
        keys.forEach(key -> this.keys.put(key.keyId().toString(), key));
    }

    /** The text, {@value #REDACTED} or {@value #UNREADABLE}; null of null. */
    public String open(UUID reportId, String field, String sealed) {
        if (sealed == null) {
            return null;
        }
        return find(reportId, field, sealed).orElse(REDACTED);
    }

    /** The text, {@value #REDACTED} or {@value #UNREADABLE}; null of null. */
    public String open(UUID reportId, String field, SealedText sealed) {
        return sealed == null ? null : open(reportId, field, sealed.value());
    }

    /** The texts of one field, in their order. */
    public List<String> open(UUID reportId, String field, List<String> sealed) {
        return sealed.stream().map(text -> open(reportId, field, text)).toList();
    }

    /** The text, or empty when its key was erased: for whoever must leave erased ones out. */
    public Optional<String> find(UUID reportId, String field, String sealed) {
        int keyEnd = SealedText.PREFIX.length() + KEY_ID_LENGTH;
        if (!sealed.startsWith(SealedText.PREFIX) || sealed.length() <= keyEnd) {
            return Optional.of(unreadable(reportId, field));
        }
        TextKey key = keys.get(sealed.substring(SealedText.PREFIX.length(), keyEnd));
        if (key == null) {
            return Optional.empty();
        }
        return Optional.of(unwrapped(key)
                .flatMap(clear -> TextCipher.open(
                        clear, payload(sealed.substring(keyEnd + 1)), TextKey.place(districtId, reportId, field)))
                .map(clear -> new String(clear, StandardCharsets.UTF_8))
                .orElseGet(() -> unreadable(reportId, field)));
    }

    private Optional<byte[]> unwrapped(TextKey key) {
        return unwrapped.computeIfAbsent(
                key.keyId(), id -> masterKeys.unwrap(key.masterKey(), key.wrapped(), key.boundTo()));
    }

    private static byte[] payload(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private String unreadable(UUID reportId, String field) {
        LOG.errorf("the text %s of report %s, district %s, does not open where it stands", field, reportId, districtId);
        return UNREADABLE;
    }
}
