package org.inpractice.learning.digest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.inpractice.learning.digest.Digest.Fact;

/** Puts one event into words: a line, and what else is to be said. Reads tolerantly; what is absent is not told. */
final class Telling {
    private static final String A_CYCLE = "a cycle that has not arrived here";

    private final Names names;
    private final JsonNode data;
    private final List<Fact> facts = new ArrayList<>();

    Telling(Names names, JsonNode data) {
        this.names = names;
        this.data = data;
    }

    List<Fact> facts() {
        return facts;
    }

    /** The line; the facts are there afterwards. */
    String what(String type) {
        return switch (type) {
            case "improvement.goal.set.v1" -> goalSet();
            case "improvement.aim.set.v1" -> aimSet();
            case "improvement.cycle.planned.v1" -> cyclePlanned();
            case "improvement.cycle.started.v1" -> cycleStarted();
            case "improvement.cycle.studied.v1" -> cycleStudied();
            case "improvement.cycle.decided.v1" -> cycleDecided();
            case "improvement.cycle.standardised.v1" -> cycleStandardised();
            case "improvement.cycle.cancelled.v1" -> cycleCancelled();
            case "improvement.leadership-review.held.v1" -> leadershipReview();
            case "improvement.feedback.changed.v1" -> feedbackChanged();
            case "improvement.signal.detected.v1" -> signalDetected();
            case "improvement.barrier.raised.v1" -> "Raised: " + text("what");
            case "improvement.barrier.removed.v1" -> barrierRemoved();
            case "improvement.failure.reported.v1" -> failureReported();
            case "improvement.failure.reviewed.v1" -> failureReviewed();
            case "improvement.failure.dismissed.v1" -> failureDismissed();
            case "improvement.lesson.shared.v1" -> "Shared beyond the district: " + text("text");
            case "improvement.prompt.opened.v1" -> text("what");
            case "improvement.prompt.answered.v1" -> "Answered by a report: " + prompt();
            case "improvement.prompt.dismissed.v1" -> promptDismissed();
            case "improvement.action.completed.v1" -> actionCompleted();
            // Other types are counted and not told.
            default -> type;
        };
    }

    private String goalSet() {
        say("Owner", text("owner"));
        return "Goal: " + text("statement");
    }

    private String aimSet() {
        say("By", text("by"));
        say("For whom", text("population"));
        say("Owner", text("owner"));
        return "Aim: " + text("statement");
    }

    private String cyclePlanned() {
        say("Objective", text("objective"));
        predicted();
        return "Cycle planned: " + text("changeIdea");
    }

    private String cycleStarted() {
        predicted();
        where();
        return "Cycle started: " + cycle();
    }

    private void predicted() {
        say("Predicted", data.path("prediction").path("statement").asText(""));
    }

    private String cycleStudied() {
        say("Compared with the prediction", text("comparedWithPrediction"));
        say("What happened", text("whatHappened"));
        say("Learned", text("learned"));
        say("Verdict at the time", words(data.path("feedback").path("verdict").asText("")));
        return cycle();
    }

    private String cycleDecided() {
        say("Because", text("rationale"));
        return switch (text("decision")) {
                    case "adopt" -> "Adopted: ";
                    case "adapt" -> "Adapted: ";
                    case "abandon" -> "Abandoned: ";
                    default -> words(text("decision")) + ": ";
                }
                + cycle();
    }

    private String cycleStandardised() {
        say("Standard work", data.path("standardWork").path("description").asText(""));
        return "Made standard: " + cycle();
    }

    private String cycleCancelled() {
        say("Because", text("reason"));
        return "Given up: " + cycle();
    }

    private String leadershipReview() {
        for (JsonNode decision : data.path("decisions")) {
            say("Decided", decision.path("decided").asText(""));
        }
        say("Next review", text("nextReviewOn"));
        return "Leadership review of " + text("heldOn");
    }

    private String barrierRemoved() {
        say("How", text("how"));
        return "Removed: " + names.of(data.path("barrierId"), "a barrier that has not arrived here");
    }

    private String prompt() {
        return names.of(data.path("promptId"), "a prompt that has not arrived here");
    }

    private String promptDismissed() {
        say("Because", text("reason"));
        return "Dismissed: " + prompt();
    }

    private String feedbackChanged() {
        say("Why", text("why"));
        where();
        String before = text("verdictBefore");
        return "The verdict on \u201c" + cycle() + "\u201d: " + (before.isEmpty() ? "" : words(before) + " \u2192 ")
                + words(text("verdict"));
    }

    private String signalDetected() {
        say("Cycle", cycle());
        where();
        JsonNode better = data.path("better");
        String way = "";
        if (better.isBoolean()) {
            way = better.asBoolean() ? " (for the better)" : " (for the worse)";
        }
        return names.of(data.path("measureId"), "A measure") + way + ": " + text("meaning");
    }

    private String failureReported() {
        say("Impact", text("impact"));
        say("Kept from being worse by", text("keptFromWorse"));
        where();
        return (text("kind").equals("near_failure") ? "Near-failure: " : "Failure: ") + text("whatHappened");
    }

    private String failureReviewed() {
        say("Expected", text("expected"));
        say(
                "Contributing factors",
                Stream.of(words(list("factors")), list("contributingFactors"))
                        .filter(each -> !each.isBlank())
                        .collect(Collectors.joining("; ")));
        say("Lessons", list("lessons"));
        say("Went well", list("wentWell"));
        say("Still unknown", list("stillUnknown"));
        say("Actions agreed", Integer.toString(data.path("actions").size()));
        return names.of(data.path("failureId"), "A failure that has not arrived here");
    }

    private String failureDismissed() {
        say("Because", text("dismissedBecause"));
        return "Dismissed: " + names.of(data.path("failureId"), "a report that has not arrived here");
    }

    private String actionCompleted() {
        say("Result", text("result"));
        return names.of(data.path("actionId"), "An action whose review has not arrived here");
    }

    private void where() {
        if (data.hasNonNull("siteId")) {
            say("Where", names.site(data.path("siteId")));
        }
    }

    private String cycle() {
        String told = text("changeIdea");
        return told.isEmpty() ? names.of(data.path("cycleId"), A_CYCLE) : told;
    }

    private void say(String name, String text) {
        if (!text.isBlank()) {
            facts.add(new Fact(name, text));
        }
    }

    private String text(String name) {
        return data.path(name).asText("");
    }

    private String list(String name) {
        return StreamSupport.stream(data.path(name).spliterator(), false)
                .map(each ->
                        each.isTextual() ? each.asText() : each.path("name").asText(""))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("; "));
    }

    private static String words(String token) {
        return token.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
