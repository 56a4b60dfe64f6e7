package org.inpractice.cycles.aim;

import org.inpractice.stream.Refusal;

/** Why a command on an aim is refused. */
public enum AimRule implements Refusal.Rule {
    /** The id is taken. */
    AIM_ALREADY_SET("The aim is set already", Refusal.Kind.CONFLICT),
    /** There is nothing to revise. */
    AIM_NOT_SET("There is no such aim", Refusal.Kind.NOT_FOUND),
    /** Nobody can reach it. */
    AIM_DATE_HAS_PASSED("The aim's date has passed", Refusal.Kind.INVALID),
    /** Going the wanted way leads away from the target. */
    TARGET_DOES_NOT_FIT_DIRECTION("Target and direction contradict each other", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    AimRule(String title, Refusal.Kind kind) {
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
