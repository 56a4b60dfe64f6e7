package org.inpractice.measurement.feedback;

import org.inpractice.stream.Refusal;

/** Why there is no feedback. */
public enum CycleRule implements Refusal.Rule {
    /** Nothing of the cycle has arrived here. */
    CYCLE_NOT_KNOWN("The cycle is not known here", Refusal.Kind.NOT_FOUND),
    /** No cycle of the aim has arrived here. */
    AIM_NOT_KNOWN("No cycle of the aim is known here", Refusal.Kind.NOT_FOUND),
    /** No cycle of the change idea has arrived here. */
    CHANGE_IDEA_NOT_KNOWN("No cycle of the change idea is known here", Refusal.Kind.NOT_FOUND),
    /** The cycle is planned, and its change not yet tried. */
    CYCLE_NOT_STARTED("The cycle has not started", Refusal.Kind.CONFLICT);

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
