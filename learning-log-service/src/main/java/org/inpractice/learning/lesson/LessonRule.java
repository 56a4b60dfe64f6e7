package org.inpractice.learning.lesson;

import org.inpractice.stream.Refusal;

/** The rules by which {@link LessonDecider} refuses. */
public enum LessonRule implements Refusal.Rule {
    LESSON_UNKNOWN("No such lesson", Refusal.Kind.NOT_FOUND),
    LESSON_NOT_SHARED("The lesson is not shared", Refusal.Kind.CONFLICT),
    SHARED_WITHOUT_APPROVAL("Sharing beyond the district is approved", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    LessonRule(String title, Refusal.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
