package org.inpractice.stack.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.inpractice.stack.DistrictClient;
import org.inpractice.stack.LocalService;
import org.inpractice.stack.LocalStackException;
import org.inpractice.stack.SampleTour;

/**
 * Loads the sample district through the public REST API. Every request carries an idempotency key, so a load that was
 * interrupted is simply run again: what was done stays as it is, the rest follows, nothing is there twice.
 */
public final class SampleDistrict {
    /** Fictional; the leading zeros matter. */
    public static final String ID = "0099999";

    /** Who acts: idempotency keys belong to a caller. */
    public static final String ACTOR = "sample-district";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EVENTS_ARRIVE_WITHIN = Duration.ofSeconds(60);
    /** What comes after the story, each a file of its own, in this order. */
    private static final List<String> CHAPTERS = List.of("theory", "method", "portfolio", "reviews", "learning");
    /** The version of what nobody has set. */
    private static final String NOTHING_YET = "\"0\"";
    /** Late morning in California. */
    private static final String HOUR = "T18:00:00Z";

    private static final Map<String, LocalService> SERVICES = Arrays.stream(LocalService.values())
            .collect(Collectors.toUnmodifiableMap(LocalService::serviceName, service -> service));

    private final DistrictClient client;
    private final Consumer<String> say;
    private final Story story = Story.read();
    private int observationsPosted;

    private SampleDistrict(DistrictClient client, Consumer<String> say) {
        this.client = client;
        this.say = say;
    }

    /**
     * Loads what is not loaded yet.
     *
     * @param client for the district {@link #ID}, with a token whose subject is {@link #ACTOR}
     * @param say takes lines of progress
     */
    public static SampleTour load(DistrictClient client, Consumer<String> say) {
        SampleDistrict district = new SampleDistrict(client, say);
        List<JsonNode> steps = new ArrayList<>(district.story.steps());
        CHAPTERS.forEach(chapter -> steps.addAll(district.story.chapter(chapter)));
        steps.forEach(district::take);
        say.accept("  %d observations and %d further requests".formatted(district.observationsPosted, steps.size()));
        return new SampleTour(
                district.story.id("early-calls"),
                district.story.id("assemblies"),
                district.story.id("home-visits"),
                district.story.id("mentors"),
                district.story.id("chronic-absenteeism"),
                district.story.id("state-file"),
                district.story.id("alder"),
                district.story.id("aim"));
    }

    private void take(JsonNode step) {
        String name = step.get("as").asText();
        if (step.has("observations")) {
            postSeries(name, step.get("observations").asText());
        } else if (step.has("weeks")) {
            postWeeks(name, step.get("weeks"));
        } else if (step.has("file")) {
            importFile(name, step);
        } else if (step.has("get")) {
            awaitAnswer(name, step);
        } else {
            post(name, step);
        }
    }

    private void post(String name, JsonNode step) {
        ObjectNode body = (ObjectNode) story.filled(step.get("body"));
        body.put("occurredAt", step.get("on").asText() + HOUR);
        LocalService service = SERVICES.get(step.get("to").asText());
        boolean puts = step.has("put");
        String path = story.filled(step.get(puts ? "put" : "post").asText());
        String key = "sample-district/" + name;
        DistrictClient.Answer answer =
                puts ? client.put(service, path, body, NOTHING_YET, key) : client.post(service, path, body, key);
        if (answer.status() >= 300) {
            throw refused(name, service, path, answer);
        }
        story.remember(name, answer.createdId().orElse(null), answer.body());
    }

    private void postSeries(String name, String measure) {
        ArrayNode observations = JSON.createArrayNode();
        SampleSeries.of(measure).forEach(observation -> observations.add(body(observation, story.id(measure))));
        postAll(name, observations);
        say.accept("  %d observations of %s".formatted(observations.size(), measure));
    }

