package org.inpractice.cycles.barrier;

import org.inpractice.stream.Refusal;

/** Why a command on a barrier is refused. */
public enum BarrierRule implements Refusal.Rule {
    /** No such barrier. */
    BARRIER_UNKNOWN("There is no such barrier", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    BARRIER_ALREADY_RAISED("The barrier is raised already", Refusal.Kind.CONFLICT),
    /** Other than what? */
    BARRIER_KIND_NOT_NAMED("The kind of the barrier is not named", Refusal.Kind.INVALID),
    /** Two kinds. */
    BARRIER_KIND_NAMED_TWICE("The kind of the barrier is named twice", Refusal.Kind.INVALID),
    /** An aim or a cycle is named twice. */
    BARRIER_NAMES_IT_TWICE("The barrier names something twice", Refusal.Kind.INVALID),
    /** It holds up an aim that was never set. */
    BARRIER_AIM_UNKNOWN("The barrier holds up an aim that there is not", Refusal.Kind.INVALID),
    /** It holds up a cycle that was never planned. */
    BARRIER_CYCLE_UNKNOWN("The barrier holds up a cycle that there is not", Refusal.Kind.INVALID),
    /** A step before the one it follows, or an end before the beginning. */
    BARRIER_DATES_OUT_OF_ORDER("The barrier's dates are out of order", Refusal.Kind.INVALID),
    /** It is said to have happened already. */
    BARRIER_DAY_IN_THE_FUTURE("The day of this step is still to come", Refusal.Kind.INVALID),
    /** Nobody could take it back. */
    BARRIER_HAS_NO_OWNER("Nobody owns the barrier", Refusal.Kind.CONFLICT),
    /** Removed or accepted. */
    BARRIER_IS_CLOSED("The barrier is closed", Refusal.Kind.CONFLICT),
    /** It stands in the way as it is. */
    BARRIER_IS_OPEN("The barrier is open", Refusal.Kind.CONFLICT);

    private final String title;
    private final Refusal.Kind kind;

    BarrierRule(String title, Refusal.Kind kind) {
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
