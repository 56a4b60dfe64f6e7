package org.inpractice.cycles.assessment;

import org.inpractice.stream.Refusal;

/** Why a command on an assessment is refused. */
public enum AssessmentRule implements Refusal.Rule {
    /** No such assessment. */
    ASSESSMENT_UNKNOWN("There is no such assessment", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    ASSESSMENT_ALREADY_GIVEN("The assessment is given already", Refusal.Kind.CONFLICT),
    /** It was withdrawn before. */
    ASSESSMENT_IS_WITHDRAWN("The assessment was withdrawn", Refusal.Kind.CONFLICT),
    /** There is no such idea. */
    ASSESSED_IDEA_UNKNOWN("There is no such change idea", Refusal.Kind.NOT_FOUND);

    private final String title;
    private final Refusal.Kind kind;

    AssessmentRule(String title, Refusal.Kind kind) {
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
