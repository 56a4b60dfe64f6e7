package org.inpractice.learning.history;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.inpractice.stream.EventJson;

/** An event of the history as a CloudEvent 1.0 in structured JSON, on one line, with the attributes it has on the topic. */
public final class HistoryCloudEvent {
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

    private HistoryCloudEvent() {}

    /**
     * One line, without the line break.
     *
     * @param position becomes the extension attribute {@code historyposition}; null for none
     */
    public static String line(String districtId, HistoryEntry event, HistoryPosition position) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = EventJson.mapper().getFactory().createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", event.eventId().toString());
            json.writeStringField("source", "/" + event.source());
            json.writeStringField("type", event.type());
            json.writeStringField("subject", event.aggregateType() + "/" + event.aggregateId());
            json.writeStringField("time", event.occurredAt().toString());
            json.writeStringField("datacontenttype", "application/json");
            json.writeStringField("districtid", districtId);
            json.writeNumberField("districtseq", event.districtSeq());
            json.writeNumberField("subjectversion", event.aggregateVersion());
            json.writeStringField("recordedat", event.recordedAt().toString());
            json.writeStringField("actor", event.actor());
            if (event.causationId() != null) {
                json.writeStringField("causationid", event.causationId().toString());
            }
            if (event.traceparent() != null) {
                json.writeStringField("traceparent", event.traceparent());
            }
            if (position != null) {
                json.writeStringField("historyposition", position.text());
            }
            json.writeFieldName("data");
            // Between the tokens of JSON a line break is only space, and inside a text it cannot stand.
            json.writeRawValue(LINE_BREAKS.matcher(event.data()).replaceAll(" "));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
