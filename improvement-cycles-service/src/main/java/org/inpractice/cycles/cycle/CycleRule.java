package org.inpractice.cycles.cycle;

import org.inpractice.stream.Refusal;

/** Why a command on a cycle is refused: the steps of the method, and the order they come in. */
public enum CycleRule implements Refusal.Rule {
    /** No such cycle. */
    CYCLE_UNKNOWN("There is no such cycle", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    CYCLE_ALREADY_PLANNED("The cycle is planned already", Refusal.Kind.CONFLICT),
    /** A ladder belongs to one idea. */
    OTHER_CHANGE_IDEA("The previous cycle tests another idea", Refusal.Kind.INVALID),
    /** The plan follows a cycle that was never planned. */
    PREVIOUS_CYCLE_UNKNOWN("There is no such previous cycle", Refusal.Kind.INVALID),
    /** The next rung rests on what the previous one taught. */
    PREVIOUS_CYCLE_NOT_DECIDED("The previous cycle is not decided", Refusal.Kind.CONFLICT),
    /** An abandoned idea has no next rung. */
    PREVIOUS_CYCLE_ABANDONED("The idea was abandoned there", Refusal.Kind.CONFLICT),
    /** A revision cannot move a cycle to another idea or rung. */
    LADDER_IS_FIXED("Idea and previous cycle of a plan are fixed", Refusal.Kind.INVALID),
    /** It ends before it starts, or a step comes before the one it follows. */
    DATES_OUT_OF_ORDER("Dates out of order", Refusal.Kind.INVALID),
    /** It is said to have happened already. */
    DATE_IN_THE_FUTURE("The day is still to come", Refusal.Kind.INVALID),
    /** Two roles for one measure. */
    MEASURE_NAMED_TWICE("A measure is named twice", Refusal.Kind.INVALID),
    /** Nobody would see whether it comes true. */
    PREDICTED_MEASURE_NOT_WATCHED("The predicted measure is not watched", Refusal.Kind.INVALID),
    /** A size without a direction predicts nothing. */
    PREDICTION_WITHOUT_DIRECTION("The prediction has no direction", Refusal.Kind.INVALID),
    /** Start needs a prediction. */
    PREDICTION_MISSING("The plan has no prediction", Refusal.Kind.CONFLICT),
    /** Start needs a measure. */
    MEASURE_MISSING("The plan has no measure", Refusal.Kind.CONFLICT),
    /** The first test of an idea is a small one. */
    SCOPE_MISSING("The plan does not say where or with whom", Refusal.Kind.CONFLICT),
    /** Start needs an end. */
    END_MISSING("The plan has no end", Refusal.Kind.CONFLICT),
    /** The prediction stands once the test runs. */
    PLAN_IS_FIXED("The plan is fixed", Refusal.Kind.CONFLICT),
    /** It runs. */
    CYCLE_ALREADY_STARTED("The cycle is started already", Refusal.Kind.CONFLICT),
    /** Do comes before study. */
    CYCLE_NOT_STARTED("The cycle is not started", Refusal.Kind.CONFLICT),
    /** Notes belong to doing. */
    DOING_IS_OVER("The test is over", Refusal.Kind.CONFLICT),
    /** One study a cycle. */
    CYCLE_ALREADY_STUDIED("The cycle is studied already", Refusal.Kind.CONFLICT),
    /** The report ends before it begins. */
    FEEDBACK_RANGE_REVERSED("The feedback's sequence range is reversed", Refusal.Kind.INVALID),
    /** Study comes before act. */
    STUDY_MISSING("The cycle is not studied", Refusal.Kind.CONFLICT),
    /** One decision a cycle. */
    CYCLE_ALREADY_DECIDED("The cycle is decided already", Refusal.Kind.CONFLICT),
    /** Adapting means testing again. */
    NEXT_PLAN_MISSING("Adapting needs a next plan", Refusal.Kind.INVALID),
    /** Only adapting plans a next cycle. */
    NEXT_PLAN_UNCALLED_FOR("Only adapting plans a next cycle", Refusal.Kind.INVALID),
    /** The words and the sites of a scope contradict each other. */
    SCOPE_DOES_NOT_FIT_SITES("Scope and sites contradict each other", Refusal.Kind.INVALID),
    /** Small before large. */
    FIRST_TEST_TOO_LARGE("The first test of an idea is a small one", Refusal.Kind.CONFLICT),
    /** Two expectations of one measure. */
    MEASURE_PREDICTED_TWICE("A measure is predicted twice", Refusal.Kind.INVALID),
    /** Data nobody will look at. */
    COLLECTED_MEASURE_NOT_WATCHED("The data plan names a measure that is not watched", Refusal.Kind.INVALID),
    /** One way to collect a measure. */
    MEASURE_COLLECTED_TWICE("The data plan names a measure twice", Refusal.Kind.INVALID),
    /** The plan has no task of that number. */
    TASK_UNKNOWN("There is no such task", Refusal.Kind.NOT_FOUND),
    /** Once is enough. */
    TASK_ALREADY_DONE("The task is done already", Refusal.Kind.CONFLICT),
    /** Only what runs can be put on hold. */
    NOTHING_TO_PAUSE("The cycle does not run", Refusal.Kind.CONFLICT),
    /** On hold nothing is done, and nothing is learned. */
    CYCLE_IS_PAUSED("The cycle is on hold", Refusal.Kind.CONFLICT),
    /** Only what is on hold can go on. */
    CYCLE_NOT_PAUSED("The cycle is not on hold", Refusal.Kind.CONFLICT),
    /** Given up: nothing but reading is left. */
    CYCLE_CANCELLED("The cycle is cancelled", Refusal.Kind.CONFLICT),
    /** Only an adopted idea becomes a standard. */
    STANDARD_WORK_UNCALLED_FOR("Only an adopted idea becomes standard work", Refusal.Kind.INVALID),
    /** The standard follows the decision to adopt. */
    NOTHING_ADOPTED("The idea is not adopted here", Refusal.Kind.CONFLICT),
    /** Only an adopted idea spreads. */
    SCALING_UNCALLED_FOR("Only an adopted idea is scaled", Refusal.Kind.INVALID),
    /** Once a site. */
    SITE_NAMED_TWICE("A site is named twice", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    CycleRule(String title, Refusal.Kind kind) {
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
