package org.inpractice.learning.digest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How cycles, measures, sites, failures and actions are called, from the events that named them last. */
final class Names {
    private final Map<String, String> byId = new HashMap<>();

    /** Takes what an event says about names; a later event wins. */
    void learn(String type, UUID aggregateId, JsonNode data) {
        if (type.startsWith("improvement.cycle.")) {
            put(aggregateId.toString(), data.path("changeIdea"));
        } else if (type.startsWith("improvement.measure.")) {
            put(aggregateId.toString(), data.path("name"));
        } else if (type.startsWith("improvement.site.")) {
            put(data.path("siteId").asText(), data.path("name"));
        } else if (type.equals("improvement.barrier.raised.v1") || type.equals("improvement.prompt.opened.v1")) {
            put(aggregateId.toString(), data.path("what"));
        } else if (type.equals("improvement.failure.reported.v1")) {
            put(aggregateId.toString(), data.path("whatHappened"));
        } else if (type.equals("improvement.failure.reviewed.v1")) {
            data.path("actions").forEach(action -> put(action.path("actionId").asText(), action.path("what")));
        }
    }

    private void put(String id, JsonNode name) {
        if (name.isTextual()) {
            byId.put(id, name.asText());
        }
    }

    /** The name, or what stands for it when nobody told one. */
    String of(JsonNode id, String otherwise) {
        return byId.getOrDefault(id.asText(), otherwise);
    }

    /** The name of a site, or its id: that is what people know it by then. */
    String site(JsonNode id) {
        return byId.getOrDefault(id.asText(), id.asText());
    }
}
