package org.inpractice.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.inpractice.stream.EventJson;

/** Opaque keyset cursors: the sort keys of the last row seen. A list stays stable while others write. */
public final class Cursor {
    private static final TypeReference<List<String>> KEYS = new TypeReference<>() {};

    private Cursor() {}

    /** The cursor after a row with these sort keys. */
    public static String of(String... keys) {
        try {
            byte[] json = EventJson.mapper().writeValueAsBytes(Arrays.asList(keys));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The sort keys of a cursor; empty when there is no cursor.
     *
     * @param size how many keys this list sorts by
     */
    public static List<String> keys(String cursor, int size) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        try {
            List<String> keys =
                    EventJson.mapper().readValue(Base64.getUrlDecoder().decode(cursor), KEYS);
            if (keys.size() == size && keys.stream().noneMatch(key -> key == null || key.indexOf('\0') >= 0)) {
                return keys;
            }
        } catch (IOException | IllegalArgumentException e) {
            // Not ours, which the problem below says.
        }
        throw notOurs();
    }

    /** The one sort key of a list that goes down a sequence; beyond every sequence when there is no cursor. */
    public static long sequence(String cursor) {
        List<String> keys = keys(cursor, 1);
        if (keys.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!keys.get(0).matches("\\d{1,18}")) {
            throw notOurs();
        }
        return Long.parseLong(keys.get(0));
    }

    /** Refuses a cursor whose keys do not parse. */
    public static RuntimeException notOurs() {
        return Problems.invalid("cursor", "Send the cursor exactly as the previous page's next gave it.");
    }
}
