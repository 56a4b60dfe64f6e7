package org.inpractice.learning.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.inpractice.api.Problems;
import org.inpractice.stream.EventJson;

/**
 * How much of a district's history somebody has: of each source the last sequence number. Because the sequences have no
 * gaps, this says exactly which events are still to come, on every replica and after every restart; no time and no clock
 * is in it.
 *
 * @param sequences by source; a source that is not there is at 0
 */
public record HistoryPosition(SortedMap<String, Long> sequences) {
    /** Before the first event. */
    public static final HistoryPosition ZERO = new HistoryPosition(new TreeMap<>());

    /** More sources than a district can have. */
    private static final int MOST_SOURCES = 20;

    private static final TypeReference<TreeMap<String, Long>> SEQUENCES = new TypeReference<>() {};

    /** The last number of a source. */
    public long of(String source) {
        return sequences.getOrDefault(source, 0L);
    }

    /** The position when one more event is there; never goes back. */
    public HistoryPosition after(HistoryEntry event) {
        return with(event.source(), event.districtSeq());
    }

    /** The position when a source is there up to a number; never goes back. */
    HistoryPosition with(String source, long sequence) {
        SortedMap<String, Long> moved = new TreeMap<>(sequences);
        moved.merge(source, sequence, Math::max);
        return new HistoryPosition(moved);
    }

    /** Whether all that another position has is here too. */
    public boolean covers(HistoryPosition other) {
        return other.sequences.entrySet().stream().allMatch(each -> of(each.getKey()) >= each.getValue());
    }

    /**
     * This position, unless it has more than there is: it was then given by another installation, or before a database
     * went back to an older backup, and whoever sends it must not be left to wait.
     *
     * @param name of the parameter or header, for the problem
     */
    public HistoryPosition notBeyond(String name, HistoryPosition complete) {
        if (!complete.covers(this)) {
            throw Problems.invalid(
                    name,
                    "Begin anew without a position: this one is ahead of the history, so it is not of this history.");
        }
        return this;
    }

    /** As text that a reader keeps and sends back: letters, digits, minus and underscore. */
    public String text() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(EventJson.mapper().writeValueAsBytes(sequences));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The position that a text says; null without one.
     *
     * @param name of the parameter or header, for the problem when it is none
     */
    public static HistoryPosition of(String name, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            TreeMap<String, Long> sequences =
                    EventJson.mapper().readValue(Base64.getUrlDecoder().decode(text), SEQUENCES);
            if (sequences != null
                    && sequences.size() <= MOST_SOURCES
                    && sequences.entrySet().stream().allMatch(HistoryPosition::possible)) {
                HistoryPosition position = new HistoryPosition(sequences);
                if (position.text().equals(text)) {
                    return position;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // Not ours, which the problem below says.
        }
        throw Problems.invalid(name, "Send the position exactly as this service gave it, or none.");
    }

    private static boolean possible(Map.Entry<String, Long> sequence) {
        return sequence.getValue() != null
                && sequence.getValue() >= 0
                && sequence.getKey().indexOf('\0') < 0;
    }
}
