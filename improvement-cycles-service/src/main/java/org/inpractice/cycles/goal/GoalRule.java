package org.inpractice.cycles.goal;

import org.inpractice.stream.Refusal;

/** Why a command on a goal or priority, or one that names one, is refused. */
public enum GoalRule implements Refusal.Rule {
    /** No such goal. */
    GOAL_NOT_SET("There is no such goal", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    GOAL_ALREADY_SET("The goal is set already", Refusal.Kind.CONFLICT),
    /** Nobody pursues it. */
    GOAL_IS_RETIRED("The goal is retired", Refusal.Kind.CONFLICT),
    /** The request names a goal that was never set. */
    GOAL_UNKNOWN("There is no such goal", Refusal.Kind.INVALID),
    /** It ends before it begins. */
    DATES_OUT_OF_ORDER("Dates out of order", Refusal.Kind.INVALID),
    /** It is said to have happened already. */
    DATE_IN_THE_FUTURE("The day is still to come", Refusal.Kind.INVALID),
    /** No such priority. */
    PRIORITY_NOT_DEFINED("There is no such priority of the district's own", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    PRIORITY_ALREADY_DEFINED("The priority is defined already", Refusal.Kind.CONFLICT),
    /** Nothing new is tied to it. */
    PRIORITY_IS_RETIRED("The priority is retired", Refusal.Kind.CONFLICT),
    /** The request names a priority that is neither the state's nor the district's. */
    PRIORITY_UNKNOWN("There is no such priority", Refusal.Kind.INVALID),
    /** Once is enough. */
    PRIORITY_NAMED_TWICE("A priority is named twice", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    GoalRule(String title, Refusal.Kind kind) {
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
