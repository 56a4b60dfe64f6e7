package org.inpractice.cycles.aim;

import org.inpractice.stream.Refusal;

/** Why a command on an aim, or one that names one, is refused. */
public enum AimRule implements Refusal.Rule {
    /** The id is taken. */
    AIM_ALREADY_SET("The aim is set already", Refusal.Kind.CONFLICT),
    /** There is nothing to revise. */
    AIM_NOT_SET("There is no such aim", Refusal.Kind.NOT_FOUND),
    /** Nobody pursues it. */
    AIM_IS_RETIRED("The aim is retired", Refusal.Kind.CONFLICT),
    /** It is a part of another. */
    AIM_IS_MERGED("The aim is merged into another", Refusal.Kind.CONFLICT),
    /** The request names an aim that was never set. */
    AIM_UNKNOWN("There is no such aim", Refusal.Kind.INVALID),
    /** An aim cannot be a part of itself. */
    AIM_MERGED_INTO_ITSELF("An aim cannot be merged into itself", Refusal.Kind.INVALID),
    /** It is said to have happened already. */
    DATE_IN_THE_FUTURE("The day is still to come", Refusal.Kind.INVALID),
    /** Once is enough. */
    GOAL_NAMED_TWICE("A goal is named twice", Refusal.Kind.INVALID),
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
