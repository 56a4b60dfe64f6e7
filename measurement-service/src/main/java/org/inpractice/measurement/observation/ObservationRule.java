package org.inpractice.measurement.observation;

import org.inpractice.stream.Refusal;

/** The rules by which observations are refused. */
public enum ObservationRule implements Refusal.Rule {
    FIELD_MISSING("Something is missing", Refusal.Kind.INVALID),
    MEASURE_UNKNOWN("No such measure", Refusal.Kind.NOT_FOUND),
    SITE_ID_MALFORMED("This is no site's id", Refusal.Kind.INVALID),
    SITE_UNKNOWN("The district has no such site", Refusal.Kind.INVALID),
    SITE_CLOSED("The site had closed by then", Refusal.Kind.INVALID),
    STUDENT_GROUP_MALFORMED("This is no student group's name", Refusal.Kind.INVALID),
    PERIOD_DOES_NOT_FIT_MEASURE("The period does not fit the measure", Refusal.Kind.INVALID),
    PERIOD_IN_THE_FUTURE("The period has not begun", Refusal.Kind.INVALID),
    PERIOD_TOO_LONG_AGO("The period lies too far back", Refusal.Kind.INVALID),
    NUMBER_MISSING("A reported observation has its number", Refusal.Kind.INVALID),
    NUMBER_DOES_NOT_FIT_MEASURE("The number does not fit the measure", Refusal.Kind.INVALID),
    NUMBER_WITHOUT_REPORT("Only a reported observation has numbers", Refusal.Kind.INVALID),
    NUMBER_TOO_LONG("The number has too many digits", Refusal.Kind.INVALID),
    NUMBER_NEGATIVE("The number cannot be negative", Refusal.Kind.INVALID),
    DENOMINATOR_NOT_POSITIVE("A rate has something below the line", Refusal.Kind.INVALID),
    NUMERATOR_ABOVE_DENOMINATOR("A rate is at most one", Refusal.Kind.INVALID),
    GROUP_SIZE_OUT_OF_RANGE("This is no size of a group", Refusal.Kind.INVALID),
    OBSERVATION_UNKNOWN("No such observation", Refusal.Kind.NOT_FOUND),
    OBSERVATION_ALREADY_WITHDRAWN("The observation is withdrawn already", Refusal.Kind.CONFLICT);

    private final String title;
    private final Refusal.Kind kind;

    ObservationRule(String title, Refusal.Kind kind) {
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
