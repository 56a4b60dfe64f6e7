package org.inpractice.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.stack.DistrictClient;
import org.inpractice.stack.LocalService;
import org.inpractice.stack.LocalStackException;

/** The way of one event: the answer over REST, its number in the district's stream, its place on the topic. */
final class Seam {
    private final DistrictClient client;
    private final TopicSearch topics;

    Seam(DistrictClient client, TopicSearch topics) {
        this.client = client;
        this.topics = topics;
    }

    /** An event as replayed by its service. */
    record Event(String id, String type, String district, long sequence) {}

    /** The last event about a subject whose type begins so, found by replaying the service's stream. */
    Event lastEvent(LocalService service, String subject, String typePrefix) {
        Event found = null;
        long after = 0;
        while (true) {
            JsonNode page =
                    client.get(service, "events?limit=500&after=" + after).body();
            JsonNode events = page.path("events");
            for (JsonNode event : events) {
                after = event.get("districtseq").asLong();
                if (event.get("subject").asText().equals(subject)
                        && event.get("type").asText().startsWith(typePrefix)) {
                    found = new Event(
                            event.get("id").asText(),
                            event.get("type").asText(),
                            event.get("districtid").asText(),
                            after);
                }
            }
            if (events.isEmpty() || after >= page.path("lastSequence").asLong()) {
                if (found == null) {
                    throw new LocalStackException(
                            service.serviceName() + " has no event " + typePrefix + " of " + subject + ".");
                }
                return found;
            }
        }
    }

    /** What a service answers to a read; anything but 200 is a failure. */
    JsonNode read(LocalService service, String path) {
        return answer(service, path).body();
    }

    /** The way of an event as lines of text; {@code path} is where REST shows its subject. */
    List<String> way(LocalService service, String path, Event event) {
        DistrictClient.Answer answer = answer(service, path);
        String place = topics.find(service.topic(), event.id())
                .orElseThrow(() -> new LocalStackException("The event " + event.id() + " (" + event.type()
                        + ") is in the stream but not on the topic " + service.topic() + "."))
                .toString();
        List<String> lines = new ArrayList<>();
        lines.add("REST        GET …/" + path + " → 200, ETag " + answer.etag().orElse("none"));
        lines.add("stream      district " + event.district() + ", sequence " + event.sequence() + ": " + event.type()
                + ", event " + event.id());
        lines.add("topic       " + place);
        return lines;
    }

    private DistrictClient.Answer answer(LocalService service, String path) {
        DistrictClient.Answer answer = client.get(service, path);
        if (answer.status() != 200) {
            throw new LocalStackException(
                    service.serviceName() + " answered " + answer.status() + " for " + path + ": " + answer.body());
        }
        return answer;
    }
}
