package org.inpractice.stack.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What happens in the sample district, request by request, and what was answered so far.
 *
 * <p>{@code {name}} in a step stands for the id of the site or of what the step of that name created, {@code {name/pointer}}
 * for that place of its answer.
 */
final class Story {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9-]+)(/[A-Za-z0-9/]+)?}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode told;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, JsonNode> answers = new HashMap<>();

    private Story(JsonNode told) {
        this.told = told;
        told.get("sites")
                .properties()
                .forEach(
                        site -> ids.put(site.getKey(), site.getValue().get("id").asText()));
    }

    static Story read() {
        try (InputStream stream = Story.class.getResourceAsStream("/sample-district/story.json")) {
            return new Story(JSON.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the sample. */
    static byte[] file(String name) {
        try (InputStream stream = Story.class.getResourceAsStream("/sample-district/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String district() {
        return told.at("/district/id").asText();
    }

    List<JsonNode> steps() {
        return StreamSupport.stream(told.get("steps").spliterator(), false).toList();
    }

    /** What happens in a further chapter, a file of its own with {@code steps}; it may name what was created before. */
    List<JsonNode> chapter(String name) {
        try {
            JsonNode chapter = JSON.readTree(file(name + ".json"));
            return StreamSupport.stream(chapter.get("steps").spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remember(String step, String id, JsonNode answer) {
        if (id != null) {
            ids.put(step, id);
        }
        answers.put(step, answer);
    }

    String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("the story has no " + name + " so far");
        }
        return id;
    }

    /** A text with its places filled in. */
    String filled(String text) {
        return PLACE.matcher(text).replaceAll(match -> {
            JsonNode value = value(match.group(1), match.group(2));
            return Matcher.quoteReplacement(value.asText());
        });
    }

    /** A body with its places filled in; a text that is one place only takes over the type of what stands there. */
    JsonNode filled(JsonNode body) {
        if (body instanceof ObjectNode object) {
            ObjectNode filled = JSON.createObjectNode();
            object.properties().forEach(field -> filled.set(field.getKey(), filled(field.getValue())));
            return filled;
        }
        if (body instanceof ArrayNode array) {
            ArrayNode filled = JSON.createArrayNode();
            array.forEach(item -> filled.add(filled(item)));
            return filled;
        }
        if (body.isTextual()) {
            Matcher whole = PLACE.matcher(body.textValue());
            return whole.matches() ? value(whole.group(1), whole.group(2)) : new TextNode(filled(body.textValue()));
        }
        return body;
    }

    private JsonNode value(String name, String pointer) {
        if (pointer == null) {
            return new TextNode(id(name));
        }
        JsonNode value = answers.getOrDefault(name, JSON.nullNode()).at(pointer);
        if (value.isMissingNode()) {
            throw new IllegalStateException("the answer to " + name + " has no " + pointer + ": " + answers.get(name));
        }
        return value;
    }
}
