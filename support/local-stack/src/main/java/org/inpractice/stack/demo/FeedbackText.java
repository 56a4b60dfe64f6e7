package org.inpractice.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A feedback report as readable text, with no number that is not in it. */
final class FeedbackText {
    private static final int WIDTH = 100;

    private final JsonNode report;
    private final List<String> lines = new ArrayList<>();

    private FeedbackText(JsonNode report) {
        this.report = report;
    }

    static List<String> lines(JsonNode report) {
        FeedbackText text = new FeedbackText(report);
        text.verdict();
        report.path("measures").forEach(text::measure);
        text.method();
        text.summary();
        return text.lines;
    }

    private void verdict() {
        lines.add("verdict      " + word(report, "verdict") + ". " + word(report, "why"));
        JsonNode rules = report.path("rules");
        lines.add("rules        %s: a shift takes %s points, a trend %s; at least %s points before"
                .formatted(
                        word(report, "ruleSet"),
                        word(rules, "shiftPoints"),
                        word(rules, "trendPoints"),
                        word(rules, "minimumPointsBefore")));
    }

    private void measure(JsonNode measure) {
        lines.add("%-12s %s (%s, better: %s)"
                .formatted(
                        word(measure, "role"),
                        word(measure, "name"),
                        word(measure, "unit"),
                        word(measure, "direction")));
        if (measure.path("medianBefore").isNumber()
                && measure.path("medianSince").isNumber()) {
            lines.add("             median %s before, %s since, change %s; %s points before, %s since: %s"
                    .formatted(
                            number(measure, "medianBefore"),
                            number(measure, "medianSince"),
                            number(measure, "change"),
                            word(measure, "pointsBefore"),
                            word(measure, "pointsSince"),
                            word(measure, "verdict")));
        } else {
            lines.add("             " + word(measure, "why"));
        }
        effect(measure.path("effect"));
        measure.path("cautions").forEach(caution -> lines.add("             but: " + caution.asText()));
    }

    private void effect(JsonNode effect) {
        JsonNode interval = effect.path("interval");
        if (effect.path("estimate").isNumber() && interval.path("low").isNumber()) {
            lines.add("             effect %s %s, 95 %% interval %s to %s (%s)"
                    .formatted(
                            number(effect, "estimate"),
                            word(effect, "unit"),
                            number(interval, "low"),
                            number(interval, "high"),
                            word(effect, "method").replace('_', ' ')));
        }
    }

    private void summary() {
        lines.add("in plain words");
        String line = "";
        for (String word : word(report, "summary").split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
                lines.add("             " + line);
                line = "";
            }
            line += line.isEmpty() ? word : " " + word;
        }
        lines.add("             " + line);
    }

    private void method() {
        JsonNode prediction = report.path("prediction");
        if (prediction.isObject()) {
            lines.add("predicted    " + word(prediction, "statement"));
            lines.add("             " + word(prediction, "why"));
        }
        if (report.path("study").isObject()) {
            lines.add("learned      " + word(report.path("study"), "learned"));
        }
        JsonNode decision = report.path("decision");
        if (decision.isObject()) {
            lines.add("decided      " + word(decision, "decision") + ". " + word(decision, "rationale"));
        }
        report.path("failures")
                .forEach(failure -> lines.add("%-12s %s, failures/%s in learning-log-service tells what happened"
                        .formatted(
                                word(failure, "kind").replace('_', ' '),
                                word(failure, "happenedAt").substring(0, 10),
                                word(failure, "failureId"))));
    }

    private static String word(JsonNode object, String field) {
        return object.path(field).asText("");
    }

    private static String number(JsonNode object, String field) {
        return object.path(field)
                .decimalValue()
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
