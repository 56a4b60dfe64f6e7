package org.inpractice.learning.guard;

import org.inpractice.stream.Refusal;

/** The rules by which {@link GuardDecider} refuses. */
public enum GuardRule implements Refusal.Rule {
    GUARD_UNKNOWN("No such guard", Refusal.Kind.NOT_FOUND),
    GUARD_ON_ANOTHER_MEASURE("A guard is set on a measure of the cycle", Refusal.Kind.INVALID),
    GUARD_NOT_BALANCING("A guard is set on a balancing measure", Refusal.Kind.INVALID),
    GUARD_WITHOUT_MARGIN("A guard says what is near it", Refusal.Kind.INVALID),
    GUARD_AFTER_DECISION("The cycle is decided", Refusal.Kind.CONFLICT);

    private final String title;
    private final Refusal.Kind kind;

    GuardRule(String title, Refusal.Kind kind) {
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
