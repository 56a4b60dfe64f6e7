package org.inpractice.cycles.method;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.stream.EventJson;

/**
 * The guidance, from the resource {@code method/method.json}.
 *
 * @param states the states of a cycle, in a line
 * @param refusals every refusal of a step, and what it teaches
 * @param templates requests to fill in
 * @param judgedBy where to read whether the method is really practised
 */
@Schema(name = "MethodGuide")
public record MethodGuide(
        String title,
        String summary,
        String states,
        List<Step> steps,
        List<Lesson> refusals,
        List<Template> templates,
        Example example,
        String judgedBy,
        List<String> sources) {
    private static final String RESOURCE = "/method/method.json";

    /** A step: what it asks for, and why. */
    @Schema(name = "MethodStep")
    public record Step(String step, String title, String request, String why, List<Asked> asks, List<String> sources) {}

    /** Something a step asks for; without what is required the step is refused. */
    @Schema(name = "MethodAsked")
    public record Asked(String what, String field, String why, boolean required) {}

    /** A refusal's code, what it means, and what it teaches. */
    @Schema(name = "MethodLesson")
    public record Lesson(String code, String step, String means, String teaches) {}

    /** A request to fill in; what stands in braces is an id. */
    @Schema(name = "MethodTemplate")
    public record Template(
            String name,
            String request,
            @Schema(type = SchemaType.OBJECT) JsonNode body) {}

    /** One cycle from plan to decision. */
    @Schema(name = "MethodExample")
    public record Example(String title, String summary, List<Scene> steps) {}

    /** One request of it. */
    @Schema(name = "MethodScene")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Scene(
            String title,
            String request,
            String comment,
            @Schema(type = SchemaType.OBJECT) JsonNode body) {}

    /** The guidance that comes with this service. */
    static MethodGuide read() {
        try (InputStream words = MethodGuide.class.getResourceAsStream(RESOURCE)) {
            return EventJson.mapper().readValue(words, MethodGuide.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
