package org.inpractice.cycles.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.inpractice.cycles.cycle.CycleRule;
import org.inpractice.cycles.method.MethodGuide.Lesson;
import org.inpractice.cycles.method.MethodGuide.Step;
import org.junit.jupiter.api.Test;

/** The guidance is complete: whoever is refused finds here why. */
class MethodGuideTest {
    private final MethodGuide guide = MethodGuide.read();

    @Test
    void every_refusal_of_a_cycle_is_explained_once_and_no_other() {
        Set<String> rules =
                Stream.of(CycleRule.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        // No refusal: the cycle itself says that it is missing.
        rules.add("STANDARD_WORK_MISSING");
        // What aims, ideas and teams refuse of a cycle.
        rules.addAll(List.of(
                "CHANGE_IDEA_UNKNOWN",
                "CHANGE_IDEA_IS_RETIRED",
                "CHANGE_IDEA_IS_MERGED",
                "AIM_UNKNOWN",
                "AIM_IS_RETIRED",
                "AIM_IS_MERGED",
                "TEAM_UNKNOWN",
                "TEAM_IS_DISBANDED",
                "OWNER_HAS_LEFT"));
        List<String> explained = guide.refusals().stream().map(Lesson::code).toList();
        assertEquals(rules, new TreeSet<>(explained));
        assertEquals(rules.size(), explained.size());
    }

    @Test
    void every_refusal_belongs_to_a_step_and_teaches_something() {
        Set<String> steps = guide.steps().stream().map(Step::step).collect(Collectors.toSet());
        assertEquals(Set.of("plan", "start", "do", "study", "act"), steps);
        for (Lesson lesson : guide.refusals()) {
            assertTrue(steps.contains(lesson.step()), lesson.code());
            assertTrue(lesson.means().length() > 10 && lesson.teaches().length() > 20, lesson.code());
        }
    }

    @Test
    void every_step_says_why_and_from_where() {
        for (Step step : guide.steps()) {
            assertTrue(step.why().length() > 60, step.step());
            assertFalse(step.sources().isEmpty(), step.step());
            assertFalse(step.asks().isEmpty(), step.step());
            assertTrue(guide.sources().containsAll(step.sources()), step.step());
        }
    }

    @Test
    void the_pages_hold_every_code_and_are_well_formed() throws Exception {
        String html = MethodPages.html(guide);
        String markdown = MethodPages.markdown(guide);
        for (Lesson lesson : guide.refusals()) {
            assertTrue(html.contains("<code>" + lesson.code() + "</code>"), lesson.code());
            assertTrue(markdown.contains("`" + lesson.code() + "`"), lesson.code());
        }
        assertFalse(html.contains("<script"));
        String asXml = html.replace("<!doctype html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(asXml.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(Path.of("target", "method.html"), html);
    }
}
