package org.inpractice.journeys.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.Topics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The AsyncAPI documents: each describes its topic, with all of its types and nobody else's. */
class TopicDocumentsTest {
    private static final EventContract CONTRACT = EventContract.ofThisRepository();
    private static final YAMLMapper YAML = new YAMLMapper();

    static final List<String> TOPICS = Topics.ALL;

    @ParameterizedTest
    @FieldSource("TOPICS")
    void describes_its_topic_in_asyncapi_3(String topic) throws IOException {
        // when
        JsonNode document = document(topic);

        // then
        assertEquals("3.0.0", document.path("asyncapi").asText());
        assertFalse(document.at("/info/title").asText().isBlank());
        assertFalse(document.at("/info/version").asText().isBlank());
        assertEquals(1, document.path("channels").size());
        assertEquals(topic, document.at("/channels/districtEvents/address").asText());
        assertEquals(
                "send", document.at("/operations/sendDistrictEvents/action").asText());
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void every_reference_leads_somewhere(String topic) throws IOException {
        // given
        JsonNode document = document(topic);
        List<String> references = document.findValuesAsText("$ref");
        references.addAll(document.findValuesAsText("url"));

        // when
        List<String> dangling = new ArrayList<>();
        for (String reference : references) {
            boolean found = reference.startsWith("#")
                    ? !document.at(reference.substring(1)).isMissingNode()
                    : Files.isRegularFile(CONTRACT.folder().resolve(reference));
            if (!found) {
                dangling.add(reference);
            }
        }

        // then
        assertFalse(references.isEmpty());
        assertEquals(List.of(), dangling);
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void each_message_has_headers_schema_sample_and_key_of_its_own_type(String topic) throws IOException {
        // when
        JsonNode messages = document(topic).at("/components/messages");

        // then
        Set<String> types = new TreeSet<>();
        for (JsonNode message : messages) {
            String type = message.path("name").asText();
            types.add(type);
            assertEquals(
                    "schemas/" + type + ".json",
                    message.at("/payload/schema/$ref").asText());
            assertEquals(
                    "samples/" + type + ".json", message.at("/externalDocs/url").asText());
            assertEquals("headers.json", message.at("/headers/schema/$ref").asText());
            assertEquals("string", message.at("/bindings/kafka/key/type").asText());
        }
        assertEquals(CONTRACT.wireTypes(topic), types);
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void channel_and_operation_offer_every_message(String topic) throws IOException {
        // given
        JsonNode document = document(topic);
        Set<String> messages = names(document.at("/components/messages"));

        // when
        JsonNode offered = document.at("/channels/districtEvents/messages");
        List<String> sent =
                document.at("/operations/sendDistrictEvents/messages").findValuesAsText("$ref");

        // then
        assertEquals(messages, names(offered));
        assertEquals(
                messages.stream()
                        .map(name -> "#/channels/districtEvents/messages/" + name)
                        .sorted()
                        .toList(),
                sent.stream().sorted().toList());
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void no_type_stands_on_two_topics(String topic) {
        for (String other : Topics.ALL) {
            if (!other.equals(topic)) {
                Set<String> shared = new TreeSet<>(CONTRACT.wireTypes(topic));
                shared.retainAll(CONTRACT.wireTypes(other));
                assertEquals(Set.of(), shared);
            }
        }
        assertTrue(CONTRACT.wireTypes(topic).size() > 1);
    }

    private static JsonNode document(String topic) throws IOException {
        Path file = CONTRACT.folder().resolve(topic + ".yaml");
        return YAML.readTree(Files.readString(file));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
