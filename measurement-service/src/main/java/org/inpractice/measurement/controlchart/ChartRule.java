package org.inpractice.measurement.controlchart;

import org.inpractice.stream.Refusal;

/** The rules by which {@link ChartDecider} refuses. */
enum ChartRule implements Refusal.Rule {
    BASELINE_IS_EMPTY("A baseline needs points", Refusal.Kind.CONFLICT),
    BASELINE_IS_SHORT("Limits of so few points are trial limits", Refusal.Kind.CONFLICT),
    BASELINE_IS_LOCKED("The limits of this phase are locked", Refusal.Kind.CONFLICT),
    BASELINE_CROSSES_PHASES("A baseline lies in one phase", Refusal.Kind.CONFLICT),
    BASELINE_UNKNOWN("No such baseline", Refusal.Kind.NOT_FOUND),
    PHASE_BEGINS_THERE_ALREADY("A phase begins there already", Refusal.Kind.CONFLICT),
    PHASE_HAS_NO_POINTS("A phase needs points before it and in it", Refusal.Kind.CONFLICT),
    PHASE_CUTS_BASELINE("A phase cannot begin inside a baseline", Refusal.Kind.CONFLICT),
    PHASE_IS_NOT_DUE("One of the four answers is no", Refusal.Kind.CONFLICT),
    PHASE_UNKNOWN("No such phase", Refusal.Kind.NOT_FOUND);

    private final String title;
    private final Refusal.Kind kind;

    ChartRule(String title, Refusal.Kind kind) {
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
