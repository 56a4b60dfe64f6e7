package org.inpractice.learning.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventJson;

/** The data of stored or received events with its texts opened, for readers with a token. */
public final class OpenedEvents {
    private OpenedEvents() {}

    /** Whether there is anything to open in an event's JSON; all other events stay byte for byte. */
    public static boolean hasTexts(String data) {
        return data.contains('"' + SealedText.PREFIX);
    }

    /**
     * The data with its sealed texts opened.
     *
     * @param aggregateId the event's aggregate
     */
    public static String open(Opener opener, UUID aggregateId, String data) {
        if (!hasTexts(data)) {
            return data;
        }
        try {
            JsonNode opened = opened(opener, aggregateId, "", EventJson.mapper().readTree(data));
            return EventJson.mapper().writeValueAsString(opened);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the data of an event is no JSON", e);
        }
    }

    private static JsonNode opened(Opener opener, UUID aggregateId, String field, JsonNode node) {
        if (node.isTextual() && node.textValue().startsWith(SealedText.PREFIX)) {
            return TextNode.valueOf(opener.open(aggregateId, field, node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            for (String name : names(object)) {
                object.set(
                        name,
                        opened(opener, aggregateId, field.isEmpty() ? name : field + "." + name, object.get(name)));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, opened(opener, aggregateId, field, array.get(i)));
            }
        }
        return node;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
