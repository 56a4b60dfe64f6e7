package org.inpractice.stack.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.inpractice.stack.DistrictClient;
import org.inpractice.stack.LocalService;
import org.inpractice.stack.LocalStackException;

/**
 * The sample district's team, goals, drivers and change ideas: why it tries what it tries. Told after the story, whose aim and
 * cycles it explains.
 */
final class SampleTheory {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Late morning in California. */
    private static final String HOUR = "T18:00:00Z";

    private SampleTheory() {}

    /** Loads what is not loaded yet. */
    static void load(DistrictClient client, Story story) {
        for (JsonNode step : steps()) {
            String name = "theory/" + step.get("as").asText();
            ObjectNode body = (ObjectNode) story.filled(step.get("body"));
            body.put("occurredAt", step.get("on").asText() + HOUR);
            String path = story.filled(step.get("post").asText());
            DistrictClient.Answer answer =
                    client.post(LocalService.IMPROVEMENT_CYCLES, path, body, "sample-district/" + name);
            if (answer.status() >= 300) {
                throw new LocalStackException("The sample district's step " + name + " got the answer "
                        + answer.status() + " for " + path + ": " + answer.body());
            }
            story.remember(step.get("as").asText(), answer.createdId().orElse(null), answer.body());
        }
    }

    private static JsonNode steps() {
        try {
            return JSON.readTree(Story.file("theory.json")).get("steps");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
