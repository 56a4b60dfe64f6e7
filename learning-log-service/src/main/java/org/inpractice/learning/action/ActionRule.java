package org.inpractice.learning.action;

import org.inpractice.stream.Refusal;

/** The rules by which {@link ActionDecider} refuses. */
public enum ActionRule implements Refusal.Rule {
    ACTION_UNKNOWN("No such action", Refusal.Kind.NOT_FOUND),
    ACTION_ALREADY_DONE("The action is done", Refusal.Kind.CONFLICT),
    REVISION_WITHOUT_CHANGE("A revision changes something", Refusal.Kind.INVALID),
    REVISED_INTO_THE_PAST("An action is due from today on", Refusal.Kind.INVALID),
    REVISED_TOO_FAR_AHEAD("An action is due in our time", Refusal.Kind.INVALID),
    MEASURE_NOT_HEARD_OF("An effect shows on a known measure", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    ActionRule(String title, Refusal.Kind kind) {
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
