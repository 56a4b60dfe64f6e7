package org.inpractice.cycles.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.inpractice.cycles.method.MethodGuide.Asked;
import org.inpractice.cycles.method.MethodGuide.Lesson;
import org.inpractice.cycles.method.MethodGuide.Scene;
import org.inpractice.cycles.method.MethodGuide.Step;
import org.inpractice.cycles.method.MethodGuide.Template;
import org.inpractice.stream.EventJson;

/** The guidance as a page to read: the same words as Markdown, or as HTML. */
final class MethodPages {
    private final MethodGuide guide;
    private final Page page;

    private MethodPages(MethodGuide guide, Page page) {
        this.guide = guide;
        this.page = page;
    }

    static String markdown(MethodGuide guide) {
        return new MethodPages(guide, new MarkdownPage()).written();
    }

    static String html(MethodGuide guide) {
        return new MethodPages(guide, new HtmlPage(guide.title())).written();
    }

    /** A page in the making. */
    interface Page {
        void heading(int level, String words);

        void paragraph(String words);

        /** A term with its explanation, in a list. */
        void item(String term, String words);

        void code(String text);

        String finish();
    }

    private String written() {
        page.heading(1, guide.title());
        page.paragraph(guide.summary());
        page.code(guide.states());
        guide.steps().forEach(this::step);
        page.heading(2, "Refusals, and what they teach");
        for (Lesson lesson : guide.refusals()) {
            page.item(lesson.code(), lesson.means() + " " + lesson.teaches());
        }
        page.heading(2, "Templates");
        page.paragraph(
                "Fill in and send. What stands in braces is an id; what you do not know yet may be left out of a plan.");
        for (Template template : guide.templates()) {
            page.heading(3, template.name());
            page.code(template.request() + "\n\n" + json(template.body()));
        }
        page.heading(2, guide.example().title());
        page.paragraph(guide.example().summary());
        guide.example().steps().forEach(this::scene);
        page.heading(2, "Is it really practised?");
        page.paragraph(guide.judgedBy());
        page.heading(2, "Sources");
        guide.sources().forEach(source -> page.item("", source));
        return page.finish();
    }

    private void step(Step step) {
        page.heading(2, step.title());
        page.paragraph(step.why());
        page.code(step.request());
        for (Asked asked : step.asks()) {
            page.item(asked.field() + (asked.required() ? " (required)" : ""), asked.what() + " " + asked.why());
        }
        page.paragraph("From: " + String.join("; ", step.sources()) + ".");
    }

    private void scene(Scene scene) {
        page.heading(3, scene.title());
        page.paragraph(scene.comment());
        page.code(scene.request() + "\n\n" + json(scene.body()));
    }

    private static String json(JsonNode body) {
        try {
            return EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
