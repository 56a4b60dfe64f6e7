package org.inpractice.learning.digest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The sections of a digest that tell events one by one, in their order. */
enum Kind {
    BEGAN("What began"),
    STUDIED("What was studied"),
    DECIDED("What was decided"),
    LEADERSHIP("Leadership reviews"),
    MOVED("What moved"),
    BARRIERS("Barriers"),
    FAILURES("Failures and near-failures"),
    REVIEWS("Reviews and lessons"),
    PROMPTS("Prompts from the data"),
    ACTIONS_DONE("Actions done");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** The types of the events that the section tells of. */
    List<String> types() {
        return switch (this) {
            case BEGAN ->
                List.of(
                        "improvement.goal.set.v1",
                        "improvement.aim.set.v1",
                        "improvement.cycle.planned.v1",
                        "improvement.cycle.started.v1");
            case STUDIED -> List.of("improvement.cycle.studied.v1");
            case DECIDED ->
                List.of(
                        "improvement.cycle.decided.v1",
                        "improvement.cycle.standardised.v1",
                        "improvement.cycle.cancelled.v1");
            case LEADERSHIP -> List.of("improvement.leadership-review.held.v1");
            case MOVED -> List.of("improvement.feedback.changed.v1", "improvement.signal.detected.v1");
            case BARRIERS -> List.of("improvement.barrier.raised.v1", "improvement.barrier.removed.v1");
            case FAILURES -> List.of("improvement.failure.reported.v1");
            case REVIEWS ->
                List.of(
                        "improvement.failure.reviewed.v1",
                        "improvement.failure.dismissed.v1",
                        "improvement.lesson.shared.v1");
            case PROMPTS ->
                List.of(
                        "improvement.prompt.opened.v1",
                        "improvement.prompt.answered.v1",
                        "improvement.prompt.dismissed.v1");
            case ACTIONS_DONE -> List.of("improvement.action.completed.v1");
        };
    }

    static List<String> allTypes() {
        return Arrays.stream(values()).flatMap(kind -> kind.types().stream()).toList();
    }
}
