package org.inpractice.cycles.leadership;

import org.inpractice.stream.Refusal;

/** Why a command on a leadership review is refused. */
public enum ReviewRule implements Refusal.Rule {
    /** No such review. */
    REVIEW_UNKNOWN("There is no such leadership review", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    REVIEW_ALREADY_HELD("The review is told already", Refusal.Kind.CONFLICT),
    /** It was taken back. */
    REVIEW_IS_WITHDRAWN("The review was withdrawn", Refusal.Kind.CONFLICT),
    /** Nobody who can remove a barrier was there. */
    REVIEW_WITHOUT_LEADERS("No leader attended the review", Refusal.Kind.INVALID),
    /** Somebody is named twice. */
    REVIEW_NAMES_IT_TWICE("The review names something twice", Refusal.Kind.INVALID),
    /** It looked at nothing. */
    REVIEW_LOOKED_AT_NO_AIM("The review looked at no aim", Refusal.Kind.INVALID),
    /** It looked at an aim that was never set. */
    REVIEW_AIM_UNKNOWN("The review looked at an aim that there is not", Refusal.Kind.INVALID),
    /** The next one before this one, a decision due before it was taken. */
    REVIEW_DATES_OUT_OF_ORDER("The review's dates are out of order", Refusal.Kind.INVALID),
    /** It is said to have been held already. */
    REVIEW_DAY_IN_THE_FUTURE("The day of the review is still to come", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    ReviewRule(String title, Refusal.Kind kind) {
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
