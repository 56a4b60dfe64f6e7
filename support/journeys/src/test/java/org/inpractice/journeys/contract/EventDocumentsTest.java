package org.inpractice.journeys.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas and samples under {@code docs/events}: each valid, each described, none left over. */
class EventDocumentsTest {
    private static final EventContract CONTRACT = EventContract.ofThisRepository();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema META_SCHEMA =
            REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    private static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> wireTypes() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT.folder().resolve("schemas"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void a_schema_that_is_none_is_noticed() {
        assertFalse(
                META_SCHEMA.validate("{\"type\": \"objekt\"}", InputFormat.JSON).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void every_schema_is_valid_and_named_after_its_type(String wireType) throws IOException {
        // when
        String text = schema(wireType);
        JsonNode schema = JSON.readTree(text);

        // then
        assertEquals(List.of(), META_SCHEMA.validate(text, InputFormat.JSON));
        assertEquals(
                SpecificationVersion.DRAFT_2020_12.getDialectId(),
                schema.path("$schema").asText());
        assertEquals("urn:inpractice:event:" + wireType, schema.path("$id").asText());
        assertEquals(wireType, schema.path("title").asText());
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void every_property_is_described_and_readers_may_meet_others(String wireType) throws IOException {
        // when
        JsonNode schema = JSON.readTree(schema(wireType));

        // then
        assertEquals(List.of(), undescribed(schema, wireType));
        assertTrue(schema.findValues("additionalProperties").isEmpty(), "evolution is additive: nothing is closed");
        assertTrue(schema.findValues("unevaluatedProperties").isEmpty(), "evolution is additive: nothing is closed");
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void everything_required_exists(String wireType) throws IOException {
        assertEquals(List.of(), requiredButUnknown(JSON.readTree(schema(wireType)), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void every_sample_is_a_cloud_event_with_data_as_promised(String wireType) throws IOException {
        // when
        JsonNode sample = JSON.readTree(CONTRACT.sample(wireType));

        // then
        assertEquals(List.of(), CONTRACT.violations(wireType, CONTRACT.sampleData(wireType)));
        assertEquals("1.0", sample.path("specversion").asText());
        assertEquals(wireType, sample.path("type").asText());
        assertEquals("application/json", sample.path("datacontenttype").asText());
    }

    @Test
    void no_two_samples_share_an_id() throws IOException {
        // when
        List<String> ids = new ArrayList<>();
        for (String wireType : wireTypes()) {
            ids.add(JSON.readTree(CONTRACT.sample(wireType)).path("id").asText());
        }

        // then
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    @Test
    void no_file_is_left_over() throws IOException {
        // given
        Set<String> expected = new TreeSet<>(Set.of("README.md", "history.md", "reconciliation.md", "headers.json"));
        for (String topic : Topics.ALL) {
            expected.add(topic + ".yaml");
            for (String wireType : CONTRACT.wireTypes(topic)) {
                expected.add("schemas/" + wireType + ".json");
                expected.add("samples/" + wireType + ".json");
            }
        }

        // when
        Set<String> found;
        try (Stream<Path> files = Files.walk(CONTRACT.folder())) {
            found = files.filter(Files::isRegularFile)
                    .map(file -> CONTRACT.folder().relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        // then
        assertEquals(expected, found);
    }

    @Test
    void the_page_for_partners_lists_every_type() throws IOException {
        // given
        String page = Files.readString(CONTRACT.folder().resolve("README.md"));

        // then
        for (String wireType : wireTypes()) {
            assertTrue(page.contains("(schemas/" + wireType + ".json)"), wireType);
        }
    }

    private static String schema(String wireType) throws IOException {
        return Files.readString(CONTRACT.folder().resolve("schemas").resolve(wireType + ".json"));
    }

    private static List<String> undescribed(JsonNode schema, String path) {
        List<String> missing = new ArrayList<>();
        if (schema.path("description").asText().isBlank()) {
            missing.add(path);
        }
        schema.path("properties").properties().forEach(property -> {
            missing.addAll(undescribed(property.getValue(), path + "/" + property.getKey()));
        });
        if (schema.has("items")) {
            missing.addAll(undescribed(schema.get("items"), path + "/*"));
        }
        return missing;
    }

    /** Conditions have no properties of their own: what they require is looked for in the object around them. */
    private static List<String> requiredButUnknown(JsonNode schema, Set<String> around) {
        Set<String> known = new HashSet<>(around);
        if (schema.path("type").asText().equals("object")) {
            known.clear();
            schema.path("properties").fieldNames().forEachRemaining(known::add);
        }
        List<String> unknown = new ArrayList<>();
        for (JsonNode name : schema.path("required")) {
            if (!known.contains(name.asText())) {
                unknown.add(name.asText());
            }
        }
        schema.forEach(inner -> unknown.addAll(requiredButUnknown(inner, known)));
        return unknown;
    }
}
