package org.inpractice.learning.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.inpractice.learning.history.HistoryPosition;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventJson;

/** The last line of an export: a CloudEvent too, so that one reader reads all lines. Without it the export was cut. */
final class ExportEnd {
    private static final String TYPE = "improvement.history.exported.v1";

    private final Clock clock;
    private final boolean filtered;

    ExportEnd(Clock clock, boolean filtered) {
        this.clock = clock;
        this.filtered = filtered;
    }

    /**
     * The line, without the line break.
     *
     * @param events how many lines stand before it
     * @param complete up to where each source's events were exported
     */
    String line(String districtId, long events, HistoryPosition position, HistoryPosition complete) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("specversion", "1.0");
        line.put("id", DistrictStream.newId());
        line.put("source", "/learning-log-service");
        line.put("type", TYPE);
        line.put("subject", "history/" + districtId);
        line.put("time", clock.instant());
        line.put("datacontenttype", "application/json");
        line.put("districtid", districtId);
        line.put("historyposition", position.text());
        line.put("data", Map.of("events", events, "complete", complete.sequences(), "filtered", filtered));
        try {
            return EventJson.mapper().writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
