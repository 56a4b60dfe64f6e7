package org.inpractice.cycles.leadership;

import org.inpractice.stream.Refusal;

/** Why a cadence is refused. */
public enum CadenceRule implements Refusal.Rule {
    /** A review could be left out and nobody would notice. */
    CADENCE_GRACE_TOO_LONG("The days of grace are as many as the days between reviews", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    CadenceRule(String title, Refusal.Kind kind) {
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
