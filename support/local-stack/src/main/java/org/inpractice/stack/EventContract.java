package org.inpractice.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code docs/events} promises to partners, for the tests of those who send and those who read.
 *
 * <p>A sender's test asks for the {@link #violations} of what it really sent, a reader's test reads the {@link
 * #sample}. Both need {@code json-schema-validator} on their own class path.
 */
public final class EventContract {
    private static final Pattern SCHEMA_REFERENCE = Pattern.compile("schemas/([a-z.-]+\\.v\\d+)\\.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path events;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private EventContract(Path events) {
        this.events = events;
    }

    /** The contract in the folder {@code docs/events} of this repository, wherever in it the tests run. */
    public static EventContract ofThisRepository() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path events = folder.resolve("docs").resolve("events");
            if (Files.isDirectory(events)) {
                return new EventContract(events);
            }
        }
        throw new LocalStackException("There is no docs/events in " + start + " or above it");
    }

    /** The folder itself. */
    public Path folder() {
        return events;
    }

    /**
     * Where an event's data departs from its schema.
     *
     * <p>Stricter than a reader may be: a property that the schema does not describe is a violation too, so that nothing
     * leaves a service unannounced.
     *
     * @param wireType for example {@code improvement.cycle.started.v1}
     * @return one sentence each; empty when the data is as promised
     */
    public List<String> violations(String wireType, String dataJson) {
        if (!Files.isRegularFile(schemaFile(wireType))) {
            return List.of("docs/events has no schema for the type " + wireType);
        }
        Schema schema = schemas.computeIfAbsent(wireType, this::closedSchema);
        return schema
                .validate(
                        dataJson,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> wireType + " " + error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** The types that the AsyncAPI document of a topic announces, for example of {@code improvement.cycles.v1}. */
    public Set<String> wireTypes(String topic) {
        Set<String> types = new TreeSet<>();
        Matcher references = SCHEMA_REFERENCE.matcher(read(events.resolve(topic + ".yaml")));
        while (references.find()) {
            types.add(references.group(1));
        }
        return types;
    }

    /** The sample event of a type, as a CloudEvent in structured JSON. */
    public String sample(String wireType) {
        return read(events.resolve("samples").resolve(wireType + ".json"));
    }

    /** The {@code data} of the sample event: what a record on the topic has as its value. */
    public String sampleData(String wireType) {
        return parse(sample(wireType)).get("data").toString();
    }

    private Path schemaFile(String wireType) {
        return events.resolve("schemas").resolve(wireType + ".json");
    }

    private Schema closedSchema(String wireType) {
        JsonNode schema = parse(read(schemaFile(wireType)));
        close(schema);
        return registry.getSchema(schema.toString(), InputFormat.JSON);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(EventContract::close);
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("docs/events has no readable " + file.getFileName(), e);
        }
    }
}
