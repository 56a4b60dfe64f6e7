package org.inpractice.learning.failure;

import org.inpractice.stream.Refusal;

/** The rules by which {@link FailureDecider} refuses. */
public enum FailureRule implements Refusal.Rule {
    FAILURE_NOT_REPORTED("No such failure", Refusal.Kind.NOT_FOUND),
    FAILURE_ALREADY_REPORTED("The failure is reported already", Refusal.Kind.CONFLICT),
    FAILURE_IN_REVIEW("The review has begun", Refusal.Kind.CONFLICT),
    FAILURE_DISMISSED("The failure is dismissed", Refusal.Kind.CONFLICT),
    FAILURE_ALREADY_CLOSED("The failure is closed already", Refusal.Kind.CONFLICT),
    DISMISSED_WITHOUT_REASON("A dismissal has a reason", Refusal.Kind.INVALID),
    REVIEW_DUE_IN_THE_PAST("A review is planned for a day to come", Refusal.Kind.INVALID),
    STEP_WITHOUT_SECTION("A step writes something", Refusal.Kind.INVALID),
    FACTOR_UNKNOWN("A factor by code is in the taxonomy", Refusal.Kind.INVALID),
    TIMELINE_IN_THE_FUTURE("A timeline tells what was", Refusal.Kind.INVALID),
    TIMELINE_TOO_LONG("A timeline can be read", Refusal.Kind.INVALID),
    ACTIONS_STILL_OPEN("What was agreed is done before it is closed", Refusal.Kind.CONFLICT),
    HAPPENED_IN_THE_FUTURE("A failure has happened", Refusal.Kind.INVALID),
    HAPPENED_TOO_LONG_AGO("A failure happened in living memory", Refusal.Kind.INVALID),
    REVIEW_WITHOUT_CONTRIBUTING_FACTOR("A review names contributing factors", Refusal.Kind.INVALID),
    ACTION_WITHOUT_OWNER("An action has an owner", Refusal.Kind.INVALID),
    ACTION_WITHOUT_DUE_DATE("An action has a due date", Refusal.Kind.INVALID),
    ACTION_DUE_BEFORE_REVIEW("An action is due after its review", Refusal.Kind.INVALID),
    ACTION_DUE_TOO_FAR_AHEAD("An action is due in our time", Refusal.Kind.INVALID),
    REVIEW_TOO_LONG("A review can be read", Refusal.Kind.INVALID),
    REVIEWED_BEFORE_IT_HAPPENED("A review follows what it reviews", Refusal.Kind.INVALID),
    REVIEWED_IN_THE_FUTURE("A review has taken place", Refusal.Kind.INVALID),
    FAILURE_ALREADY_REVIEWED("The failure is reviewed already", Refusal.Kind.CONFLICT),
    REVIEW_MISSING("Actions come out of a review", Refusal.Kind.CONFLICT),
    ACTION_UNKNOWN("No such action", Refusal.Kind.NOT_FOUND),
    ACTION_ALREADY_COMPLETED("The action is completed already", Refusal.Kind.CONFLICT),
    COMPLETED_BEFORE_IT_HAPPENED("An action follows what it answers", Refusal.Kind.INVALID),
    COMPLETED_IN_THE_FUTURE("A completed action is done", Refusal.Kind.INVALID),
    NOTHING_TO_REDACT("There is nothing left to erase", Refusal.Kind.CONFLICT);

    private final String title;
    private final Refusal.Kind kind;

    FailureRule(String title, Refusal.Kind kind) {
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
