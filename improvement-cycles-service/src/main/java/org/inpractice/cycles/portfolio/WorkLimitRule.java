package org.inpractice.cycles.portfolio;

import org.inpractice.stream.Refusal;

/** Why a command on a limit, or a start beyond it, is refused. */
public enum WorkLimitRule implements Refusal.Rule {
    /** As many cycles are in progress as the team allows itself. */
    WORK_LIMIT_REACHED("The limit on work in progress is reached", Refusal.Kind.CONFLICT),
    /** There is nothing to lift. */
    WORK_LIMIT_NOT_SET("There is no such limit", Refusal.Kind.NOT_FOUND);

    private final String title;
    private final Refusal.Kind kind;

    WorkLimitRule(String title, Refusal.Kind kind) {
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