    private void postAll(String name, ArrayNode observations) {
        DistrictClient.Answer answer =
                client.post(LocalService.MEASUREMENT, "observations", observations, "sample-district/" + name);
        if (answer.status() != 207 || answer.body().findValuesAsText("status").contains("rejected")) {
            throw refused(name, LocalService.MEASUREMENT, "observations", answer);
        }
        observationsPosted += observations.size();
    }

    /** Weekly rates of a measure at a site, known the Monday after, null where there was no school. */
    private void postWeeks(String name, JsonNode weeks) {
        ArrayNode observations = JSON.createArrayNode();
        LocalDate monday = LocalDate.parse(weeks.get("from").asText());
        for (JsonNode numerator : weeks.get("numerators")) {
            if (!numerator.isNull()) {
                observations
                        .addObject()
                        .put("measureId", story.filled(weeks.get("measureId").asText()))
                        .put("siteId", story.filled(weeks.get("siteId").asText()))
                        .put("period", SampleSeries.week(monday))
                        .put("numerator", numerator.asInt())
                        .put("denominator", weeks.get("denominator").asInt())
                        .put("occurredAt", monday.plusWeeks(1) + HOUR);
            }
            monday = monday.plusWeeks(1);
        }
        postAll(name, observations);
    }

    private void importFile(String name, JsonNode step) {
        String path = "imports?profile=" + step.get("profile").asText();
        DistrictClient.Answer answer = client.upload(
                LocalService.MEASUREMENT, path, Story.file(step.get("file").asText()));
        if (answer.status() != 200) {
            throw refused(name, LocalService.MEASUREMENT, path, answer);
        }
        story.remember(name, answer.body().path("importId").asText(), answer.body());
        JsonNode counts = answer.body().path("counts");
        int recorded = counts.path("recorded").asInt();
        observationsPosted += recorded;
        say.accept("  %d observations from the state's file, %d rows refused, %d left out"
                .formatted(
                        recorded,
                        counts.path("rejected").asInt(),
                        counts.path("leftOut").asInt()));
    }

    private ObjectNode body(SampleSeries.Observation observation, String measureId) {
        ObjectNode body = JSON.createObjectNode()
                .put("measureId", measureId)
                .put("siteId", story.id(observation.site()))
                .put("studentGroup", observation.studentGroup())
                .put("period", observation.period())
                .put("status", observation.status())
                .put("occurredAt", observation.known() + HOUR);
        if (observation.value() != null) {
            body.put("value", observation.value());
        }
        if (observation.denominator() != null) {
            body.put("numerator", observation.numerator());
            body.put("denominator", observation.denominator());
        }
        return body;
    }

    /** Asks until the events have arrived that the answer is made of. */
    private void awaitAnswer(String name, JsonNode step) {
        LocalService service = SERVICES.get(step.get("to").asText());
        String path = story.filled(step.get("get").asText());
        long began = System.nanoTime();
        while (true) {
            DistrictClient.Answer answer = client.get(service, path);
            boolean there = answer.status() == 200
                    && step.get("until").properties().stream()
                            .allMatch(wanted -> wanted.getValue().equals(at(answer.body(), wanted.getKey())));
            if (there) {
                story.remember(name, null, answer.body());
                return;
            }
            if (System.nanoTime() - began > EVENTS_ARRIVE_WITHIN.toNanos()) {
                throw refused(name, service, path, answer);
            }
            DistrictClient.pause();
        }
    }

    /** A member, or with a slash before it a JSON pointer. */
    private static JsonNode at(JsonNode body, String place) {
        return place.startsWith("/") ? body.at(place) : body.path(place);
    }

    private static LocalStackException refused(
            String name, LocalService service, String path, DistrictClient.Answer answer) {
        String said = answer.body().toString();
        return new LocalStackException("The sample district's step " + name + " got the answer " + answer.status()
                + " from " + service.serviceName() + " for " + path + ": "
                + said.substring(0, Math.min(800, said.length())));
    }
}
