package org.inpractice.measurement.feed;

import org.inpractice.stream.Refusal;

/** The rules by which {@link FeedDecider} refuses. */
public enum FeedRule implements Refusal.Rule {
    FEED_NOT_REGISTERED("No such data feed", Refusal.Kind.NOT_FOUND),
    FEED_ALREADY_REGISTERED("The data feed is registered already", Refusal.Kind.CONFLICT),
    FEED_RETIRED("The data feed is retired", Refusal.Kind.CONFLICT),
    FEED_STUDENT_GROUP_IS_FIXED("A data feed keeps its student group", Refusal.Kind.CONFLICT),
    FEED_MEASURE_UNKNOWN("No such measure", Refusal.Kind.INVALID),
    FEED_NAMES_IT_TWICE("The data feed names something twice", Refusal.Kind.INVALID),
    FEED_PAUSE_ENDS_BEFORE_IT_BEGINS("The pause ends before it begins", Refusal.Kind.INVALID),
    FEED_DAY_OUT_OF_RANGE("The day lies too far away", Refusal.Kind.INVALID),
    FEED_ASKS_FOR_TOO_MUCH_AT_ONCE("Too much would be late at once", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    FeedRule(String title, Refusal.Kind kind) {
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
