package org.inpractice.learning.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.inpractice.api.Cursor;
import org.inpractice.stream.EventJson;

/**
 * Where a reader stands in a list.
 *
 * @param complete how far each source's events had arrived when the list began: what arrives later, perhaps with an
 *     earlier {@code recordedAt}, belongs to the next list, so that no page of this one can skip or repeat an event
 */
record TimelinePosition(Instant recordedAt, String source, long districtSeq, SortedMap<String, Long> complete) {
    private static final TypeReference<TreeMap<String, Long>> SEQUENCES = new TypeReference<>() {};
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    String cursor() {
        try {
            return Cursor.of(
                    recordedAt.toString(),
                    source,
                    Long.toString(districtSeq),
                    EventJson.mapper().writeValueAsString(complete));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The position that a cursor says; null without a cursor. */
    static TimelinePosition of(String cursor) {
        List<String> keys = Cursor.keys(cursor, 4);
        if (keys.isEmpty()) {
            return null;
        }
        try {
            Instant recordedAt = Instant.parse(keys.get(0));
            Map<String, Long> complete = EventJson.mapper().readValue(keys.get(3), SEQUENCES);
            if (recordedAt.isAfter(Instant.EPOCH)
                    && recordedAt.isBefore(LAST)
                    && complete.entrySet().stream().noneMatch(TimelinePosition::notOurs)) {
                return new TimelinePosition(
                        recordedAt, keys.get(1), Long.parseLong(keys.get(2)), new TreeMap<>(complete));
            }
        } catch (DateTimeException | NumberFormatException | JsonProcessingException | NullPointerException e) {
            // Not ours, which the problem below says.
        }
        throw Cursor.notOurs();
    }

    private static boolean notOurs(Map.Entry<String, Long> sequence) {
        return sequence.getValue() == null || sequence.getKey().indexOf('\0') >= 0;
    }
}
